/** Checks of the way to the portal: does HubSpot answer, does it take the token, whose is it, is it the one meant. */
import * as E from "fp-ts/Either";
import * as O from "fp-ts/Option";
import type { Account } from "../../provider/hubspot/codecs";
import { environmentName } from "../../provider/source";
import { blames, mendOf, told, whyNotOpened } from "./failed";
import type { Facts } from "./facts";
import type { Result } from "./result";
import { notChecked, ok, problem, warning } from "./result";

/**
 * Whether a step of the way to the portal went well.
 * @param otherwise what is known of it where another step failed
 */
const step = (facts: Facts, what: ReturnType<typeof blames>, fine: Result, otherwise: () => Result): Result => {
  const { opening } = facts;
  switch (opening._tag) {
    case "WrongSetting":
    case "NoToken":
      return notChecked(whyNotOpened(facts));
    case "Failed":
      return blames(opening.error) === what ? problem(told(opening.error), mendOf(opening.error, facts)) : otherwise();
    case "Opened":
    case "UnknownPortal":
    case "WrongPortal":
      return fine;
  }
};

export const checkConnection = (facts: Facts): Result => {
  const answers = ok("HubSpot answers");
  return step(facts, "connection", answers, () => answers);
};

export const checkToken = (facts: Facts): Result =>
  step(facts, "token", ok("HubSpot accepts it"), () => notChecked(whyNotOpened(facts)));

const kinds: ReadonlyMap<string, string> = new Map([
  ["STANDARD", "a standard account"],
  ["SANDBOX", "a sandbox account"],
  ["DEVELOPER_TEST", "a developer test account"],
  ["APP_DEVELOPER", "an app developer account"],
]);

/** `4242424, a standard account, time zone US/Eastern, app.hubspot.com` */
const describe = ({ portalId, accountType, timeZone, uiDomain }: Account): string =>
  [
    String(portalId),
    ...(accountType === undefined ? [] : [kinds.get(accountType) ?? `an account of the kind ${accountType}`]),
    ...(timeZone === undefined ? [] : [`time zone ${timeZone}`]),
    ...(uiDomain === undefined ? [] : [uiDomain]),
  ].join(", ");

export const checkPortal = (facts: Facts): Result => {
  const { opening, variables } = facts;
  const variable = environmentName("portalId", variables);
  switch (opening._tag) {
    case "Opened":
      if (E.isRight(opening.account)) return ok(describe(opening.account.right));
      return warning(
        `${opening.portalId} by ${variable} alone, because ${told(opening.account.left)}`,
        mendOf(opening.account.left, facts),
      );
    case "WrongPortal":
      return ok(String(opening.actual));
    case "UnknownPortal":
      return problem(
        told(opening.error),
        `${mendOf(opening.error, facts)}; or set ${variable} to the portal's id, which is then taken on trust`,
      );
    case "WrongSetting":
    case "NoToken":
    case "Failed":
      return notChecked(whyNotOpened(facts));
  }
};

/** Whether a portal id is set, and is the one of the token: with the token of another portal nothing is touched then. */
export const checkGuard = (facts: Facts): Result => {
  const { settings, opening, variables } = facts;
  const variable = environmentName("portalId", variables);
  if (E.isLeft(settings)) return notChecked(whyNotOpened(facts));
  if (opening._tag === "WrongPortal")
    return problem(
      `${variable} is ${opening.expected}, but the token belongs to portal ${opening.actual}; nothing else was read`,
      `give the token of portal ${opening.expected}, or correct ${variable}`,
    );
  const { portalId } = settings.right;
  if (O.isNone(portalId))
    return warning(
      `${variable} is not set, so a token of another portal would not be noticed`,
      `set ${variable}, or hubspot:portalId in a stack, to ${opening._tag === "Opened" ? opening.portalId : "the portal's id"}`,
    );
  if (opening._tag !== "Opened") return notChecked(whyNotOpened(facts));
  return E.isRight(opening.account)
    ? ok(`${variable} is the portal's id`)
    : notChecked("the token may not ask which portal it belongs to");
};
