/** Check of a label: reads the inputs, notes what the run declares, and looks at the portal where the label is new. */
import { pipe } from "fp-ts/function";
import * as O from "fp-ts/Option";
import * as T from "fp-ts/Task";
import * as TE from "fp-ts/TaskEither";
import type { InputFailure } from "../../fields";
import type { LabelClaim } from "../../labelClaims";
import type { DeclaredLabel } from "../../labels/inputs";
import { inverseOf, isSymmetric, knownLabelInputs, pairOfLabel, readLabelInputs, textsOf } from "../../labels/inputs";
import { showFailure } from "../../limits/rules";
import type { LabelInputs, Pair } from "../../model";
import type { Context } from "../../portals";
import type { Home, Verdict } from "../home";
import { objectsAt, placeOf, readHome, withHome, withoutHome } from "../home";
import type { Before, Identity } from "../identity";
import { decide } from "../identity";
import type { Checked, Properties } from "../resource";
import { misconfigured, unusable } from "../unusable";
import { lookForLabel } from "./look";

export const checkLabel =
  (context: Context) =>
  (olds: Properties, news: Properties): T.Task<Checked> => {
    const { failures, declared, normalized } = readLabelInputs(withoutHome(news));
    const refused = (broken: ReadonlyArray<InputFailure>): T.Task<Checked> =>
      T.of({ inputs: normalized, failures: [...broken.map(showFailure), ...misconfigured(context)] });
    if (failures.length > 0) return refused(failures);

    if (O.isNone(declared.from) || O.isNone(declared.to)) return refused([]);
    const pair = { from: declared.from.value, to: declared.to.value };
    const now = knownTexts(declared);
    const before = knownLabelInputs(readLabelInputs(withoutHome(olds)).declared);
    return pipe(
      decide(context, beforeOf(before, olds), pair, "turns"),
      TE.matchE(
        (broken) => T.of({ inputs: normalized, failures: broken }),
        (identity) =>
          O.isNone(now)
            ? T.of({ inputs: withHome(normalized, identity.home), failures: misconfigured(context) })
            : decided(context, identity, before, readHome(olds), now.value, normalized),
      ),
    );
  };

const beforeOf = (before: O.Option<LabelInputs>, olds: Properties): O.Option<Before> =>
  pipe(
    before,
    O.map((old) => ({ pair: pairOfLabel(old), home: readHome(olds) })),
  );

/** The rest of a check, once it is decided which label it is. */
const decided = (
  context: Context,
  { place, home, verdict }: Identity,
  before: O.Option<LabelInputs>,
  oldHome: O.Option<Home>,
  now: LabelInputs,
  normalized: Properties,
): T.Task<Checked> => {
  const inputs = withHome(normalized, home);
  const stood = pipe(
    before,
    O.map((old) => ({ ...old, place: placeOf(objectsAt(pairOfLabel(old), oldHome)) })),
  );
  const claim = claimOf(stood, now, place, verdict);
  const contradictions = context.claims.labels.declare(claim);
  if (contradictions.length > 0) {
    return T.of({ inputs, failures: [...contradictions.map(showFailure), ...misconfigured(context)] });
  }
  return pipe(
    O.isNone(before) || claim.isRemade
      ? lookForLabel(context, place, claim, now)
      : T.of(isChanged(before.value, now) ? unusable(context) : misconfigured(context)),
    T.map((failures) => ({ inputs, failures })),
  );
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

/** A label as it was, and where. */
interface Stood extends LabelInputs {
  readonly place: Pair;
}

const claimOf = (before: O.Option<Stood>, now: LabelInputs, place: Pair, verdict: Verdict): LabelClaim => {
  const isRemade = pipe(
    before,
    O.exists((old) => isAnother(old, now, verdict)),
  );
  return {
    pair: pairOfLabel(now),
    place,
    name: now.name,
    ...textsOf(now),
    before: pipe(
      before,
      O.map((old) => ({ place: old.place, ...textsOf(old) })),
    ),
    provisional: isRemade,
    isRemade,
  };
};

/** Whether the old label goes, and this one comes. */
const isAnother = (old: Stood, now: LabelInputs, verdict: Verdict): boolean =>
  old.name !== now.name ||
  verdict === "Other" ||
  (old.place.from === old.place.to && isSymmetric(old.place, old) !== isSymmetric(old.place, now));

const isChanged = (old: LabelInputs, now: LabelInputs): boolean =>
  old.label !== now.label || inverseOf(old) !== inverseOf(now);
