import { expect } from "chai";
import { leftOutLine } from "../../../../cli/portal/leftOut";

describe("what is left out", () => {
  it("is one line, and gives a terminal nothing to obey, whatever a portal calls its labels", () => {
    expect(leftOutLine({ what: 'the label "a\u001b[2J\nb"', why: "it is so" })).to.equal(
      'left out: the label "a [2J b": it is so',
    );
  });
});
