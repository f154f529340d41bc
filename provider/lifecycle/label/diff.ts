/** Diff of a label: its texts can change, its name and its pair cannot. It asks no portal. */
import * as E from "fp-ts/Either";
import { pipe } from "fp-ts/function";
import * as O from "fp-ts/Option";
import { isSameObject } from "../../customObjects";
import type { Failure } from "../../failure";
import type { DeclaredLabel } from "../../labels/inputs";
import { inverseOf, isSymmetric, knownLabelInputs, readLabelInputs } from "../../labels/inputs";
import type { LabelInputs } from "../../model";
import type { Context } from "../../portals";
import { isNewId, isOther, livesElsewhere, livesWhereItShould, objectsOf } from "../home";
import { decidedByState } from "../identity";
import type { Diff, Properties } from "../resource";
import type { LabelState } from "./state";
import { readLabelState } from "./state";

/** What is not known yet is a change, never a replacement. */
export const diffLabel = (context: Context, olds: Properties, news: Properties): E.Either<Failure, Diff> => {
  const old = readLabelState(olds);
  const { declared } = readLabelInputs(news);
  return pipe(
    livesWhereItShould(context, old),
    E.chain(() => decidedByState(context, old, declared, "turns")),
    E.map(() => difference(context, old, declared)),
  );
};

const difference = (context: Context, old: O.Option<LabelState>, declared: DeclaredLabel): Diff => {
  if (O.isNone(old)) return { changes: true, replaces: [] };
  const isFlipped = isSeenFromTheOtherSide(context, old.value, declared);
  const { from, to } = objectsOf(context, old.value);
  const moved = [
    ...(isFlipped || !isOther(from, declared.from) ? [] : ["fromObjectType"]),
    ...(isFlipped || !isOther(to, declared.to) ? [] : ["toObjectType"]),
    ...(O.isSome(declared.name) && declared.name.value !== old.value.name ? ["name"] : []),
    ...(changesKind(old.value, declared) ? ["inverseLabel"] : []),
  ];
  const isElsewhere = livesElsewhere(context.portalId, old.value);
  const replaces = [...moved, ...(isElsewhere ? ["portalId"] : [])];
  const unchanged =
    !isFlipped &&
    !isNewId(old.value, declared.from, declared.to) &&
    pipe(
      knownLabelInputs(declared),
      O.exists((now) => sameLabel(old.value, now)),
    );
  return {
    changes: replaces.length > 0 || !unchanged,
    replaces,
    // A name is unique in the portal: the old label must go before the new one can come.
    deleteBeforeReplace: moved.length > 0 && !isElsewhere,
  };
};

/** The same label, by its name, of the same two object types, written from the other one. */
export const isSeenFromTheOtherSide = (context: Context, old: LabelState, declared: DeclaredLabel): boolean => {
  const { from, to } = objectsOf(context, old);
  return (
    old.fromObjectType !== old.toObjectType &&
    O.isSome(declared.from) &&
    O.isSome(declared.to) &&
    isSameObject(to, declared.from.value) &&
    isSameObject(from, declared.to.value)
  );
};

/** Between records of one object type a label is one association type or two, for good. */
const changesKind = (old: LabelState, declared: DeclaredLabel): boolean =>
  O.isSome(declared.label) &&
  O.isSome(declared.inverseLabel) &&
  old.fromObjectType === old.toObjectType &&
  (old.typeId === old.inverseTypeId) !==
    isSymmetric(old.pair, {
      label: declared.label.value,
      ...(declared.inverseLabel.value === undefined ? {} : { inverseLabel: declared.inverseLabel.value }),
    });

/** Whether the state does what a program says; `onDelete` left out leaves it as it was decided. */
const sameLabel = (old: LabelInputs, now: LabelInputs): boolean =>
  old.label === now.label &&
  inverseOf(old) === inverseOf(now) &&
  old.onCreate === now.onCreate &&
  old.onDelete === now.onDelete;
