/** Check: reads the inputs, notes what the run declares, and looks at the portal where something is new. */
import { pipe } from "fp-ts/function";
import * as O from "fp-ts/Option";
import * as T from "fp-ts/Task";
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
import { inOldSpelling, meansSame, onceDecided } from "./identity";
import type { News } from "./look";
import { look } from "./look";
import type { Checked, Properties } from "./resource";
import { knownInputs } from "./state";
import { misconfigured, unusable } from "./unusable";

const isEmpty = (properties: Properties): boolean => Object.keys(properties).length === 0;

export const check =
  (context: Context) =>
  (olds: Properties, news: Properties): T.Task<Checked> => {
    const { failures, declared, normalized } = readInputs(news);
    const wrong = [...failures, ...brokenRules(declared)];
    const refused = (broken: ReadonlyArray<InputFailure>): T.Task<Checked> =>
      T.of({ inputs: normalized, failures: [...broken.map(showFailure), ...misconfigured(context)] });
    if (wrong.length > 0) return refused(wrong);

    const before = readInputs(olds).declared;
    const pair = pairOf(declared);
    if (O.isNone(pair)) return refused([]);

    const decided = (): T.Task<Checked> => {
      const moves = !isEmpty(olds) && movesAway(context, before, pair.value);
      const claim: Claim = {
        pair: pair.value,
        limits: selectedLimits(declared),
        authoritative: isAuthoritative(declared),
        provisional: moves,
      };
      const contradictions = context.claims.declare(claim);
      if (contradictions.length > 0) return refused(contradictions);

      return pipe(
        whatIsNew(isEmpty(olds) || moves ? O.none : O.some(before), claim, declared),
        O.match(
          () => T.of(isChanged(before, declared) ? unusable(context) : misconfigured(context)),
          (found) => look(context, found),
        ),
        T.map((failures) => ({
          inputs: inOldSpelling(context, pairOf(before), pair.value, normalized, "stays"),
          failures,
        })),
      );
    };
    return onceDecided(context, pairOf(before), pair.value, "stays", normalized, decided);
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

const movesAway = (context: Context, before: DeclaredInputs, pair: Pair): boolean =>
  pipe(
    pairOf(before),
    O.exists((old) => !meansSame(context)(old, pair)),
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
