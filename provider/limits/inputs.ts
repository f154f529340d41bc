/**
 * The inputs of an `AssociationConfiguration` as a program wrote them, read field by field, so that every mistake is
 * reported at once and each with its path, its value and the way out. What the engine does not know yet passes.
 */
import * as E from "fp-ts/Either";
import { pipe } from "fp-ts/function";
import * as O from "fp-ts/Option";
import * as RA from "fp-ts/ReadonlyArray";
import type { LimitSelector, OnCreate, OnDelete } from "../model";
import type { Fields, InputFailure, Read } from "../fields";
import {
  fail,
  isFields,
  known,
  lefts,
  objectType,
  oneOf,
  reading,
  show,
  spelled,
  strangeKeys,
  valueOf,
} from "../fields";
import { isUnknown } from "../unknown";
import { byId, byLabel, unlabeled } from "./selector";

/** One element of `limits`; `none` where preview does not know a part yet. */
export interface DeclaredLimit {
  readonly path: string;
  readonly selector: O.Option<LimitSelector>;
  readonly maxToObjectIds: O.Option<number>;
}

/** The inputs as far as they are known. */
export interface DeclaredInputs {
  readonly from: O.Option<string>;
  readonly to: O.Option<string>;
  readonly limits: O.Option<ReadonlyArray<O.Option<DeclaredLimit>>>;
  readonly authoritative: O.Option<boolean>;
  readonly onCreate: O.Option<OnCreate>;
  readonly onDelete: O.Option<OnDelete>;
}

/** What reading gives: the failures, what is known, and the inputs normalized with the defaults filled in. */
export interface ReadInputs {
  readonly failures: ReadonlyArray<InputFailure>;
  readonly declared: DeclaredInputs;
  readonly normalized: Readonly<Record<string, unknown>>;
}

export const maxLimit = 2 ** 31 - 1;

const categories = ["HUBSPOT_DEFINED", "INTEGRATOR_DEFINED", "USER_DEFINED", "WORK"] as const;
const onCreates = ["adopt", "fail"] as const;
const onDeletes = ["restore", "purge"] as const;
const inputKeys = ["fromObjectType", "toObjectType", "limits", "authoritative", "onCreate", "onDelete"];
const limitKeys = ["unlabeled", "label", "category", "typeId", "maxToObjectIds"];
const ways =
  "write { unlabeled: true, maxToObjectIds }, { label, maxToObjectIds } or { category, typeId, maxToObjectIds }";
const exampleList = "write for example [{ unlabeled: true, maxToObjectIds: 5 }]";

const bool = (path: string, value: unknown): Read<boolean> => {
  if (typeof value === "boolean") return E.right(value);
  const quoted = value === "true" || value === "false" ? `; write ${value} without quotes` : "";
  return fail(path, `${show(value)} is neither true nor false${quoted}`);
};

const isAllowed = (value: number): boolean => Number.isInteger(value) && value >= 1 && value <= maxLimit;

const wholeNumber =
  (what: string) =>
  (path: string, value: unknown): Read<number> => {
    if (typeof value === "number" && isAllowed(value)) return E.right(value);
    if (value === undefined) return fail(path, `missing; write ${what}`);
    const isQuoted = typeof value === "string" && /^[1-9]\d*$/.test(value) && isAllowed(Number(value));
    const write = isQuoted ? `${value} without quotes` : what;
    return fail(path, `${show(value)} is not a whole number from 1 to ${maxLimit}; write ${write}`);
  };

const maxToObjectIds = wholeNumber("how many records of the to type one record of the from type may have");
const typeId = wholeNumber("the id of the association type");

const unlabeledSelector = (path: string, fields: Fields): Read<O.Option<LimitSelector>> =>
  isUnknown(fields["unlabeled"])
    ? E.right(O.none)
    : fields["unlabeled"] === true
      ? E.right(O.some(unlabeled))
      : fail(`${path}.unlabeled`, `${show(fields["unlabeled"])} names no association type; ${ways}`);

