/**
 * The lives of pairs and labels on a HubSpot that refuses all that is not documented, and that is read from HubSpot's
 * documents by other code than the sandbox is.
 */
import { expect } from "chai";
import type { Engine } from "../support/engine/engine";
import { newEngine } from "../support/engine/engine";
import type { Properties } from "../support/engine/hooks";
import { hooksIn } from "../support/engine/inProcess";
import type { Registered, Run } from "../support/engine/run";
import { reasonsOf } from "../support/engine/run";
import { declared, ofLabel, ofType, unlabeled } from "../support/inputs";
import { newProcess } from "../support/provider/process";
import type { Contents, Instead, Limit, StrictHubSpot, StrictOptions } from "../support/strictHubSpot";
import { strictHubSpot } from "../support/strictHubSpot";

const car = { objectTypeId: "2-7", name: "car" };
const ofContact = { from: "0-1", to: "0-2" };
const limit = (typeId: number, maxToObjectIds: number, category = "HUBSPOT_DEFINED"): Limit => ({
  ...ofContact,
  category,
  typeId,
  maxToObjectIds,
});

const pair = (limits: unknown, more: Properties = {}, of = "contacts/companies"): Registered => ({
  name: "pair",
  kind: "AssociationConfiguration",
  inputs: declared(of, limits, more),
});

const decider: Properties = { name: "decider", label: "Decider", inverseLabel: "Decided by" };
const label = (more: Properties = {}, of = "contacts/companies"): Registered => {
  const [fromObjectType, toObjectType] = of.split("/");
  return { name: "label", kind: "AssociationLabel", inputs: { fromObjectType, toObjectType, ...decider, ...more } };
};

/** A stack and its portal. Each command is a process of its own. */
interface Stack {
  readonly hubspot: StrictHubSpot;
  readonly engine: Engine;
  readonly fails: (program: ReadonlyArray<Registered>) => Promise<string>;
  readonly up: (...program: ReadonlyArray<Registered>) => Promise<void>;
  readonly refresh: () => Promise<void>;
  readonly destroy: () => Promise<void>;
  /** What the portal holds in those limits that it has, and in its labels. */
  readonly limits: () => ReadonlyArray<string>;
  readonly labels: () => ReadonlyArray<string>;
}

const begin = (options: StrictOptions = {}): Stack => {
  const hubspot = strictHubSpot(options);
  const engine = newEngine();
  const run = (): Run => ({ hooks: hooksIn(newProcess(hubspot)) });
  const wentWell = (reasons: ReadonlyArray<string>): void => {
    hubspot.contents();
    if (reasons.length > 0) throw new Error(reasons.join("\n"));
  };
  return {
    hubspot,
    engine,
    fails: async (program) => {
      const reasons = reasonsOf(await engine.up(run(), program));
      hubspot.contents();
      return reasons.join("\n");
    },
    up: async (...program) => {
      wentWell(reasonsOf(await engine.up(run(), program)));
      const asked = hubspot.requests().length;
      wentWell(reasonsOf(await engine.up(run(), program)));
      expect(hubspot.requests().slice(asked), "the same program again").to.deep.equal([]);
    },
    refresh: async () => wentWell(reasonsOf(await engine.refresh(run()))),
    destroy: async () => {
      wentWell(reasonsOf(await engine.destroy(run())));
      expect(engine.state()).to.deep.equal([]);
    },
    limits: () =>
      hubspot
        .contents()
        .limits.map(({ typeId, maxToObjectIds }) => `${typeId} = ${maxToObjectIds}`)
        .sort(),
    labels: () =>
      hubspot
        .contents()
        .ownTypes.flatMap(({ name, typeId, label: text, inverseTypeId, inverseLabel }) =>
          text === null ? [] : [`${name}: ${typeId} ${text} | ${inverseTypeId} ${inverseLabel}`],
        ),
  };
};

/** What others do to the portal. */
const byHand = ({ hubspot }: Stack, change: (contents: Contents) => Partial<Contents>): void =>
  hubspot.setContents({ ...hubspot.contents(), ...change(hubspot.contents()) });

