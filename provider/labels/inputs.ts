/** The inputs of an `AssociationLabel` as a program wrote them, and HubSpot's rules for them. */
import * as E from "fp-ts/Either";
import { pipe } from "fp-ts/function";
import * as O from "fp-ts/Option";
import type { Fields, InputFailure, Read } from "../fields";
import { fail, lefts, objectType, oneOf, reading, show, spelled, strangeKeys, valueOf } from "../fields";
import type { LabelTexts } from "../hubspot/calls";
import type { LabelInputs, LabelOnDelete, OnCreate, Pair } from "../model";

/** The inputs as far as they are known; `undefined` is what a program leaves out. */
export interface DeclaredLabel {
  readonly from: O.Option<string>;
  readonly to: O.Option<string>;
  readonly name: O.Option<string>;
  readonly label: O.Option<string>;
  readonly inverseLabel: O.Option<string | undefined>;
  readonly onCreate: O.Option<OnCreate>;
  readonly onDelete: O.Option<LabelOnDelete | undefined>;
}

export interface ReadLabelInputs {
  readonly failures: ReadonlyArray<InputFailure>;
  readonly declared: DeclaredLabel;
  readonly normalized: Fields;
}

export const labelInputKeys = [
  "fromObjectType",
  "toObjectType",
  "name",
  "label",
  "inverseLabel",
  "onCreate",
  "onDelete",
];
const onCreates = ["adopt", "fail"] as const;
const onDeletes = ["delete", "keep"] as const;

/** HubSpot documents no bound; nobody could read a longer label, and no list of labels could show it. */
export const longestLabel = 255;

/** HubSpot's guide to the associations schema: no hyphens, no number at the beginning. */
const name = (path: string, value: unknown): Read<string> => {
  if (typeof value !== "string" || value.trim() === "") {
    const what = value === undefined ? "missing" : `${show(value)} is no name`;
    return fail(path, `${what}; write HubSpot's internal name of the label, such as "decision_maker"`);
  }
  const allowed = value.replaceAll("-", "_").replace(/^(?=\d)/, "label_");
  return allowed === value
    ? E.right(value)
    : fail(
        path,
        `${show(value)} ${/-/.test(value) ? "has a hyphen" : "begins with a digit"}, which HubSpot does not allow in a name; write "${allowed}"`,
      );
};

const text = (path: string, value: unknown): Read<string> => {
  if (typeof value !== "string" || value.trim() === "") {
    const what = value === undefined ? "missing" : `${show(value)} is no label`;
    return fail(path, `${what}; write the text that people read, such as "Decision maker"`);
  }
  return value.length <= longestLabel
    ? E.right(value)
    : fail(path, `${show(value)} has ${value.length} characters; write a label of ${longestLabel} at most`);
};

const optional =
  <A>(read: (path: string, value: unknown) => Read<A>) =>
  (path: string, value: unknown): Read<A | undefined> =>
    value === undefined ? E.right(undefined) : read(path, value);

/** Reads the inputs of one label. */
export const readLabelInputs = (raw: Fields): ReadLabelInputs => {
  const withDefaults: Fields = { onCreate: "fail", ...raw };
  const field = reading(withDefaults);

  const from = field("fromObjectType", objectType);
  const to = field("toObjectType", objectType);
  const internal = field("name", name);
  const label = field("label", text);
  const inverseLabel = field("inverseLabel", optional(text));
  const onCreate = field("onCreate", oneOf(onCreates));
  const onDelete = field("onDelete", optional(oneOf(onDeletes)));
  return {
    failures: [
      ...strangeKeys("", raw, labelInputKeys),
      ...[from, to, internal, label, inverseLabel, onCreate, onDelete].flatMap((read) => lefts<unknown>(read)),
    ],
    declared: {
      from: valueOf(from),
      to: valueOf(to),
      name: valueOf(internal),
      label: valueOf(label),
      inverseLabel: valueOf(inverseLabel),
      onCreate: valueOf(onCreate),
      onDelete: valueOf(onDelete),
    },
    normalized: {
      ...withDefaults,
      fromObjectType: spelled(withDefaults, "fromObjectType", from),
      toObjectType: spelled(withDefaults, "toObjectType", to),
    },
  };
};

/** The inputs, where all of them are known. */
export const knownLabelInputs = (declared: DeclaredLabel): O.Option<LabelInputs> =>
  pipe(
    O.Do,
    O.apS("fromObjectType", declared.from),
    O.apS("toObjectType", declared.to),
    O.apS("name", declared.name),
    O.apS("label", declared.label),
    O.apS("inverse", declared.inverseLabel),
    O.apS("onCreate", declared.onCreate),
    O.apS("after", declared.onDelete),
    O.map(({ inverse, after, ...inputs }) => ({
      ...inputs,
      ...(inverse === undefined ? {} : { inverseLabel: inverse }),
      ...(after === undefined ? {} : { onDelete: after }),
    })),
  );

export const pairOfLabel = ({ fromObjectType, toObjectType }: LabelInputs): Pair => ({
  from: fromObjectType,
  to: toObjectType,
});

/** What both sides say. */
export const textsOf = (inputs: Pick<LabelInputs, "label" | "inverseLabel">): LabelTexts => ({
  label: inputs.label,
  inverseLabel: inverseOf(inputs),
});

/** What the other side says. */
export const inverseOf = ({ label, inverseLabel }: Pick<LabelInputs, "label" | "inverseLabel">): string =>
  inverseLabel ?? label;

/** A label between records of one object type that says the same on both sides is one association type, not two. */
export const isSymmetric = (pair: Pair, texts: Pick<LabelInputs, "label" | "inverseLabel">): boolean =>
  pair.from === pair.to && texts.label === inverseOf(texts);
