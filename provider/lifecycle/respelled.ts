/** A program that writes the pair of the state in other words: the state learns them, and the portal is asked nothing. */
import { pipe } from "fp-ts/function";
import * as O from "fp-ts/Option";
import { findType, pairOfInputs, samePair } from "../associationType";
import type { ConfigurationInputs } from "../model";
import type { Context } from "../portals";
import { isUnchanged } from "./diff";
import type { Home } from "./home";
import { placeNow, withHome } from "./home";
import { objectTypeIds } from "./outputs";
import type { Properties } from "./resource";
import type { State } from "./state";

/** Whether an update has nothing to do but to learn other words: nothing else changes, and nothing is open. */
export const isJustRespelled = (context: Context, old: State, now: ConfigurationInputs): boolean =>
  !samePair(old.pair, pairOfInputs(now)) &&
  isUnchanged(context, old, now) &&
  JSON.stringify(old.limits) === JSON.stringify(now.limits) &&
  old.limits.every(({ maxToObjectIds }, i) => {
    const type = old.resolved[i];
    return type !== undefined && findType(old.results, type)?.userEnforcedMaxToObjectIds === maxToObjectIds;
  });

export const respelled = (old: State, now: ConfigurationInputs, home: O.Option<Home>): Properties => {
  const { resolved, results, others, previous, last, portalId } = old;
  const outputs = {
    ...now,
    resolved,
    results,
    others,
    previous,
    ...(O.isSome(portalId) ? { portalId: portalId.value } : {}),
    ...objectTypeIds(placeNow(O.some(old), pairOfInputs(now), home)),
    ...last,
  };
  return withHome(
    outputs,
    pipe(
      home,
      O.alt(() => old.home),
    ),
  );
};