const outputsOf = ({ engine }: Stack, name: string): Properties =>
  engine.state().find((held) => held.name === name)?.outputs ?? {};

describe("on a strict HubSpot, a pair", () => {
  it("is created, changed, and gets back what it had before when it is destroyed", async () => {
    const stack = begin({ limits: [limit(279, 9), limit(1, 3)] });
    const before = stack.hubspot.contents();
    await stack.up(pair([unlabeled(5), ofType(1, 2)]));
    expect(stack.limits()).to.deep.equal(["1 = 2", "279 = 5"]);
    await stack.up(pair([unlabeled(6)]));
    expect(stack.limits()).to.deep.equal(["1 = 3", "279 = 6"]);
    await stack.destroy();
    expect(stack.hubspot.contents().limits).to.have.deep.members(before.limits);
  });

  it("ends as it began, without limits, where it had none", async () => {
    const stack = begin();
    const before = stack.hubspot.contents();
    await stack.up(pair([unlabeled(5), { label: "Primary", maxToObjectIds: 2 }]));
    expect(stack.limits()).to.deep.equal(["1 = 2", "279 = 5"]);
    await stack.destroy();
    expect(stack.hubspot.contents()).to.deep.equal(before);
  });

  it("crosses a label's limit and its own on the way up and on the way down", async () => {
    const stack = begin();
    const numbers: ReadonlyArray<readonly [number, number]> = [
      [3, 2],
      [9, 8],
      [4, 1],
      [2, 1],
      [9, 7],
    ];
    for (const [own, primary] of numbers) {
      await stack.up(pair([unlabeled(own), ofType(1, primary)]));
      expect(stack.limits()).to.deep.equal([`1 = ${primary}`, `279 = ${own}`]);
    }
  });

  it("that is authoritative leaves nothing else, and a destroy brings it back", async () => {
    const own = { from: "contacts", to: "companies", name: "a", label: "A", inverseLabel: "Of A" };
    const stack = begin({ labels: [own], limits: [limit(1, 3), limit(1, 4, "USER_DEFINED")] });
    await stack.up(pair([unlabeled(5)], { authoritative: true }));
    expect(stack.limits()).to.deep.equal(["279 = 5"]);
    byHand(stack, ({ limits }) => ({ limits: [...limits, limit(931, 2)] }));
    await stack.refresh();
    await stack.up(pair([unlabeled(5)], { authoritative: true }));
    expect(stack.limits()).to.deep.equal(["279 = 5"]);
    await stack.destroy();
    expect(stack.limits()).to.deep.equal(["1 = 3", "1 = 4"]);
  });

  it("tells a label's number from HubSpot's, which may be the same", async () => {
    const stack = begin({ labels: [{ from: "contacts", to: "companies", name: "a", label: "A" }] });
    await stack.up(pair([ofType(1, 3), ofLabel(1, 4)]));
    expect(stack.hubspot.contents().limits).to.deep.equal([limit(1, 3), limit(1, 4, "USER_DEFINED")]);
    await stack.up(pair([ofLabel(1, 4)]));
    expect(stack.hubspot.contents().limits).to.deep.equal([limit(1, 4, "USER_DEFINED")]);
  });

  it("shows in a refresh what others changed, and the next up mends it", async () => {
    const stack = begin();
    await stack.up(pair([unlabeled(5)]));
    for (const drift of [[], [limit(279, 8)]]) {
      byHand(stack, () => ({ limits: drift }));
      await stack.refresh();
      await stack.up(pair([unlabeled(5)]));
      expect(stack.limits()).to.deep.equal(["279 = 5"]);
    }
  });

  it("of a custom object goes by each of its names", async () => {
    for (const name of ["car", "CAR", "p111_car", "2-7"]) {
      const labels = [{ from: "contacts", to: "p_car", name: "owner", label: "Owner", inverseLabel: "Owned by" }];
      const stack = begin({ customObjects: [car], labels });
      const before = stack.hubspot.contents();
      await stack.up(pair([unlabeled(5), { label: "Owner", maxToObjectIds: 2 }], {}, `contacts/${name}`));
      expect(stack.hubspot.contents().limits.map(({ from, to }) => `${from}/${to}`)).to.deep.equal([
        "0-1/2-7",
        "0-1/2-7",
      ]);
      await stack.refresh();
      await stack.destroy();
      expect(stack.hubspot.contents()).to.deep.equal(before);
    }
  });

  it("that HubSpot refuses changes nothing, and says why", async () => {
    const stack = begin({ limits: [limit(279, 5)] });
    expect(await stack.fails([pair([ofType(1, 6)])])).to.contain("The limit of a label exceeds");
    expect(stack.limits()).to.deep.equal(["279 = 5"]);
    expect(stack.engine.state()).to.deep.equal([]);
  });

  it("that names a label which goes just then changes nothing, the other limits neither", async () => {
    const stack = begin({ labels: [{ from: "contacts", to: "companies", name: "a", label: "A" }] });
    const goes = ({ method }: { readonly method: string }): undefined => {
      if (method === "POST") byHand(stack, () => ({ ownTypes: [] }));
    };
    stack.hubspot.setHooks({ before: goes });
    expect(await stack.fails([pair([ofType(1, 3), ofLabel(1, 1)])])).to.contain("1-1 is not a valid association");
    expect([stack.limits(), stack.engine.state()]).to.deep.equal([[], []]);
  });

  it("comes through where the answer to a write is lost, and where a read lags behind", async () => {
    const stack = begin({ limits: [limit(279, 9)] });
    const before = stack.hubspot.contents();
    const lost = { _tag: "Lost" } as const;
    let writes = 0;
    stack.hubspot.setHooks({ after: ({ method }) => (method === "POST" && writes++ === 0 ? lost : undefined) });
    await stack.up(pair([unlabeled(5)]));
    const shows: Instead = { _tag: "Shows", contents: before };
    stack.hubspot.setHooks({ before: ({ method }) => (method === "GET" ? shows : undefined) });
    await stack.up(pair([unlabeled(6)]));
    stack.hubspot.setHooks({});
    expect(stack.limits()).to.deep.equal(["279 = 6"]);
    await stack.destroy();
    expect(stack.hubspot.contents()).to.deep.equal(before);
  });
});

