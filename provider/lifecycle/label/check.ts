/** Check of a label: reads the inputs, notes what the run declares, and looks at the portal where the label is new. */
import { pipe } from "fp-ts/function";
import * as O from "fp-ts/Option";
import * as T from "fp-ts/Task";
import type { InputFailure } from "../../fields";
import type { LabelClaim } from "../../labelClaims";
import type { DeclaredLabel } from "../../labels/inputs";
import { mirrored } from "../../associationType";
import { inverseOf, isSymmetric, knownLabelInputs, pairOfLabel, readLabelInputs, textsOf } from "../../labels/inputs";
import { showFailure } from "../../limits/rules";
import type { LabelInputs } from "../../model";
import type { Context } from "../../portals";
import { inOldSpelling, meansSame, onceDecided } from "../identity";
import type { Checked, Properties } from "../resource";
import { misconfigured, unusable } from "../unusable";
import { lookForLabel } from "./look";

export const checkLabel =
  (context: Context) =>
  (olds: Properties, news: Properties): T.Task<Checked> => {
    const { failures, declared, normalized } = readLabelInputs(news);
    const refused = (broken: ReadonlyArray<InputFailure>): T.Task<Checked> =>
      T.of({ inputs: normalized, failures: [...broken.map(showFailure), ...misconfigured(context)] });
    if (failures.length > 0) return refused(failures);

    const now = knownTexts(declared);
    if (O.isNone(now)) return refused([]);
    const before = knownLabelInputs(readLabelInputs(olds).declared);
    const decided = (): T.Task<Checked> => {
      const claim = claimOf(context, before, now.value);
      const contradictions = context.claims.labels.declare(claim);
      if (contradictions.length > 0) return refused(contradictions);

      const isNew = O.isNone(before) || claim.isRemade;
      return pipe(
        isNew
          ? lookForLabel(context, claim, now.value)
          : T.of(isChanged(before.value, now.value) ? unusable(context) : misconfigured(context)),
        T.map((seen) => ({
          inputs: inOldSpelling(context, pipe(before, O.map(pairOfLabel)), claim.pair, normalized, "turns"),
          failures: seen,
        })),
      );
    };
    return onceDecided(context, pipe(before, O.map(pairOfLabel)), pairOfLabel(now.value), "turns", normalized, decided);
  };

/** What is known of a label, where that says which one it is; a side that is not known yet says the same as the other. */
const knownTexts = (declared: DeclaredLabel): O.Option<LabelInputs> =>
  knownLabelInputs({
    ...declared,
    inverseLabel: pipe(
      declared.inverseLabel,
      O.alt(() => O.some<string | undefined>(undefined)),
    ),
    onDelete: pipe(
      declared.onDelete,
      O.alt(() => O.some<LabelInputs["onDelete"]>(undefined)),
    ),
  });

const claimOf = (context: Context, before: O.Option<LabelInputs>, now: LabelInputs): LabelClaim => {
  const pair = pairOfLabel(now);
  const isRemade = pipe(
    before,
    O.exists((old) => isAnother(context, old, now)),
  );
  return {
    pair,
    name: now.name,
    ...textsOf(now),
    before: pipe(
      before,
      O.map((old) => ({ pair: pairOfLabel(old), ...textsOf(old) })),
    ),
    provisional: isRemade,
    isRemade,
  };
};

/** Whether the old label goes, and this one comes. */
const isAnother = (context: Context, old: LabelInputs, now: LabelInputs): boolean => {
  const [own, other] = [pairOfLabel(old), pairOfLabel(now)];
  const isSame = meansSame(context);
  return (
    old.name !== now.name ||
    !(isSame(own, other) || isSame(mirrored(own), other)) ||
    (own.from === own.to && isSymmetric(own, old) !== isSymmetric(own, now))
  );
};

const isChanged = (old: LabelInputs, now: LabelInputs): boolean =>
  old.label !== now.label || inverseOf(old) !== inverseOf(now);
