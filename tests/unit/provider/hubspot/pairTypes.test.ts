import { expect } from "chai";
import * as E from "fp-ts/Either";
import { pairTypes } from "../../../../provider/hubspot/pairTypes";

const pair = { from: "contacts", to: "companies" };

/** A portal that shows another label at each look. */
const changing = () => {
  let looks = 0;
  const rows = () => [{ category: "USER_DEFINED", typeId: 36, label: `Look ${(looks += 1)}` }];
  return { labelsOf: () => async () => E.right(rows()) };
};

const labelsIn = (answer: E.Either<unknown, ReadonlyArray<{ readonly label?: string }>>) =>
  E.isRight(answer) ? answer.right.map(({ label }) => label) : answer.left;

describe("the association types of a pair", () => {
  it("are read once, and anew each time that this is asked for, by one answer that is run again too", async () => {
    const hubspot = changing();
    const types = pairTypes();
    const [shared, anew] = [types.of(hubspot, pair), types.again(hubspot, pair)];
    const looks = [];
    for (const answer of [shared, shared, anew, anew, shared]) looks.push(labelsIn(await answer()));
    expect(looks).to.deep.equal([["Look 1"], ["Look 1"], ["Look 2"], ["Look 3"], ["Look 3"]]);
  });
});