const labelSelector = (path: string, { label }: Fields): Read<O.Option<LimitSelector>> =>
  isUnknown(label)
    ? E.right(O.none)
    : typeof label === "string" && label.trim() !== ""
      ? E.right(O.some(byLabel(label)))
      : fail(`${path}.label`, `${show(label)} is no label; write its text, or { unlabeled: true } for the pair's own`);

const idSelector = (path: string, fields: Fields): Read<O.Option<LimitSelector>> => {
  const category = known(oneOf(categories))(`${path}.category`, fields["category"]);
  const id = known(typeId)(`${path}.typeId`, fields["typeId"]);
  if (E.isLeft(category) || E.isLeft(id)) return E.left([...lefts(category), ...lefts(id)]);
  return E.right(pipe(O.Do, O.apS("category", category.right), O.apS("typeId", id.right), O.map(byId)));
};

/** The selectors that a limit has, each with its keys. */
const selectorKeys = [["unlabeled"], ["label"], ["category", "typeId"]] as const;

/** Chooses the selector by the keys that are there, so that a mistake in one gives one failure and not two. */
const selector = (path: string, fields: Fields): Read<O.Option<LimitSelector>> => {
  const named = selectorKeys
    .map((keys) => keys.filter((key) => key in fields).map((key) => `${key}: ${show(fields[key])}`))
    .filter((written) => written.length > 0)
    .map((written) => `{ ${written.join(", ")} }`);
  if (named.length > 1) {
    return fail(path, `names its association type more than once, by ${named.join(" and by ")}; keep one of them`);
  }
  if ("label" in fields) return labelSelector(path, fields);
  if ("unlabeled" in fields) return unlabeledSelector(path, fields);
  if ("category" in fields || "typeId" in fields) return idSelector(path, fields);
  return fail(path, `${show(fields)} names no association type; ${ways}`);
};

const limit = (path: string, value: unknown): Read<DeclaredLimit> => {
  if (!isFields(value)) return fail(path, `${show(value)} is no limit; ${ways}`);
  const strange = strangeKeys(`${path}.`, value, limitKeys);
  const max = known(maxToObjectIds)(`${path}.maxToObjectIds`, value["maxToObjectIds"]);
  // A strange key is most likely the misspelt selector: then its absence is not reported as well.
  const named = selector(path, value);
  if (strange.length > 0) return E.left([...strange, ...("maxToObjectIds" in value ? lefts(max) : [])]);
  return E.isRight(named) && E.isRight(max)
    ? E.right({ path, selector: named.right, maxToObjectIds: max.right })
    : E.left([...lefts(named), ...lefts(max)]);
};

const limits = (path: string, value: unknown): Read<ReadonlyArray<O.Option<DeclaredLimit>>> => {
  if (!Array.isArray(value)) {
    return fail(path, `${value === undefined ? "missing" : `${show(value)} is no list`}; ${exampleList}`);
  }
  const reads = value.map((element: unknown, i) => known(limit)(`${path}[${i}]`, element));
  const failures = reads.flatMap(lefts);
  return failures.length > 0 ? E.left(failures) : E.right(RA.rights(reads));
};

/** Reads the inputs of one resource. */
export const readInputs = (raw: Fields): ReadInputs => {
  const withDefaults: Fields = { authoritative: false, onCreate: "adopt", onDelete: "restore", ...raw };
  const field = reading(withDefaults);

  const from = field("fromObjectType", objectType);
  const to = field("toObjectType", objectType);
  const list = field("limits", limits);
  const authoritative = field("authoritative", bool);
  const onCreate = field("onCreate", oneOf(onCreates));
  const onDelete = field("onDelete", oneOf(onDeletes));

  return {
    failures: [
      ...strangeKeys("", raw, inputKeys),
      ...[from, to, list, authoritative, onCreate, onDelete].flatMap((read) => lefts<unknown>(read)),
    ],
    declared: {
      from: valueOf(from),
      to: valueOf(to),
      limits: valueOf(list),
      authoritative: valueOf(authoritative),
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
