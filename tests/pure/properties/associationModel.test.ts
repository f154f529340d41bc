/** The laws of expanding a model, for any model that is right. */
import { expect } from "chai";
import fc from "fast-check";
import type { ModelAssociation, ModelLabel } from "../../../sdk";
import type {
  ConfigurationDescription,
  LabelDescription,
  LimitDescription,
} from "../../../sdk/associationModel/expand";
import { expand } from "../../../sdk/associationModel/expand";
import { runs } from "../../support/seeds";

interface Expanded {
  readonly labels: ReadonlyArray<LabelDescription>;
  readonly configurations: ReadonlyArray<ConfigurationDescription>;
}

const expanded = (associations: ReadonlyArray<ModelAssociation>): Expanded => {
  const expansion = expand({ associations });
  if (expansion._tag === "Mistaken") throw new Error(JSON.stringify(expansion.mistakes));
  return expansion;
};

/** The object types are few, so that pairs of one type and of custom types are often among them. */
const objectTypes = ["contacts", "companies", "deals", "car", "2-1234567"];

const pairs = objectTypes.flatMap((from, i) => objectTypes.slice(i).map((to) => ({ from, to })));

/** At most `most`; small, so that a label is often as limited as its pair. */
const number = (most: number | undefined): fc.Arbitrary<number | undefined> =>
  fc.option(fc.integer({ min: 1, max: most ?? 6 }), { nil: undefined });

/** What a label is, before it has texts of its own. */
const labelShapes = (object: number | undefined, inverseObject: number | undefined) =>
  fc.record({
    isMade: fc.boolean(),
    isPaired: fc.boolean(),
    maxToObjectIds: number(object),
    maxFromObjectIds: number(inverseObject),
  });

/** One right entry for a pair; `id` makes its labels' names unlike those of others. */
const entry = ({ from, to }: (typeof pairs)[number], id: number): fc.Arbitrary<ModelAssociation> => {
  const isWithin = from === to;
  return fc
    .record({ most: number(undefined), inverse: number(undefined), authoritative: fc.boolean() })
    .chain(({ most, inverse, authoritative }) =>
      fc.array(labelShapes(most, isWithin ? most : inverse), { maxLength: 4 }).map((shapes): ModelAssociation => {
        const labels = shapes.flatMap(
          ({ isMade, isPaired, maxToObjectIds, ...shape }, i): ReadonlyArray<ModelLabel> => {
            const maxFromObjectIds = isWithin && !isPaired ? undefined : shape.maxFromObjectIds;
            const label = {
              label: `Label ${i}`,
              ...(isPaired ? { inverseLabel: `Inverse ${i}` } : {}),
              maxToObjectIds,
              maxFromObjectIds,
            };
            if (isMade) return [{ ...label, name: `label_${id}_${i}` }];
            return maxToObjectIds === undefined && maxFromObjectIds === undefined ? [] : [label];
          },
        );
        const declares = most !== undefined || (!isWithin && inverse !== undefined) || labels.length > 0;
        return {
          fromObjectType: from,
          toObjectType: to,
          maxToObjectIds: most,
          maxFromObjectIds: isWithin ? undefined : inverse,
          labels,
          authoritative: authoritative || !declares,
        };
      }),
    );
};

const models: fc.Arbitrary<ReadonlyArray<ModelAssociation>> = fc
  .shuffledSubarray(pairs, { maxLength: 5 })
  .chain((chosen) => fc.tuple(...chosen.map((pair, i) => entry(pair, i))));

/** The entry as it is read from its other side. Between records of one type, the pair as a whole has one number. */
const mirrored = (association: ModelAssociation): ModelAssociation => {
  const isWithin = association.fromObjectType === association.toObjectType;
  return {
    ...association,
    fromObjectType: association.toObjectType,
    toObjectType: association.fromObjectType,
    maxToObjectIds: isWithin ? association.maxToObjectIds : association.maxFromObjectIds,
    maxFromObjectIds: isWithin ? undefined : association.maxToObjectIds,
    labels: (association.labels ?? []).map((label): ModelLabel =>
      isWithin && label.inverseLabel === undefined
        ? label
        : {
            ...label,
            label: label.inverseLabel ?? label.label,
            inverseLabel: label.label,
            maxToObjectIds: label.maxFromObjectIds,
            maxFromObjectIds: label.maxToObjectIds,
          },
    ),
  };
};