describe("on a strict HubSpot, a label", () => {
  it("is created, changed on each side, and deleted with the limits on it", async () => {
    const stack = begin();
    const before = stack.hubspot.contents();
    await stack.up(label());
    expect(stack.labels()).to.deep.equal(["decider: 1 Decider | 2 Decided by"]);
    byHand(stack, () => ({ limits: [limit(1, 3, "USER_DEFINED"), limit(1, 4)] }));
    await stack.up(label({ label: "Judge", inverseLabel: "Judged by" }));
    expect(stack.labels()).to.deep.equal(["decider: 1 Judge | 2 Judged by"]);
    await stack.destroy();
    expect(stack.hubspot.contents()).to.deep.equal({ ...before, limits: [limit(1, 4)] });
  });

  it("carries a limit through its renaming, and a destroy takes both away", async () => {
    const stack = begin();
    const before = stack.hubspot.contents();
    const limited = (text: string): Registered => ({
      ...pair([unlabeled(7), { label: text, maxToObjectIds: 2 }]),
      dependsOn: ["label"],
    });
    for (const text of ["Decider", "Judge"]) {
      await stack.up(label({ label: text }), limited(text));
      expect(stack.hubspot.contents().limits).to.have.deep.members([limit(279, 7), limit(1, 2, "USER_DEFINED")]);
    }
    await stack.destroy();
    expect(stack.hubspot.contents()).to.deep.equal(before);
  });

  it("is adopted only where it is told to, and then stays", async () => {
    const standing = { from: "contacts", to: "companies", name: "old", label: "decider", inverseLabel: "By" };
    const stack = begin({ labels: [standing] });
    expect(await stack.fails([label()])).to.contain('has the label "decider" (USER_DEFINED 1) already');
    await stack.up(label({ onCreate: "adopt" }));
    expect(stack.labels()).to.deep.equal(["old: 1 Decider | 2 Decided by"]);
    await stack.destroy();
    expect(stack.labels()).to.deep.equal(["old: 1 Decider | 2 Decided by"]);
  });

  it("shows in a refresh what others changed, and the next up mends it", async () => {
    const stack = begin();
    await stack.up(label());
    byHand(stack, ({ ownTypes }) => ({ ownTypes: ownTypes.map((type) => ({ ...type, inverseLabel: "By hand" })) }));
    await stack.refresh();
    await stack.up(label());
    expect(stack.labels()).to.deep.equal(["decider: 1 Decider | 2 Decided by"]);
    byHand(stack, () => ({ ownTypes: [] }));
    await stack.refresh();
    await stack.up(label());
    expect(stack.labels()).to.deep.equal(["decider: 3 Decider | 4 Decided by"]);
  });

  it("that others deleted is destroyed all the same", async () => {
    const stack = begin();
    await stack.up(label());
    byHand(stack, () => ({ ownTypes: [] }));
    await stack.destroy();
    expect(stack.labels()).to.deep.equal([]);
  });

  it("between records of one type has one id for one text, and two for two", async () => {
    for (const [inverse, ids] of [
      [undefined, [1, 1]],
      ["Decided by", [1, 2]],
    ] as const) {
      const stack = begin();
      await stack.up(label({ inverseLabel: inverse }, "contacts/contacts"));
      const { typeId, inverseTypeId } = outputsOf(stack, "label");
      expect([typeId, inverseTypeId]).to.deep.equal(ids);
      expect(stack.labels()).to.deep.equal([`decider: 1 Decider | ${ids[1]} ${inverse ?? "Decider"}`]);
      await stack.up(label({ inverseLabel: inverse, label: "Judge" }, "contacts/contacts"));
      await stack.destroy();
      expect(stack.labels()).to.deep.equal([]);
    }
  });

  it("of a custom object goes by each of its names, and the plain association that came along stays", async () => {
    for (const name of ["car", "p111_car", "2-7"]) {
      const stack = begin({ customObjects: [car] });
      await stack.up(label({}, `${name}/contacts`));
      expect(stack.labels().length).to.equal(1);
      await stack.refresh();
      await stack.destroy();
      expect(stack.labels()).to.deep.equal([]);
      const plain = stack.hubspot.contents().ownTypes.filter(({ from, to }) => from === "2-7" && to === "0-1");
      expect(plain.length).to.equal(1);
    }
  });

  it("takes over the text of another one that changes in the same up", async () => {
    const stack = begin();
    const two = (a: string, b: string): ReadonlyArray<Registered> => [
      { ...label({ name: "a", label: a, inverseLabel: "Of a" }), name: "a" },
      { ...label({ name: "b", label: b, inverseLabel: "Of b" }), name: "b" },
    ];
    await stack.up(...two("A", "B"));
    await stack.up(...two("B", "A"));
    expect(stack.labels()).to.deep.equal(["a: 1 B | 2 Of a", "b: 3 A | 4 Of b"]);
  });

  it("is made once where the answer is lost", async () => {
    const stack = begin();
    stack.hubspot.setHooks({ after: ({ method }) => (method === "POST" ? { _tag: "Lost" } : undefined) });
    await stack.up(label());
    expect(stack.labels()).to.deep.equal(["decider: 1 Decider | 2 Decided by"]);
  });

  it("beyond the 50 that a pair can have is refused, and nothing is kept", async () => {
    const labels = Array.from({ length: 50 }, (_, i) => {
      return { from: "companies", to: "contacts", name: `n${i}`, label: `Text ${i}`, inverseLabel: `Of ${i}` };
    });
    const stack = begin({ labels });
    expect(await stack.fails([label()])).to.match(/437|50 labels/);
    expect([stack.labels().length, stack.engine.state()]).to.deep.equal([50, []]);
  });
});
