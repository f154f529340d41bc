/** Everything that can end a step of a resource's life: a closed union and its one renderer. Never a token. */
import * as O from "fp-ts/Option";
import { showPair, showType } from "./associationType";
import { showNamed } from "./catalogue";
import { showConfigurationFailure } from "./configuration";
import type { Origin } from "./credentials";
import { missingCredentials, showOrigin } from "./credentials";
import type { HubSpotError } from "./hubspot/error";
import { renderHubSpotError } from "./hubspot/error";
import type { InputFailure } from "./fields";
import { showFailure } from "./limits/rules";
import type { Outcome } from "./limits/outcome";
import { isApplied, showInput } from "./limits/outcome";
import type { Overwritten } from "./limits/overwritten";
import type { BatchError, Limit, LimitRow, Pair } from "./model";
import type { ConfigurationFailure, Source } from "./source";

export type Failure =
  | { readonly _tag: "InvalidInputs"; readonly failures: ReadonlyArray<InputFailure> }
  | { readonly _tag: "InvalidConfiguration"; readonly failure: ConfigurationFailure }
  | { readonly _tag: "MissingCredentials"; readonly source: Source }
  | {
      readonly _tag: "WrongPortal";
      readonly origin: Origin;
      readonly actual: number;
      readonly expected: number;
      readonly expectedBy: "configuration" | "state" | "stack";
    }
  /** The token may not ask which portal it belongs to, and nobody else says so. */
  | { readonly _tag: "UnknownPortal"; readonly origin: Origin; readonly error: HubSpotError }
  | { readonly _tag: "AlreadyThere"; readonly pair: Pair; readonly standing: ReadonlyArray<Overwritten> }
  | { readonly _tag: "NotThere"; readonly pair: Pair; readonly problem: string }
  | { readonly _tag: "LabelThere"; readonly pair: Pair; readonly label: LimitRow }
  /** A label between records of one object type has one text, and the program gives it two; or the reverse. */
  | {
      readonly _tag: "OtherKindOfLabel";
      readonly pair: Pair;
      readonly label: LimitRow;
      /** What its other side shows, where it has two. */
      readonly inverse: string | undefined;
    }
  /** Whether a label was made is not known. */
  | { readonly _tag: "LabelUncertain"; readonly pair: Pair; readonly label: string; readonly error: HubSpotError }
  | {
      readonly _tag: "NothingApplied" | "PartlyApplied";
      readonly pair: Pair;
      readonly outcomes: ReadonlyArray<Outcome>;
      /** The error that ended the run of batches, if it was one. */
      readonly stopped: O.Option<HubSpotError>;
      /** The pair's own limit, where nobody declared it: it may be what stands in the way. */
      readonly objectLimit: O.Option<Limit>;
    }
  | {
      readonly _tag: "HubSpotFailed";
      readonly pair: O.Option<Pair>;
      readonly origin: Origin;
      readonly error: HubSpotError;
    };

/** `HUBSPOT_DEFINED 279 ("Contact to company") from 10 to 5`; the portal's own label goes before the catalogue's. */
export const showOverwritten = ({ type, label, from, to }: Overwritten): string =>
  `${showNamed(type, label)} from ${from} to ${to ?? "no limit"}`;

/** `"Decision maker" (USER_DEFINED 36)` */
export const showLabel = (row: LimitRow): string => `"${row.label ?? ""}" (${showType(row)})`;

const rejection = ({ message, category, id }: BatchError): string =>
  `${message?.replace(/\.$/, "") ?? category ?? "no reason given"}${id === undefined ? "" : ` (${id})`}`;

const inTheWay = (outcome: Outcome, objectLimit: O.Option<Limit>): string =>
  O.isSome(objectLimit) &&
  O.isSome(outcome.input.maxToObjectIds) &&
  outcome.input.maxToObjectIds.value > objectLimit.value.maxToObjectIds
    ? `; the pair as a whole is limited to ${objectLimit.value.maxToObjectIds} (${showType(objectLimit.value)}): raise that limit, or declare it with { unlabeled: true, … }`
    : "";

/** The way out of a doubt. */
const findsOut = "; pulumi up (or destroy) then finds out what stands, and sends what is missing";

