/**
 * From a model to the resources it stands for: labels, and for each directed pair one set of limits. Pure; the class
 * {@link AssociationModel} makes the resources.
 */
import { nearest } from "../nearest";
import { normalizedObjectType } from "../objectTypeName";
import type { Mistake } from "./mistake";
import type { ReadAssociation, ReadLabel } from "./read";
import { aliasPath, readModel } from "./read";
import type { KnownAssociation } from "./rules";
import { brokenRules, isKnown, isWithinOneType } from "./rules";

/** A label to be made. Its key is its `name`, which is unique in the portal. */
export interface LabelDescription extends Pick<ReadLabel, "inverseLabel" | "onCreate" | "onDelete"> {
  readonly fromObjectType: string;
  readonly toObjectType: string;
  readonly name: string;
  readonly label: string;
}

/** A limit, by the way in which it finds its association type. */
export type LimitDescription =
  | { readonly _tag: "Unlabeled"; readonly maxToObjectIds: number }
  /** A label of the model, by its name and the direction that its text is read in. */
  | {
      readonly _tag: "Made";
      readonly name: string;
      readonly side: "label" | "inverseLabel";
      readonly maxToObjectIds: number;
    }
  /** A label that stands in the portal, by its text. */
  | { readonly _tag: "Existing"; readonly label: string; readonly maxToObjectIds: number };

/** The limits of one directed pair. The key is `<from>/<to>`. */
export interface ConfigurationDescription extends Pick<ReadAssociation, "authoritative" | "onCreate" | "onDelete"> {
  readonly key: string;
  readonly fromObjectType: string;
  readonly toObjectType: string;
  readonly limits: ReadonlyArray<LimitDescription>;
  /** The names of the labels that the pair must have before. */
  readonly after: ReadonlyArray<string>;
}

export type Expansion =
  | {
      readonly _tag: "Expanded";
      readonly labels: ReadonlyArray<LabelDescription>;
      readonly configurations: ReadonlyArray<ConfigurationDescription>;
    }
  | { readonly _tag: "Mistaken"; readonly mistakes: ReadonlyArray<Mistake> };

const labelsOf = ({ from, to, labels }: KnownAssociation): ReadonlyArray<LabelDescription> =>
  labels.flatMap(({ name, label, inverseLabel, onCreate, onDelete }) =>
    name === undefined || label === undefined
      ? []
      : [{ fromObjectType: from, toObjectType: to, name, label, inverseLabel, onCreate, onDelete }],
  );

const unlabeled = (maxToObjectIds: number | undefined): ReadonlyArray<LimitDescription> =>
  maxToObjectIds === undefined ? [] : [{ _tag: "Unlabeled", maxToObjectIds }];

/** The limit of a label in one direction, if there is one. */
const labeled = (
  { name, label, inverseLabel = label }: ReadLabel,
  side: "label" | "inverseLabel",
  maxToObjectIds: number | undefined,
): ReadonlyArray<LimitDescription> => {
  if (maxToObjectIds === undefined) return [];
  if (name !== undefined) return [{ _tag: "Made", name, side, maxToObjectIds }];
  const text = side === "label" ? label : inverseLabel;
  return text === undefined ? [] : [{ _tag: "Existing", label: text, maxToObjectIds }];
};

const configurationsOf = (association: KnownAssociation): ReadonlyArray<ConfigurationDescription> => {
  const { from, to, labels, authoritative, onCreate, onDelete } = association;
  const forward = [
    ...unlabeled(association.maxToObjectIds),
    ...labels.flatMap((label) => labeled(label, "label", label.maxToObjectIds)),
  ];
  const inverse = [
    ...unlabeled(association.maxFromObjectIds),
    ...labels.flatMap((label) => labeled(label, "inverseLabel", label.maxFromObjectIds)),
  ];
  const after = labelsOf(association).map(({ name }) => name);
  const directed = (
    fromObjectType: string,
    toObjectType: string,
    limits: ReadonlyArray<LimitDescription>,
  ): ReadonlyArray<ConfigurationDescription> =>
    limits.length === 0 && authoritative !== true
      ? []
      : [
          {
            key: `${fromObjectType}/${toObjectType}`,
            fromObjectType,
            toObjectType,
            limits,
            authoritative,
            onCreate,
            onDelete,
            after,
          },
        ];
  return isWithinOneType(association)
    ? directed(from, to, [...forward, ...inverse])
    : [...directed(from, to, forward), ...directed(to, from, inverse)];
};

const inOneSpelling = (key: string): string => key.split("/").map(normalizedObjectType).join("/");

/** Aliases whose resource the model does not have. */
const strayAliases = (aliasKeys: ReadonlyArray<string>, keys: ReadonlyArray<string>): ReadonlyArray<Mistake> =>
  aliasKeys
    .filter((key) => !keys.includes(key))
    .map((key) => {
      const close = keys.find((candidate) => candidate === inOneSpelling(key)) ?? nearest(key, keys);
      const what =
        close === undefined
          ? `the keys are ${keys.slice(0, 20).join(", ")}${keys.length > 20 ? ", …" : ""}`
          : `did you mean "${close}"?`;
      return { path: aliasPath(key), problem: `nothing in the model has this key; ${what}` };
    });

/** The resources of a model, or everything that is wrong with it. */
export const expand = (model: unknown): Expansion => {
  const read = readModel(model);
  const mistakes = [...read.mistakes, ...brokenRules(read.associations)];
  if (mistakes.length > 0) return { _tag: "Mistaken", mistakes };
  const known = read.associations.filter(isKnown);
  const labels = known.flatMap(labelsOf);
  const configurations = known.flatMap(configurationsOf);
  const keys = [...configurations.map(({ key }) => key), ...labels.map(({ name }) => name)];
  const stray = strayAliases(read.aliasKeys, keys);
  return stray.length > 0 ? { _tag: "Mistaken", mistakes: stray } : { _tag: "Expanded", labels, configurations };
};
