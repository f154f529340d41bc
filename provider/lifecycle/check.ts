/** Check: reads the inputs, notes what the run declares, and looks at the portal where something is new. */
import { pipe } from "fp-ts/function";
import * as O from "fp-ts/Option";
import * as T from "fp-ts/Task";
import * as TE from "fp-ts/TaskEither";
import { pairOfInputs } from "../associationType";
import type { Claim } from "../claims";
import { sameMeaning } from "../limits/compare";
import { readInputs } from "../limits/inputs";
import type { InputFailure } from "../fields";
import type { DeclaredInputs } from "../limits/inputs";
import { brokenRules, pairOf, selectedLimits, showFailure } from "../limits/rules";
import { selectorKey, selectorOf } from "../limits/selector";
import type { OnCreate, Pair } from "../model";
import type { Context } from "../portals";
import { readHome, withHome, withoutHome } from "./home";
import type { Before, Identity } from "./identity";
import { decide } from "./identity";
import type { News } from "./look";
import { look } from "./look";
import type { Checked, Properties } from "./resource";
import { knownInputs } from "./state";
import { misconfigured, unusable } from "./unusable";

export const check =
  (context: Context) =>
  (olds: Properties, news: Properties): T.Task<Checked> => {
    const { failures, declared, normalized } = readInputs(withoutHome(news));
    const wrong = [...failures, ...brokenRules(declared)];
    const refused = (broken: ReadonlyArray<InputFailure>): T.Task<Checked> =>
      T.of({ inputs: normalized, failures: [...broken.map(showFailure), ...misconfigured(context)] });
    if (wrong.length > 0) return refused(wrong);

    const before = readInputs(withoutHome(olds)).declared;
    const pair = pairOf(declared);
    if (O.isNone(pair)) return refused([]);

    return pipe(
      decide(context, beforeOf(before, olds), pair.value, "stays"),
      TE.matchE(
        (failures) => T.of({ inputs: normalized, failures }),
        (identity) => decided(context, identity, before, declared, pair.value, normalized),
      ),
    );
  };

const beforeOf = (before: DeclaredInputs, olds: Properties): O.Option<Before> =>
  pipe(
    pairOf(before),
    O.map((pair) => ({ pair, home: readHome(olds) })),
  );

/** The rest of a check, once it is decided what the resource is. */
const decided = (
  context: Context,
  { place, home, verdict }: Identity,
  before: DeclaredInputs,
  declared: DeclaredInputs,
  pair: Pair,
  normalized: Properties,
): T.Task<Checked> => {
  const inputs = withHome(normalized, home);
  const isNew = O.isNone(pairOf(before));
  const moves = !isNew && verdict === "Other";
  const claim: Claim = {
    pair,
    place,
    limits: selectedLimits(declared),
    authoritative: isAuthoritative(declared),
    provisional: moves,
  };
  const contradictions = context.claims.declare(claim);
  if (contradictions.length > 0) {
    return T.of({ inputs, failures: [...contradictions.map(showFailure), ...misconfigured(context)] });
  }
  return pipe(
    whatIsNew(isNew || moves ? O.none : O.some(before), claim, declared),
    O.match(
      () => T.of(isChanged(before, declared) ? unusable(context) : misconfigured(context)),
      (found) => look(context, place, found),
    ),
    T.map((failures) => ({ inputs, failures })),
  );
};

const isChanged = (before: DeclaredInputs, declared: DeclaredInputs): boolean =>
  pipe(
    O.Do,
    O.apS("old", knownInputs(before)),
    O.apS("now", knownInputs(declared)),
    O.exists(({ old, now }) => !sameMeaning((limit) => selectorKey(pairOfInputs(now), selectorOf(limit)), old, now)),
  );

const isAuthoritative = (declared: DeclaredInputs): boolean =>
  pipe(
    declared.authoritative,
    O.exists((authoritative) => authoritative),
  );

/** What the resource declares that it did not before; none where that is nothing. */
const whatIsNew = (before: O.Option<DeclaredInputs>, claim: Claim, declared: DeclaredInputs): O.Option<News> => {
  const { pair, limits } = claim;
  const known = new Set(
    O.isSome(before) ? selectedLimits(before.value).map(({ selector }) => selectorKey(pair, selector)) : [],
  );
  const added = limits.filter(({ selector }) => !known.has(selectorKey(pair, selector)));
  const isNew = O.isNone(before);
  const takesWholePair = isAuthoritative(declared) && (O.isNone(before) || !isAuthoritative(before.value));
  return isNew || added.length > 0 || takesWholePair
    ? O.some({
        claim,
        limits,
        added,
        takesWholePair,
        isNew,
        onCreate: pipe(
          declared.onCreate,
          O.getOrElse((): OnCreate => "adopt"),
        ),
      })
    : O.none;
};
