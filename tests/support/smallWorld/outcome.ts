/** What came of a command, in words that mean the same on any HubSpot: a portal's own types go by their names, not by their ids. */
import { isDeepStrictEqual } from "node:util";
import type { Judge } from "./enumeration";
import type { Facts } from "./held";
import { factsOf } from "./held";
import type { Contents } from "./hubSpot";
import type { HubSpotName } from "./hubSpots";
import { hubSpots } from "./hubSpots";
import { violations } from "./laws";
import { showAsked } from "./network";
import { standingIn } from "./portals";
import { showHistory } from "./report";
import type { Seen } from "./world";
import { play } from "./world";

/** What each type of the portals' own is called, by its id; a name that HubSpot picks is not known. */
const namesOf = (portals: ReadonlyArray<Contents>): ReadonlyMap<string, string> =>
  new Map(
    portals.flatMap(({ labels }) =>
      labels.flatMap(({ name, label, from, to, typeId, inverseTypeId }) => [
        [String(inverseTypeId), label === null ? `plain ${to}/${from}` : `${name}'s inverse`] as const,
        [String(typeId), label === null ? `plain ${from}/${to}` : name] as const,
      ]),
    ),
  );

const numbers = (of: ReadonlyMap<string, number>): ReadonlyArray<string> =>
  [...of].map(([place, number]) => `${place} = ${number}`).sort();

const heldLines = (facts: Facts): ReadonlyArray<string> => {
  const { held, portalId, object } = facts;
  const whole = `${held.name} of ${object} in ${portalId}${held.isPartial ? ", in part" : ""}${held.isReplaced ? ", replaced" : ""}`;
  if (facts.kind === "label") {
    const { side, typeId, inverseTypeId, label, inverseLabel } = facts.driver;
    return [`${whole} of ${side}: USER_DEFINED ${typeId} ${label}, USER_DEFINED ${inverseTypeId} ${inverseLabel}`];
  }
  return [
    whole,
    ...numbers(facts.numbers).map((line) => `${whole} sets ${line}`),
    ...numbers(facts.previous).map((line) => `${whole} found ${line}`),
    ...numbers(facts.others).map((line) => `${whole} leaves ${line}`),
  ];
};

const labelLines = ({ portalId, labels }: Contents): ReadonlyArray<string> =>
  labels
    .map(({ from, to, typeId, label, inverseLabel }) =>
      label === null
        ? `plain ${[from, to].sort().join("/")}`
        : `${from}/${to} USER_DEFINED ${typeId} ${label} | ${inverseLabel}`,
    )
    .map((line) => `${portalId}: ${line}`)
    .sort();

/** All that somebody sees who looks at the requests, the portals and the state; not what is said of a failure. */
const outcomeOf = ({ after, asked, failures, steps, wasKilled }: Seen): ReadonlyArray<string> => {
  const names = namesOf(after.portals);
  return [
    // How many requests are sent before a kill is a matter of chance.
    ...(wasKilled ? ["it is killed"] : asked.map((each) => `asks ${showAsked(each)}`)),
    ...steps.map(({ kind, old, saved, failed }) => `${failed ? "fails to " : ""}${kind} ${(saved ?? old)?.name}`),
    ...failures.map(({ name, hook }) => `fails at ${hook} of ${name}`),
    ...numbers(standingIn(after.portals)).map((line) => `stands: ${line}`),
    ...after.portals.flatMap(labelLines).map((line) => `label: ${line}`),
    ...after.state
      .map(factsOf)
      .flatMap(heldLines)
      .map((line) => `state: ${line}`),
  ].map((line) =>
    line.replace(/(USER_DEFINED |labels\/)(\d+)/g, (_, before: string, id: string) => before + (names.get(id) ?? id)),
  );
};

/** What comes of a command on one HubSpot alone, and of the same command from the same world on another one alone. */
const differences = async (seen: Seen, other: HubSpotName): Promise<ReadonlyArray<string>> => {
  const same = await play(hubSpots[other], seen.before, seen.command);
  const [here, there] = [outcomeOf(seen), same === undefined ? [] : outcomeOf(same)];
  if (isDeepStrictEqual(here, there)) return [];
  const only = [
    ...here.filter((line) => !there.includes(line)),
    ...there.filter((line) => !here.includes(line)).map((line) => `${other}: ${line}`),
  ];
  return only.length === 0 ? ["the same, in another order or number"] : only;
};

/** Judges by the laws, and tells where another HubSpot comes to something else. */
export const comparing =
  (other: HubSpotName, tell: (difference: string) => void): Judge =>
  async (seen, history) => {
    const found = await differences(seen, other);
    if (found.length > 0) tell([showHistory(history), ...found].join("\n"));
    return violations(seen);
  };
