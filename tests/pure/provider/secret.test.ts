import { expect } from "chai";
import { inspect } from "node:util";
import { secret } from "../../../provider/secret";

const text = "pat-na1-very-secret";

describe("a secret", () => {
  const hidden = secret(text);

  it("tells its text to whoever asks for it, and to nobody else", () => {
    expect(hidden.reveal()).to.equal(text);
    const seen = [
      `${hidden}`,
      String(hidden),
      // What a careless message would do.
      "token: " + hidden,
      JSON.stringify({ hidden, list: [hidden] }),
      inspect({ deep: { hidden } }, { depth: null, showHidden: true }),
      inspect(hidden, { customInspect: false, depth: null, showHidden: true }),
      Object.entries(hidden).join(),
      new Error(`failed with ${hidden}`).stack,
    ];
    for (const each of seen) expect(each).not.to.contain(text);
    expect(seen.slice(0, 4)).to.deep.equal([
      "[secret]",
      "[secret]",
      "token: [secret]",
      '{"hidden":"[secret]","list":["[secret]"]}',
    ]);
  });

  it("cannot be sent to another thread or kept by a structured copy", () => {
    expect(() => structuredClone(hidden)).to.throw();
  });
});
