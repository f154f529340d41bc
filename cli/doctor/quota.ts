/** Checks of what is left of the portal's quota, as the last answer told it. */
import * as E from "fp-ts/Either";
import { pipe } from "fp-ts/function";
import * as O from "fp-ts/Option";
import type { Quota } from "../../provider/hubspot/quota";
import { environmentName } from "../../provider/source";
import { whyNotOpened } from "./failed";
import type { Facts } from "./facts";
import type { Result } from "./result";
import { notChecked, ok, problem, unknown, warning } from "./result";

/** Less than this part of a quota is little. */
const little = 0.1;

const untold = (facts: Facts): Result =>
  facts.opening._tag === "Opened" ? unknown("no answer told it") : notChecked(whyNotOpened(facts));

const latest = ({ quota }: Facts): Quota =>
  pipe(
    quota,
    O.getOrElse(() => ({})),
  );

export const checkQuota = (facts: Facts): Result => {
  const { max, remaining, intervalMs = 10_000 } = latest(facts);
  if (max === undefined || remaining === undefined) return untold(facts);
  const says = `${max} requests in ${intervalMs / 1000} s, ${remaining} left`;
  return remaining < max * little
    ? warning(
        `${says}: others use it too`,
        `set ${environmentName("requestsPerTenSeconds", facts.variables)}, or hubspot:requestsPerTenSeconds in a stack, to leave room for other integrations`,
      )
    : ok(says);
};

const byOAuth = ({ settings }: Facts): boolean =>
  E.isRight(settings) &&
  pipe(
    settings.right.identity,
    O.exists(({ credentials }) => credentials._tag === "OAuth"),
  );

export const checkDailyQuota = (facts: Facts): Result => {
  const { daily, dailyRemaining } = latest(facts);
  if (daily === undefined || dailyRemaining === undefined)
    return byOAuth(facts) && O.isSome(facts.quota) ? ok("none; OAuth apps have no quota of the day") : untold(facts);
  const says = `${daily} requests, ${dailyRemaining} left`;
  const mend = "wait for midnight of the portal's time zone, or find out which integration uses so many";
  if (dailyRemaining === 0) return problem(says, mend);
  return dailyRemaining < daily * little ? warning(says, mend) : ok(says);
};
