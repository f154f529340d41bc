/** Law: the provider's cost is linear in the number of resources, whichever objects they are about. */
import { expect } from "chai";
import * as E from "fp-ts/Either";
import type { Home } from "../../provider/lifecycle/home";
import type { Properties, Resource } from "../../provider/lifecycle/resource";
import { objectTypes } from "../../data";
import { createSandbox } from "../../sandbox";
import { countedWork } from "../support/countedWork";
import type { Process } from "../support/provider/process";
import { atHome, newProcess } from "../support/provider/process";

/** An object type as a program names it, and its id. */
type Named = readonly [name: string, id: string];

const most = 18;
const standard: ReadonlyArray<Named> = objectTypes
  .slice(0, most)
  .map(({ name, objectTypeId }): Named => [name, objectTypeId]);
const custom = standard.map((_, i): Named => [`thing${i}`, `2-${100 + i}`]);

/** An object of HubSpot's own that the others here are not paired with. */
const apart = { name: "bag", objectTypeId: "2-99" };

/** As many undirected pairs as a test wants, the same ones again once all have had their turn. */
const pairsOf = (objects: ReadonlyArray<Named>, count: number): ReadonlyArray<readonly [Named, Named]> => {
  const all = objects.flatMap((to, j) => objects.slice(0, j).map((from): readonly [Named, Named] => [from, to]));
  return Array.from(
    { length: count },
    (_, i) =>
      all[i % all.length] ?? [
        ["", ""],
        ["", ""],
      ],
  );
};

/** A resource that stands: what the program says of it, and the state. */
interface Standing {
  readonly id: string;
  readonly inputs: Properties;
  readonly outputs: Properties;
  /** Of custom objects, which their names do not tell. */
  readonly ids: Partial<Home>;
}

const sides = ([[from, fromId], [to, toId]]: readonly [Named, Named]) => ({
  named: { fromObjectType: from, toObjectType: to },
  ids: { fromObjectTypeId: fromId, toObjectTypeId: toId, portalId: 111 },
  noted: {
    ...(fromId.startsWith("0-") ? {} : { fromObjectTypeId: fromId }),
    ...(toId.startsWith("0-") ? {} : { toObjectTypeId: toId }),
  },
});

const labelsOf = (objects: ReadonlyArray<Named>, count: number): ReadonlyArray<Standing> =>
  pairsOf(objects, count).map((pair, i) => {
    const { named, ids, noted } = sides(pair);
    const texts = { name: `label_${i}`, label: `Label ${i}`, inverseLabel: `Labelled by ${i}` };
    const inputs = { ...named, ...texts, onCreate: "fail" };
    const types = { category: "USER_DEFINED", typeId: 1_000 + 2 * i, inverseTypeId: 1_001 + 2 * i, adopted: false };
    return { id: `${i}`, inputs, outputs: { ...inputs, ...types, ...ids }, ids: noted };
  });

const limitsOf = (objects: ReadonlyArray<Named>, count: number): ReadonlyArray<Standing> =>
  pairsOf(objects, count).map((pair, i) => {
    const { named, ids, noted } = sides(pair);
    const inputs = { ...named, limits: [{ label: `Label ${i}`, maxToObjectIds: 5 }], authoritative: false };
    const all = { ...inputs, onCreate: "adopt", onDelete: "restore" };
    const resolved = [{ category: "USER_DEFINED", typeId: 1_000 + 2 * i }];
    return {
      id: `${i}`,
      inputs: all,
      outputs: { ...all, resolved, results: [], others: [], previous: [], ...ids },
      ids: noted,
    };
  });

/** What a preview asks of each resource that stands as the program says, one after another. */
const preview = async (process: Process, resource: Resource, all: ReadonlyArray<Standing>): Promise<void> => {
  for (const { id, inputs, outputs, ids } of all) {
    const checked = await resource.check(atHome(process, inputs, ids), inputs)();
    expect(checked.failures).to.deep.equal([]);
    expect(resource.diff(id, outputs, checked.inputs)).to.deep.equal(
      E.right({ changes: false, replaces: [], ...("name" in inputs ? { deleteBeforeReplace: false } : {}) }),
    );
  }
};

/** A new label of a custom object makes the process learn the portal's list of them. */
const learnt = async ({ label }: Process): Promise<void> => {
  const named = { fromObjectType: "contacts", toObjectType: apart.name };
  const { failures } = await label.check({}, { ...named, name: "owner", label: "Owner", inverseLabel: "Owned by" })();
  expect(failures).to.deep.equal([]);
};

const kinds = {
  labels: (process: Process, objects: ReadonlyArray<Named>, count: number) =>
    preview(process, process.label, labelsOf(objects, count)),
  // As many as there are pairs, each in both of its directions.
  "limits by a label's text": (process: Process, objects: ReadonlyArray<Named>, count: number) =>
    preview(process, process.resource, limitsOf(objects, count)),
};

describe("a preview of resources that do not change", () => {
  const portal = {
    portalId: 111,
    objectTypes: [apart, ...custom.map(([name, objectTypeId]) => ({ name, objectTypeId }))],
  };
  const count = 150;

  for (const [what, run] of Object.entries(kinds))
    for (const [when, before] of [
      ["where nothing is asked", async () => undefined],
      ["where the portal's custom objects are learnt first", learnt],
    ] as const) {
      const cost = async (objects: ReadonlyArray<Named>, times: number): Promise<number> => {
        const process = newProcess(createSandbox({ portals: [portal] }));
        await before(process);
        return countedWork(() => run(process, objects, times));
      };

      it(`costs twice as much for twice as many ${what}, ${when}`, async () => {
        for (const objects of [standard, custom])
          expect((await cost(objects, count)) / (await cost(objects, count / 2))).to.be.within(1.9, 2.1);
      });

      it(`costs at most twice as much for ${what} of custom objects as for others, ${when}`, async () => {
        const [own, others] = [await cost(custom, count), await cost(standard, count)];
        expect(own / others).to.be.at.most(2);
      });
    }
});