/** What became of one input, as a sentence that stands alone; none where all went well. */
const reason = (
  pair: Pair,
  outcome: Outcome,
  stopped: O.Option<HubSpotError>,
  objectLimit: O.Option<Limit>,
): string => {
  const what = `${showPair(pair)}: ${showInput(outcome.input)}`;
  switch (outcome._tag) {
    case "Applied":
      return `${what} was applied`;
    case "Altered":
      return `${what}: HubSpot stored ${O.isSome(outcome.stored) ? outcome.stored.value : "no limit"} instead; run pulumi again, or declare what it stored`;
    case "Rejected":
      return `${what} was refused by HubSpot: ${rejection(outcome.because)}${inTheWay(outcome, objectLimit) || "; correct it and run pulumi again"}`;
    case "Unknown":
      return O.isSome(outcome.because)
        ? `${what} is not certain; ${renderHubSpotError(outcome.because.value)}${findsOut}`
        : `${what} does not show on the portal yet; run the same command again${findsOut}`;
    case "NotApplied":
      return O.isSome(stopped)
        ? `${what} was not applied; ${renderHubSpotError(stopped.value)}${inTheWay(outcome, objectLimit)}`
        : `${what} was not applied, because HubSpot refused another part of the change`;
  }
};

const expectation = ({ expected, expectedBy }: Failure & { readonly _tag: "WrongPortal" }): string => {
  switch (expectedBy) {
    case "state":
      return `this resource lives in portal ${expected}, and a stack does not move to another portal; give the token of that portal, select its stack, or give the resource another hubspot.Provider`;
    case "stack":
      return `other resources of this stack live in portal ${expected}; give the token of that portal, or select its stack`;
    case "configuration":
      return `the configuration means portal ${expected} (portalId); give the token of that portal, or correct portalId`;
  }
};

const otherKind = ({ label, inverse }: Failure & { readonly _tag: "OtherKindOfLabel" }): string => {
  const what = `the label ${showLabel(label)} that stands in the portal has`;
  const isTwice = inverse !== undefined && inverse === label.label;
  const [has, given, write] =
    inverse === undefined
      ? ["one text for both sides", "two", "leave out inverseLabel, or"]
      : [`two texts, "${label.label ?? ""}" and "${inverse}"`, "one", `write inverseLabel: "${inverse}", or`];
  return isTwice
    ? `${what} a text of its own for each side, "${inverse}" twice, which no program can give it; write an inverseLabel with another text, which its other side then shows, or choose another text to make a label beside it`
    : `${what} ${has}, and this program gives it ${given}, which HubSpot cannot change; ${write} choose another text to make a label beside it`;
};

/** Sentences for the user; each stands alone, since a partial failure shows nothing else. */
export const renderFailure = (failure: Failure): ReadonlyArray<string> => {
  switch (failure._tag) {
    case "InvalidInputs":
      return failure.failures.length === 0 ? ["not all inputs are known yet"] : failure.failures.map(showFailure);
    case "InvalidConfiguration":
      return [showConfigurationFailure(failure.failure)];
    case "MissingCredentials":
      return [missingCredentials(failure.source)];
    case "WrongPortal":
      return [
        `the token of ${showOrigin(failure.origin)} belongs to portal ${failure.actual}, but ${expectation(failure)}; nothing was read or written`,
      ];
    case "UnknownPortal":
      return [
        `${renderHubSpotError(failure.error, failure.origin)}; or set portalId to the portal's id, which is then taken on trust; nothing was read or written`,
      ];
    case "AlreadyThere":
      return [
        `${showPair(failure.pair)}: the portal has limits of its own that would change (${failure.standing
          .map(showOverwritten)
          .join(", ")}), and onCreate is "fail"; set onCreate: "adopt" to take them over, or declare what stands there`,
      ];
    case "NotThere":
      return [`${showPair(failure.pair)}: ${failure.problem}`];
    case "LabelThere":
      return [
        `${showPair(failure.pair)}: the portal has the label ${showLabel(failure.label)} already, and onCreate is "fail", because a label that is deleted takes its associations along; set onCreate: "adopt" to look after it (destroying it then leaves it there, unless onDelete is "delete"), or choose another text; a resource that was renamed needs aliases`,
      ];
    case "OtherKindOfLabel":
      return [`${showPair(failure.pair)}: ${otherKind(failure)}`];
    case "LabelUncertain":
      return [
        `${showPair(failure.pair)}: it is not certain whether the label "${failure.label}" was made; ${renderHubSpotError(failure.error)}; where pulumi up then says that it stands already, onCreate: "adopt" takes it over, and onDelete: "delete" lets it go again`,
      ];
    case "NothingApplied":
    case "PartlyApplied":
      return failure.outcomes
        .filter((outcome) => !isApplied(outcome))
        .map((outcome) => reason(failure.pair, outcome, failure.stopped, failure.objectLimit));
    case "HubSpotFailed":
      return [renderHubSpotError(failure.error, failure.origin)];
  }
};
