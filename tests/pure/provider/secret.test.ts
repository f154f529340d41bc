import { expect } from "chai";
import { inspect } from "node:util";
import { secret, withoutSecrets } from "../../../provider/secret";

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

describe("a text from outside", () => {
  it("loses the secrets in it, in each form that a header or a form gives them", () => {
    const odd = secret("a/b+c=d e");
    const others = `a/b+c=d e, a%2Fb%2Bc%3Dd%20e, ${Buffer.from("a/b+c=d e").toString("base64")}`;
    expect(withoutSecrets([odd, secret(text)], `${others}, ${text}${text}`)).to.equal(
      "[secret], [secret], [secret], [secret][secret]",
    );
    expect(withoutSecrets([odd], "nothing")).to.equal("nothing");
  });

  it("loses them however JSON writes them", () => {
    const odd = secret('a"b\\c&d');
    const bodies = [JSON.stringify({ it: 'a"b\\c&d' }), '{"it":"\\u0061\\"b\\\\c\\u0026d"}'];
    expect(bodies.map((body) => withoutSecrets([odd], body))).to.deep.equal(['{"it":"[secret]"}', '{"it":"[secret]"}']);
    expect(withoutSecrets([odd], 'half {"a": "\\')).to.equal('half {"a": "\\');
  });
});
