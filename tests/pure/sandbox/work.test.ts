import { expect } from "chai";
import type { Handler } from "../../../sandbox/call";
import { readAll } from "../../../sandbox/configurations";
import { readLabelUsage } from "../../../sandbox/labelUsage";
import type { PortalState } from "../../../sandbox/model";
import { findObjectType } from "../../../sandbox/objectTypes";
import { complainOfRepeats } from "../../../sandbox/reader";
import { readState } from "../../../sandbox/readState";
import { readSchema, readSchemas } from "../../../sandbox/schemas";
import { createStore } from "../../../sandbox/store";
import { defaultSwitches } from "../../../sandbox/switches";

/** A portal with so many custom objects, and for each a label and a limit of a pair of its own. */
const portalOf = (size: number): PortalState => {
  const numbers = Array.from({ length: size }, (_, i) => i + 1);
  const pair = (n: number) => ({ from: "contacts", to: `object_${n}` });
  const read = readState(
    {
      portals: [
        {
          portalId: 7,
          objectTypes: numbers.map((n) => ({ objectTypeId: `2-${n}`, name: `object_${n}` })),
          labels: numbers.map((n) => ({ ...pair(n), typeId: 100_000 + 2 * n, label: `Label ${n}` })),
          limits: numbers.map((n) => ({
            ...pair(n),
            category: "USER_DEFINED",
            typeId: 100_000 + 2 * n,
            maxToObjectIds: n,
          })),
        },
      ],
    },
    { plan: "professional", switches: defaultSwitches },
  );
  const [portal] = read.ok ? read.value.portals : [];
  if (portal === undefined) throw new Error("no portal");
  return portal;
};

interface Counted<A> {
  readonly list: ReadonlyArray<A>;
  /** How often an element was looked at. */
  readonly looks: () => number;
}

const counted = <A>(list: ReadonlyArray<A>): Counted<A> => {
  let looks = 0;
  const proxy = new Proxy(list, {
    get: (target, key, receiver): unknown => {
      if (typeof key === "string" && /^\d+$/.test(key)) looks += 1;
      return Reflect.get(target, key, receiver);
    },
  });
  return { list: proxy, looks: () => looks };
};

/** How often an answer about a portal of this size looks at an element of one of its lists. */
const looksOf = (handler: Handler, size: number): number => {
  const portal = portalOf(size);
  const [objectTypes, labels, limits] = [counted(portal.objectTypes), counted(portal.labels), counted(portal.limits)];
  const large = { ...portal, objectTypes: objectTypes.list, labels: labels.list, limits: limits.list };
  const store = createStore({ portals: [large], switches: defaultSwitches }, undefined, () => 0);
  const query = new URLSearchParams();
  expect(handler(store, { portal: large, parameters: { objectType: "0-1" }, query, body: "" }).status).to.equal(200);
  return objectTypes.looks() + labels.looks() + limits.looks();
};

describe("sandbox: the work for a state that is twice as large", () => {
  for (const [what, handler] of [
    ["all limits", readAll],
    ["the use of labels", readLabelUsage],
    ["a schema", readSchema],
    ["all schemas", readSchemas],
  ] as const)
    it(`is twice as much for reading ${what}`, () => {
      const small = looksOf(handler, 50);
      expect(small).to.be.at.least(50);
      expect(looksOf(handler, 100)).to.equal(2 * small);
    });

  it("is one look at each key for finding those that stand there twice", () => {
    const { list, looks } = counted(Array.from({ length: 500 }, (_, i) => `key ${i % 400}`));
    const problems: string[] = [];
    complainOfRepeats({ value: [], path: "", problems }, list, "the key");
    expect([looks(), problems.length]).to.deep.equal([500, 100]);
  });

  it("is one look at each custom object for finding every one of them", () => {
    const { list, looks } = counted(portalOf(50).objectTypes);
    const found = Array.from({ length: 50 }, (_, i) =>
      findObjectType({ portalId: 7, objectTypes: list }, `object_${i + 1}`),
    );
    expect([looks(), found.every((type) => type !== undefined)]).to.deep.equal([50, true]);
  });
});
