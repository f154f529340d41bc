/** Diff of a label: its texts can change, its name and its pair cannot. It asks no portal. */
import * as E from "fp-ts/Either";
import { pipe } from "fp-ts/function";
import * as O from "fp-ts/Option";
import type { Failure } from "../../failure";
import type { DeclaredLabel } from "../../labels/inputs";
import { inverseOf, knownLabelInputs, readLabelInputs } from "../../labels/inputs";
import type { LabelInputs } from "../../model";
import type { Context } from "../../portals";
import type { Fate } from "../fate";
import { whatBecomes } from "../fate";
import { comparedSides, objectsInState, readHome, withoutHome } from "../home";
import type { Diff, Properties } from "../resource";
import type { LabelState } from "./state";
import { readLabelState } from "./state";

/** What is not known yet is a change, never a replacement. */
export const diffLabel = (context: Context, olds: Properties, news: Properties): E.Either<Failure, Diff> => {
  const { declared } = readLabelInputs(withoutHome(news));
  return pipe(
    readLabelState(olds),
    O.match(
      () => E.right<Failure, Diff>({ changes: true, replaces: [] }),
      (old) =>
        pipe(
          whatBecomes(context, old, declared, readHome(news), "turns"),
          E.map((fate) => difference(old, declared, fate)),
        ),
    ),
  );
};

const difference = (old: LabelState, declared: DeclaredLabel, { replaces, moves, isRespelled }: Fate): Diff => {
  const remade = [
    ...replaces,
    ...(O.isSome(declared.name) && declared.name.value !== old.name ? ["name"] : []),
    ...(changesKind(old, declared) ? ["inverseLabel"] : []),
  ];
  const unchanged =
    !isRespelled &&
    pipe(
      knownLabelInputs(declared),
      O.exists((now) => sameLabel(old, now)),
    );
  return {
    changes: remade.length > 0 || !unchanged,
    replaces: remade,
    // A name is unique in the portal: the old label must go before the new one can come.
    deleteBeforeReplace: remade.length > 0 && !moves,
  };
};

/**
 * Whether a program writes the label of the state from its other side. Between records of one object type, both sides
 * are written alike: there it is turned where the texts are exactly exchanged.
 */
export const isTurned = (old: LabelState, now: LabelInputs, fate: Fate): boolean =>
  fate.isTurned ||
  (isWithinOne(old) &&
    old.typeId !== old.inverseTypeId &&
    old.label === inverseOf(now) &&
    now.label === inverseOf(old));

/** Whether a label is between records of one object type, in whichever words. */
const isWithinOne = (old: LabelState): boolean => {
  const { from, to } = objectsInState(old);
  return comparedSides(old.portalId, from, to) === "Same";
};

/** Between records of one object type a label is one association type or two, for good. */
const changesKind = (old: LabelState, declared: DeclaredLabel): boolean =>
  O.isSome(declared.label) &&
  O.isSome(declared.inverseLabel) &&
  isWithinOne(old) &&
  (old.typeId === old.inverseTypeId) !==
    (declared.label.value === (declared.inverseLabel.value ?? declared.label.value));

/** Whether the state does what a program says; `onDelete` left out leaves it as it was decided. */
const sameLabel = (old: LabelInputs, now: LabelInputs): boolean =>
  old.label === now.label &&
  inverseOf(old) === inverseOf(now) &&
  old.onCreate === now.onCreate &&
  old.onDelete === now.onDelete;
