/**
 * A model as it was written, read whatever the types said, since it may come from YAML. What is wrong is missing from
 * what was read, and told; the rules between values that are each right are in `rules.ts`.
 */
import type { LabelOnDelete, OnCreate, OnDelete } from "../../provider/model";
import type { Read, Reader } from "./fields";
import {
  bool,
  labelName,
  nothing,
  objectType,
  oneOf,
  optional,
  right,
  strangeKeys,
  text,
  wholeNumber,
  wrong,
} from "./fields";
import type { Fields, Mistake } from "./mistake";
import { isFields, show } from "./mistake";

/** The two numbers of a pair or of a label. */
export interface ReadNumbers {
  readonly maxToObjectIds: number | undefined;
  readonly maxFromObjectIds: number | undefined;
}

export interface ReadLabel extends ReadNumbers {
  readonly path: string;
  /** Whether the model makes it. */
  readonly isMade: boolean;
  /** Whether nothing in it is wrong. */
  readonly isRight: boolean;
  readonly name: string | undefined;
  readonly label: string | undefined;
  readonly inverseLabel: string | undefined;
  readonly onCreate: OnCreate | undefined;
  readonly onDelete: LabelOnDelete | undefined;
}

export interface ReadAssociation extends ReadNumbers {
  readonly path: string;
  /** Whether nothing in it is wrong. */
  readonly isRight: boolean;
  /** In the one spelling. */
  readonly from: string | undefined;
  /** In the one spelling. */
  readonly to: string | undefined;
  readonly labels: ReadonlyArray<ReadLabel>;
  readonly authoritative: boolean | undefined;
  readonly onCreate: OnCreate | undefined;
  readonly onDelete: OnDelete | undefined;
}

export interface ReadModel {
  readonly mistakes: ReadonlyArray<Mistake>;
  readonly associations: ReadonlyArray<ReadAssociation>;
  /** The keys of what is taken over. */
  readonly aliasKeys: ReadonlyArray<string>;
}

const modelKeys = ["associations", "aliases"];
const associationKeys = [
  "fromObjectType",
  "toObjectType",
  "maxToObjectIds",
  "maxFromObjectIds",
  "labels",
  "authoritative",
  "onCreate",
  "onDelete",
];
const existingLabelKeys = ["label", "inverseLabel", "maxToObjectIds", "maxFromObjectIds"];
const labelKeys = ["name", ...existingLabelKeys, "onCreate", "onDelete"];
const exampleAssociation = `{ fromObjectType: "contacts", toObjectType: "companies", maxToObjectIds: 5 }`;
const exampleLabel = `{ name: "decision_maker", label: "Decision maker" }`;

const exampleAlias = `{ "contacts/companies": "contact-to-company" }`;

/** The keys that only a label with a name has. */
const withoutName = (path: string, fields: Fields): ReadonlyArray<Mistake> =>
  ["onCreate", "onDelete"]
    .filter((key) => key in fields && fields[key] !== undefined)
    .map((key) => ({
      path: `${path}.${key}`,
      problem: `${show(fields[key])} is for labels that are made, which have a name; add one, or leave ${key} out`,
    }));

const onCreate = oneOf<OnCreate>("adopt", "fail");
const onDelete = oneOf<OnDelete>("restore", "purge");
const labelOnDelete = oneOf<LabelOnDelete>("delete", "keep");

/** Reads the keys of an object. A strange key is most likely the one that is missing: then only it is reported. */
const keysOf = (path: string, fields: Fields, strange: ReadonlyArray<Mistake>) => {
  const read = <A>(key: string, reader: Reader<A>): Read<A> =>
    reader(path === "" ? key : `${path}.${key}`, fields[key]);
  return {
    required: <A>(key: string, reader: Reader<A>): Read<A> => read(key, strange.length > 0 ? optional(reader) : reader),
    optional: <A>(key: string, reader: Reader<A>): Read<A> => read(key, optional(reader)),
  };
};

const mistakesOf = (...reads: ReadonlyArray<Read<unknown>>): ReadonlyArray<Mistake> =>
  reads.flatMap(({ mistakes }) => mistakes);

