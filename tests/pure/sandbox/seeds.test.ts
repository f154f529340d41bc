import { expect } from "chai";
import type { Label, PortalState, DirectSandbox, StandingLimit } from "../../../sandbox";
import { directions, sameType, typesOf } from "../../../sandbox/associationTypes";
import { findSeed, seedNames } from "../../../sandbox/seeds";
import { portalFrom } from "../../../sandbox/seeds/portalFrom";
import { ask, configurations, hubSpotDefined, started, userDefined } from "./helper";
import { create, listed, results, row } from "./labelHelper";

const portalOf = (sandbox: DirectSandbox): PortalState => {
  const [portal, ...others] = sandbox.state().portals;
  if (portal === undefined || others.length > 0) throw new Error("A seed has one portal");
  return portal;
};

const seeded = async (seed: string): Promise<PortalState> => portalOf(await started({ seed }));

const withText = ({ labels }: PortalState): ReadonlyArray<Label> => labels.filter(({ label }) => label !== null);

interface Pair {
  readonly from: string;
  readonly to: string;
}

const keyOf = ({ from, to }: Pair): string => `${from}/${to}`;

/** The directed pairs that have a label or a limit. */
const usedPairs = (portal: PortalState): ReadonlyArray<Pair> => {
  const used: ReadonlyArray<Pair> = [...withText(portal).flatMap(directions), ...portal.limits];
  return [...new Map(used.map(({ from, to }) => [keyOf({ from, to }), { from, to }])).values()];
};

const counted = (portal: PortalState) => {
  const pairs = usedPairs(portal);
  return {
    objectTypes: new Set(pairs.flatMap(({ from, to }) => [from, to])).size,
    custom: portal.objectTypes.length,
    directedPairs: pairs.length,
    pairs: new Set(pairs.map(({ from, to }) => [from, to].sort().join("/"))).size,
    labels: withText(portal).length,
    limits: portal.limits.length,
  };
};

/** The limits of labels that are not below the limit of their pair's unlabeled type. */
const tooHigh = ({ labels, limits }: PortalState): ReadonlyArray<StandingLimit> =>
  limits.filter((limit) => {
    const types = typesOf(labels, limit);
    const isUnlabeled = (other: StandingLimit) =>
      types.some((type) => type.label === null && sameType(type, other)) && keyOf(other) === keyOf(limit);
    const unlabeled = limits.find(isUnlabeled);
    return unlabeled !== undefined && unlabeled !== limit && limit.maxToObjectIds >= unlabeled.maxToObjectIds;
  });

/** The texts that stand twice in one directed pair. */
const repeatedTexts = (portal: PortalState): ReadonlyArray<string> => {
  const texts = usedPairs(portal).flatMap((pair) =>
    typesOf(portal.labels, pair).flatMap(({ label }) => (label === null ? [] : [`${keyOf(pair)}: ${label}`])),
  );
  return texts.filter((text, i) => texts.indexOf(text) !== i);
};

/** The pairs with a custom object that have labels and no unlabeled type, or more than one. */
const withoutUnlabeled = (portal: PortalState): ReadonlyArray<Pair> => {
  const custom = new Set(portal.objectTypes.map(({ name }) => name));
  return usedPairs(portal)
    .filter(({ from, to }) => custom.has(from) || custom.has(to))
    .filter((pair) => typesOf(portal.labels, pair).filter(({ label }) => label === null).length !== 1);
};

const mostLabelsOfAPair = (portal: PortalState): number =>
  Math.max(
    ...usedPairs(portal).map(
      ({ from, to }) =>
        withText(portal).filter((label) => [keyOf({ from, to }), keyOf({ from: to, to: from })].includes(keyOf(label)))
          .length,
    ),
  );

