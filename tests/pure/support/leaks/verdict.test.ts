import { expect } from "chai";
import { leaked } from "../../../support/leaks/expectNoLeak";
import { madeUp } from "../../../support/leaks/secret";
import { verdictOn } from "../../../support/leaks/verdict";

const one = { what: "the access token of portal 111", text: madeUp("one") };
const two = { what: "the refresh token of portal 111", text: madeUp("two") };
const notes = [
  { secrets: [one, two], bytes: 1_000 },
  { secrets: [one], bytes: 500 },
];
const printedBy = (step: string, text: string) => ({ where: `what ${step} printed`, bytes: Buffer.from(text) });

describe("the verdict on a run", () => {
  it("counts the secrets, the forms, and the bytes that were searched", () => {
    expect(verdictOn(notes, [printedBy("host", "fine"), printedBy("engine", "fine too")])).to.deep.equal({
      good: true,
      text: "leaks: 2 secrets in 9 forms, 1,512 bytes searched: none found",
    });
  });

  it("is bad where a check has printed a secret, and says where", () => {
    const encoded = Buffer.from(two.text).toString("hex");
    expect(verdictOn(notes, [printedBy("host", "fine"), printedBy("engine", `! ${encoded}`)])).to.deep.equal({
      good: false,
      text: [
        `leaks: 2 secrets in 9 forms, ${(1_506 + encoded.length).toLocaleString("en")} bytes searched: 1 found`,
        "  the refresh token of portal 111 (two-…), hex, in what engine printed at byte 2",
      ].join("\n"),
    });
  });

  it("is bad where a test has found one itself, which its message says", () => {
    const { good, text } = verdictOn(notes, [printedBy("host", `Error: ${leaked}:\n  the access token`)]);
    expect([good, text.split(": ").at(-1)]).to.deep.equal([false, "1 found"]);
  });

  it("is bad where nothing was searched for", () => {
    const text = "leaks: no test has searched for a secret";
    for (const none of [[], [{ secrets: [], bytes: 7 }]])
      expect(verdictOn(none, [printedBy("host", "fine")])).to.deep.equal({ good: false, text });
  });
});
