/**
 * The labels that a program has declared so far, so that a limit which names one by its text comes after it. It knows
 * texts that stand in the program, not those that are other resources' outputs.
 */
import * as pulumi from "@pulumi/pulumi";

interface DeclaredLabel {
  readonly texts: ReadonlyArray<string>;
  readonly resource: pulumi.Resource;
}

/** Each run of a program has a stack of its own; where there is none, as in unit tests, they share one list. */
const outside = {};
const declared = new WeakMap<object, DeclaredLabel[]>();

const ofThisRun = (): DeclaredLabel[] => {
  const run = pulumi.runtime.getStackResource() ?? outside;
  const labels = declared.get(run) ?? [];
  declared.set(run, labels);
  return labels;
};

const plain = (value: unknown): ReadonlyArray<string> =>
  typeof value === "string" ? [value.trim().toLowerCase()] : [];

/** Notes a label with the texts of its two sides. */
export const noteLabel = (resource: pulumi.Resource, label: unknown, inverseLabel: unknown): void => {
  ofThisRun().push({ texts: [...plain(label), ...plain(inverseLabel)], resource });
};

const textsOf = (limits: unknown): ReadonlyArray<string> =>
  Array.isArray(limits)
    ? limits.flatMap((limit: unknown) =>
        typeof limit === "object" && limit !== null && "label" in limit ? plain(limit.label) : [],
      )
    : [];

/** The labels declared before that limits name by a text of theirs. */
export const labelsNamedIn = (limits: unknown): pulumi.Resource[] => {
  const texts = textsOf(limits);
  return texts.length === 0
    ? []
    : ofThisRun().flatMap((label) => (label.texts.some((text) => texts.includes(text)) ? [label.resource] : []));
};