/** Reads one label. One that has the key `name` is made, so that an undefined name does not turn it into another kind. */
const readLabel: Reader<ReadLabel> = (path, value) => {
  if (!isFields(value)) return wrong(path, value, `${show(value)} is no label; write for example ${exampleLabel}`);
  const isMade = "name" in value;
  const strange = strangeKeys(path, value, labelKeys);
  const key = keysOf(path, value, strange);
  const name = isMade ? key.required("name", labelName(value["label"])) : nothing;
  const label = key.required("label", text("Decision maker"));
  const inverseLabel = key.optional("inverseLabel", text("Decided by"));
  const maxToObjectIds = key.optional("maxToObjectIds", wholeNumber);
  const maxFromObjectIds = key.optional("maxFromObjectIds", wholeNumber);
  const ofCreate = isMade ? key.optional("onCreate", onCreate) : nothing;
  const ofDelete = isMade ? key.optional("onDelete", labelOnDelete) : nothing;
  const mistakes = [
    ...strange,
    ...(isMade || strange.length > 0 ? [] : withoutName(path, value)),
    ...mistakesOf(name, label, inverseLabel, maxToObjectIds, maxFromObjectIds, ofCreate, ofDelete),
  ];
  return {
    value: {
      path,
      isMade,
      isRight: mistakes.length === 0,
      name: name.value,
      label: label.value,
      inverseLabel: inverseLabel.value,
      maxToObjectIds: maxToObjectIds.value,
      maxFromObjectIds: maxFromObjectIds.value,
      onCreate: ofCreate.value,
      onDelete: ofDelete.value,
    },
    mistakes,
  };
};

const listOf =
  <A>(reader: Reader<A>, example: string): Reader<ReadonlyArray<A>> =>
  (path, value) => {
    if (!Array.isArray(value)) {
      const what = value === undefined ? "missing" : `${show(value)} is no list`;
      return wrong(path, value, `${what}; write for example [${example}]`);
    }
    const reads = value.map((element: unknown, i) => reader(`${path}[${i}]`, element));
    return {
      value: reads.flatMap((read) => (read.value === undefined ? [] : [read.value])),
      mistakes: mistakesOf(...reads),
    };
  };

const readAssociation: Reader<ReadAssociation> = (path, value) => {
  if (!isFields(value)) {
    return wrong(path, value, `${show(value)} is no association; write for example ${exampleAssociation}`);
  }
  const strange = strangeKeys(path, value, associationKeys);
  const key = keysOf(path, value, strange);
  const from = key.required("fromObjectType", objectType);
  const to = key.required("toObjectType", objectType);
  const maxToObjectIds = key.optional("maxToObjectIds", wholeNumber);
  const maxFromObjectIds = key.optional("maxFromObjectIds", wholeNumber);
  const labels = key.optional("labels", listOf(readLabel, exampleLabel));
  const authoritative = key.optional("authoritative", bool);
  const ofCreate = key.optional("onCreate", onCreate);
  const ofDelete = key.optional("onDelete", onDelete);
  const mistakes = [
    ...strange,
    ...mistakesOf(from, to, maxToObjectIds, maxFromObjectIds, labels, authoritative, ofCreate, ofDelete),
  ];
  return {
    value: {
      path,
      isRight: mistakes.length === 0,
      from: from.value,
      to: to.value,
      maxToObjectIds: maxToObjectIds.value,
      maxFromObjectIds: maxFromObjectIds.value,
      labels: labels.value ?? [],
      authoritative: authoritative.value,
      onCreate: ofCreate.value,
      onDelete: ofDelete.value,
    },
    mistakes,
  };
};

/** A logical name, or one of Pulumi's aliases, whose parts may be outputs. */
const readAlias: Reader<unknown> = (path, value) =>
  (typeof value === "string" && value.trim() !== "") || isFields(value)
    ? right(value)
    : wrong(path, value, `${show(value)} is no logical name of a resource; write for example "contact-to-company"`);

const readAliases: Reader<ReadonlyArray<string>> = (path, value) => {
  if (!isFields(value)) {
    return wrong(path, value, `${show(value)} takes nothing over; write for example ${exampleAlias}`);
  }
  const reads = Object.entries(value).map(([key, alias]) => readAlias(aliasPath(key), alias));
  return { value: Object.keys(value), mistakes: mistakesOf(...reads) };
};

/** Where the alias for a key stands. */
export const aliasPath = (key: string): string => `aliases[${JSON.stringify(key)}]`;

/** Reads a whole model. */
export const readModel = (value: unknown): ReadModel => {
  const model = isFields(value) ? value : undefined;
  if (model === undefined) {
    const { mistakes } = wrong(
      "",
      value,
      `${show(value)} is no model; write for example { associations: [${exampleAssociation}] }`,
    );
    return { mistakes, associations: [], aliasKeys: [] };
  }
  const strange = strangeKeys("", model, modelKeys);
  const key = keysOf("", model, strange);
  const associations = key.required("associations", listOf(readAssociation, exampleAssociation));
  const aliases = key.optional("aliases", readAliases);
  return {
    mistakes: [...strange, ...mistakesOf(associations, aliases)],
    associations: associations.value ?? [],
    aliasKeys: aliases.value ?? [],
  };
};