/** What a limit counts, by what people read in its direction. */
const readAs = (limit: LimitDescription, labels: ReadonlyArray<LabelDescription>): string => {
  switch (limit._tag) {
    case "Unlabeled":
      return "unlabeled";
    case "Existing":
      return limit.label;
    case "Made": {
      const made = labels.find(({ name }) => name === limit.name);
      return `${limit.name} ${limit.side === "label" ? made?.label : (made?.inverseLabel ?? made?.label)}`;
    }
  }
};

/** Each limit of each directed pair, in an order of its own, to be compared. */
const asText = ({ labels, configurations }: Expanded): ReadonlyArray<string> =>
  configurations
    .flatMap(({ key, limits, authoritative }) => [
      `${key}: authoritative ${authoritative}`,
      ...limits.map((limit) => `${key}: ${readAs(limit, labels)} ${limit.maxToObjectIds}`),
    ])
    .sort();

const holds = (law: (associations: ReadonlyArray<ModelAssociation>, expansion: Expanded) => void): void =>
  fc.assert(
    fc.property(models, (associations) => law(associations, expanded(associations))),
    { numRuns: runs(500) },
  );

describe("the expansion of a model", () => {
  it("has no label's limit above the limit of its directed pair", () => {
    holds((_, { configurations }) => {
      for (const { limits } of configurations) {
        const object = limits.find(({ _tag }) => _tag === "Unlabeled")?.maxToObjectIds ?? Infinity;
        expect(limits.filter(({ maxToObjectIds }) => maxToObjectIds > object)).to.deep.equal([]);
      }
    });
  });

  it("has each number of the model once, in the direction and for the type that it was declared for", () => {
    holds((associations, expansion) => {
      const declared = associations.flatMap(({ fromObjectType: from, toObjectType: to, ...association }) => {
        const numbers = (
          label: string,
          inverse: string,
          { maxToObjectIds, maxFromObjectIds }: Pick<ModelAssociation, "maxToObjectIds" | "maxFromObjectIds">,
        ): ReadonlyArray<string> => [
          ...(maxToObjectIds === undefined ? [] : [`${from}/${to}: ${label} ${maxToObjectIds}`]),
          ...(maxFromObjectIds === undefined ? [] : [`${to}/${from}: ${inverse} ${maxFromObjectIds}`]),
        ];
        return [
          ...numbers("unlabeled", "unlabeled", association),
          ...(association.labels ?? []).flatMap((label) => {
            const before = label.name === undefined ? "" : `${label.name} `;
            return numbers(`${before}${label.label}`, `${before}${label.inverseLabel ?? label.label}`, label);
          }),
        ];
      });
      const limits = asText(expansion).filter((line) => !line.includes("authoritative"));
      expect(limits).to.deep.equal([...declared].sort());
    });
  });

  it("makes each label that has a name once, and each directed pair at most once", () => {
    holds((associations, { labels, configurations }) => {
      const names = associations.flatMap((association) => association.labels?.flatMap(({ name }) => name ?? []) ?? []);
      expect(labels.map(({ name }) => name)).to.deep.equal(names);
      expect(new Set(configurations.map(({ key }) => key)).size).to.equal(configurations.length);
    });
  });

  it("gives the same limits to each directed pair, whichever way round an entry is written", () => {
    fc.assert(
      fc.property(models, fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }), (associations, turned) => {
        const other = associations.map((association, i) => (turned[i] === true ? mirrored(association) : association));
        expect(asText(expanded(other))).to.deep.equal(asText(expanded(associations)));
      }),
      { numRuns: runs(500) },
    );
  });
});