describe("sandbox: seeds", () => {
  it("are demo and large, and nothing else", () => {
    expect(seedNames).to.deep.equal(["demo", "large"]);
    expect(["constructor", "", "Demo"].map(findSeed)).to.deep.equal([undefined, undefined, undefined]);
  });

  it("demo is a mid-size company: 25 pairs, 40 labels, 30 limits", async () => {
    expect(counted(await seeded("demo"))).to.deep.equal({
      objectTypes: 8,
      custom: 2,
      directedPairs: 44,
      pairs: 25,
      labels: 40,
      limits: 30,
    });
  });

  it("demo has labels of every kind: with one text, with two, and between records of one type", async () => {
    const labels = withText(await seeded("demo"));
    const kindOf = ({ from, to, label, inverseLabel }: Label): string =>
      `${from === to ? "one type" : "two types"}, ${label === inverseLabel ? "one text" : "two texts"}`;
    const kinds = new Map<string, number>();
    for (const label of labels) kinds.set(kindOf(label), (kinds.get(kindOf(label)) ?? 0) + 1);
    expect(Object.fromEntries(kinds)).to.deep.equal({
      "one type, one text": 2,
      "one type, two texts": 5,
      "two types, one text": 16,
      "two types, two texts": 17,
    });
  });

  it("large has 1,000 directed pairs", async () => {
    expect(counted(await seeded("large"))).to.deep.equal({
      objectTypes: 32,
      custom: 2,
      directedPairs: 1000,
      pairs: 504,
      labels: 1008,
      limits: 903,
    });
  });

  for (const seed of seedNames) {
    it(`${seed} is what HubSpot would let stand`, async () => {
      const portal = await seeded(seed);
      expect(tooHigh(portal)).to.deep.equal([]);
      expect(repeatedTexts(portal)).to.deep.equal([]);
      expect(withoutUnlabeled(portal)).to.deep.equal([]);
      expect(mostLabelsOfAPair(portal)).to.be.at.most(50);
      expect(portal.labels.map(({ name }) => name).filter((name) => !/^[a-z][a-z0-9_]*$/.test(name))).to.deep.equal([]);
    });

    it(`${seed} is the same each time, and after a reset`, async () => {
      const [first, second] = [await started({ seed }), await started({ seed })];
      const start = first.state();
      expect(second.state()).to.deep.equal(start);
      first.setState({ portals: [{ portalId: 1 }] });
      first.reset();
      expect(first.state()).to.deep.equal(start);
    });

    it(`${seed} says nothing of what the options say`, async () => {
      const sandbox = await started({ seed, plan: "free", accessToken: "mine", switches: { purgeStatus: 200 } });
      const { portalId, plan, tokens } = portalOf(sandbox);
      expect({ portalId, plan, tokens }).to.deep.equal({
        portalId: 4242424,
        plan: "free",
        tokens: [{ token: "mine", missingScopes: [], expired: false }],
      });
      expect(sandbox.state().switches.purgeStatus).to.equal(200);
    });

    it(`every limit of ${seed} is read`, async () => {
      const sandbox = await started({ seed });
      const read = results(await ask(sandbox, "GET", `${configurations}/all`)).map((row) => {
        const { category, typeId, userEnforcedMaxToObjectIds } = Object(row);
        return { category, typeId, maxToObjectIds: userEnforcedMaxToObjectIds };
      });
      const limits = portalOf(sandbox).limits.map(({ category, typeId, maxToObjectIds }) => ({
        category,
        typeId,
        maxToObjectIds,
      }));
      expect(read).to.have.deep.members(limits);
    });
  }

  it("a limit of demo can be changed, within the pair's own", async () => {
    const sandbox = await started({ seed: "demo" });
    const employer = portalOf(sandbox).labels.find(({ label }) => label === "Employer")?.typeId ?? 0;
    const update = (maxToObjectIds: number) =>
      ask(sandbox, "POST", `${configurations}/contacts/companies/batch/update`, {
        inputs: [userDefined(employer, maxToObjectIds)],
      });
    const standing = async () => (await ask(sandbox, "GET", `${configurations}/contacts/companies`)).body;
    const rows = (maxToObjectIds: number) => ({
      results: [
        { ...hubSpotDefined(279), userEnforcedMaxToObjectIds: 5 },
        { ...userDefined(employer), label: "Employer", userEnforcedMaxToObjectIds: maxToObjectIds },
      ],
    });
    expect(await standing()).to.deep.equal(rows(2));
    expect((await update(3)).body).to.deep.include({ status: "COMPLETE" });
    expect(await standing()).to.deep.equal(rows(3));
    expect(Object((await update(6)).body).numErrors).to.equal(1);
    expect(await standing()).to.deep.equal(rows(3));
  });

  it("a label that is added to a seed gets the next ids of the portal", async () => {
    const sandbox = await started({ seed: "demo" });
    const ids = portalOf(sandbox).labels.flatMap(({ typeId, inverseTypeId }) => [typeId, inverseTypeId]);
    const next = Math.max(...ids) + 1;
    const made = await create(sandbox, "p_contract/tickets", { name: "disputed", label: "Disputed in" });
    expect(results(made)).to.deep.equal([
      row(next, "Disputed in"),
      row(next + 1, "Disputed in"),
      row(next + 2, null),
      row(next + 3, null),
    ]);
    expect(await listed(sandbox, "p_contract/tickets")).to.deep.equal([row(next, "Disputed in"), row(next + 2, null)]);
  });

  it("say what they limit without having it", () => {
    const limits = [{ from: "contacts", to: "deals", label: "Champion", maxToObjectIds: 1 }];
    expect(() => portalFrom(1, { objectTypes: [], labels: [], limits })).to.throw(
      "A seed limits what is not there: contacts to deals: Champion",
    );
  });

  it("take the place of portals, and cannot stand beside them", async () => {
    const both = started({ seed: "demo", portals: [{ portalId: 1 }] });
    const message = await both.then(
      () => "started",
      (error: unknown) => String(error),
    );
    expect(message).to.equal("Error: Either a seed or portals, not both");
  });
});
