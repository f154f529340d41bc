/** What a preview does not know yet, in every place where it can stand: no failure, a change, never a replacement. */
import { expect } from "chai";
import type { Properties } from "./harness";
import { startProcesses } from "./support/processes";
import { configurationFor, scenes } from "./support/scene";
import {
  checked,
  declared,
  ofLabel,
  ofType,
  succeeded,
  text,
  unknown,
  unlabeled,
  withoutHomes,
} from "./support/values";

const pair = "contacts/companies";
const limits = [unlabeled(5), ofType(1, 2)];
const usual = checked(pair, limits);

const places: Readonly<Record<string, Properties>> = {
  fromObjectType: { ...usual, fromObjectType: unknown },
  toObjectType: { ...usual, toObjectType: unknown },
  "both object types": { ...usual, fromObjectType: unknown, toObjectType: unknown },
  limits: { ...usual, limits: unknown },
  "limits[0]": { ...usual, limits: [unknown, ofType(1, 2)] },
  "limits[0].unlabeled": { ...usual, limits: [{ unlabeled: unknown, maxToObjectIds: 5 }, ofType(1, 2)] },
  "limits[0].maxToObjectIds": { ...usual, limits: [unlabeled(unknown), ofType(1, 2)] },
  "limits[1].category": { ...usual, limits: [unlabeled(5), { category: unknown, typeId: 1, maxToObjectIds: 2 }] },
  "limits[1].typeId": { ...usual, limits: [unlabeled(5), ofType(unknown, 2)] },
  "limits[1].typeId of a label to be": { ...usual, limits: [unlabeled(5), ofLabel(unknown, 2)] },
  "all of a limit's parts": {
    ...usual,
    limits: [{ category: unknown, typeId: unknown, maxToObjectIds: unknown }, ofType(1, 2)],
  },
  authoritative: { ...usual, authoritative: unknown },
  onCreate: { ...usual, onCreate: unknown },
  onDelete: { ...usual, onDelete: unknown },
  "everything at once": {
    fromObjectType: unknown,
    toObjectType: unknown,
    limits: unknown,
    authoritative: unknown,
    onCreate: unknown,
    onDelete: unknown,
  },
};

describe("an input that is not known yet", () => {
  const begin = scenes();

  it("passes check as it is, wherever it stands, for a new resource and for one that is there", async () => {
    const { sandbox } = await begin();
    const processes = await startProcesses(1);
    try {
      for (const [place, inputs] of Object.entries(places)) {
        // One resource has the pair in each process, though it may be checked twice.
        const process = await processes.next(configurationFor(sandbox), "AssociationConfiguration");
        for (const olds of [{}, usual]) {
          const answer = succeeded(await process.check(olds, inputs));
          const passed = withoutHomes({ ...answer, inputs: { ...answer.inputs, ...text } });
          expect(passed, place).to.deep.equal({ inputs: { ...inputs, ...text }, failures: [] });
        }
      }
    } finally {
      await processes.stop();
    }
  });

  it("is a change, wherever it stands, and replaces nothing", async () => {
    const { host } = await begin();
    for (const [place, inputs] of Object.entries(places)) {
      expect(await host.diff(pair, usual, inputs), place).to.deep.equal({
        changes: "DIFF_SOME",
        replaces: [],
        deleteBeforeReplace: false,
      });
    }
  });

  it("does not hide a replacement beside it", async () => {
    const { host } = await begin();
    const inputs = { ...usual, fromObjectType: "deals", toObjectType: unknown, limits: unknown };
    expect(await host.diff(pair, usual, inputs)).to.deep.equal({
      changes: "DIFF_SOME",
      replaces: ["fromObjectType"],
      deleteBeforeReplace: false,
    });
  });

  it("does not hide what is wrong beside it", async () => {
    const { host } = await begin();
    const inputs = declared(pair, [ofType(unknown, 0), unknown, { category: "USER_DEFINED", maxToObjectIds: unknown }]);
    expect(succeeded(await host.check({}, inputs)).failures.map(({ reason }) => reason)).to.deep.equal([
      "limits[0].maxToObjectIds: 0 is not a whole number from 1 to 2147483647; write how many records of the to type one record of the from type may have",
      "limits[2].typeId: missing; write the id of the association type",
    ]);
  });
});

describe("a provider's argument that is not known yet", () => {
  const begin = scenes();

  for (const key of ["hubspot:accessToken", "hubspot:baseUrl", "hubspot:portalId", "hubspot:previewChecks"]) {
    it(`keeps check from asking the portal anything: ${key}`, async () => {
      const { host, sandbox } = await begin();
      await host.configure({ "hubspot:provider": "staging", ...configurationFor(sandbox), [key]: unknown });
      expect(succeeded(await host.check({}, declared(pair, limits))).failures).to.deep.equal([]);
      expect([sandbox.requests(), host.logged()]).to.deep.equal([[], []]);
    });
  }
});
