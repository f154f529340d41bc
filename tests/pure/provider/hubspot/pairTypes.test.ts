import { expect } from "chai";
import * as E from "fp-ts/Either";
import * as O from "fp-ts/Option";
import * as TE from "fp-ts/TaskEither";
import type { HubSpotError } from "../../../../provider/hubspot/error";
import { pairTypes } from "../../../../provider/hubspot/pairTypes";
import type { LimitRow } from "../../../../provider/model";

const pair = { from: "contacts", to: "companies" };
const row = (typeId: number, label?: string): LimitRow => ({
  category: "USER_DEFINED",
  typeId,
  ...(label === undefined ? {} : { label }),
});
const down: HubSpotError = {
  _tag: "Unavailable",
  status: 503,
  call: { method: "GET", path: "/", doing: "reading" },
  mayHaveTakenEffect: false,
};

const hubspot = (rows: ReadonlyArray<LimitRow>) => {
  const asked: string[] = [];
  const answers: Array<E.Either<HubSpotError, ReadonlyArray<LimitRow>>> = [];
  return {
    asked,
    answers,
    labelsOf:
      ({ from, to }: typeof pair) =>
      async () => {
        asked.push(`${from}/${to}`);
        await new Promise((resolve) => setImmediate(resolve));
        return answers.shift() ?? E.right(rows);
      },
  };
};

describe("the association types of a pair", () => {
  it("are read once by all who ask, for each direction apart, and anew where that is wanted", async () => {
    const portal = hubspot([row(36, "A")]);
    const types = pairTypes();
    expect(types.known(pair)).to.deep.equal(O.none);
    const both = await Promise.all([types.of(portal, pair)(), types.of(portal, pair)()]);
    expect(both).to.deep.equal([E.right([row(36, "A")]), E.right([row(36, "A")])]);
    expect(types.known(pair)).to.deep.equal(O.some([row(36, "A")]));
    await types.of(portal, { from: "companies", to: "contacts" })();
    await types.again(portal, pair)();
    expect(portal.asked).to.deep.equal(["contacts/companies", "companies/contacts", "contacts/companies"]);
  });

  it("that are read anew are so each time that the question is run", async () => {
    const portal = hubspot([row(36, "A")]);
    const again = pairTypes().again(portal, pair);
    await again();
    await again();
    expect(portal.asked.length).to.equal(2);
  });

  it("that could not be read are asked for by the next", async () => {
    const portal = hubspot([row(36, "A")]);
    portal.answers.push(E.left(down));
    const types = pairTypes();
    expect(await types.of(portal, pair)()).to.deep.equal(E.left(down));
    expect(types.known(pair)).to.deep.equal(O.none);
    expect(await types.of(portal, pair)()).to.deep.equal(E.right([row(36, "A")]));
  });

  it("are what HubSpot has confirmed, whatever a list that lags behind shows", async () => {
    const portal = hubspot([row(36, "Before"), row(38, "Gone"), row(40)]);
    const types = pairTypes();
    types.stands(pair, [row(36, "After"), row(50, "New")]);
    types.gone(pair, [row(38)]);
    const told = [row(36, "After"), row(40), row(50, "New")];
    expect(await types.of(portal, pair)()).to.deep.equal(E.right(told));
    expect(await types.again(portal, pair)()).to.deep.equal(E.right(told));
    types.gone(pair, [row(50)]);
    expect(types.known(pair)).to.deep.equal(O.some([row(36, "After"), row(40)]));
    types.stands(pair, [row(38, "Back")]);
    expect(types.known(pair)).to.deep.equal(O.some([row(36, "After"), row(38, "Back"), row(40)]));
  });

  it("are not known any more where something came along that has to be read", async () => {
    const portal = hubspot([row(36, "A")]);
    const types = pairTypes();
    await TE.fromTask(types.of(portal, pair))();
    types.stands(pair, [row(50, "New")]);
    types.forget(pair);
    expect(types.known(pair)).to.deep.equal(O.none);
    expect(await types.of(portal, pair)()).to.deep.equal(E.right([row(36, "A"), row(50, "New")]));
    expect(portal.asked.length).to.equal(2);
  });
});
