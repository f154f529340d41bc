/**
 * Asks limits tracking with few requests: one for labels, one for the object types that have records at or near a limit,
 * one for each of these, and one for each pair that HubSpot then reports or that is asked for. What the token may not
 * ask is left out, with the reason.
 */
import * as E from "fp-ts/Either";
import type { TaskEither } from "fp-ts/TaskEither";
import type { HubSpotError } from "../../provider/hubspot/error";
import { happened } from "../../provider/hubspot/error";
import type { TrackedSide } from "../../provider/hubspot/tracking";
import type { Pair } from "../../provider/model";
import type { LeftOut } from "../portal/content";
import type { ObjectNames } from "../portal/objectNames";
import { comparePairs } from "../portal/objectNames";
import type { LivePortal } from "../portal/open";
import { isNo } from "../portal/open";
import { distinct } from "../portal/placing";
import type { Progress } from "../terminal";
import type { LabelUse, RecordUse, Tracked } from "./tracked";

/** What HubSpot reports may be at or near a limit, unless it says that it is neither. */
const isReported = ({ atLimit, nearLimit }: TrackedSide): boolean => atLimit !== false || nearLimit !== false;

export const askTracking = async (
  live: LivePortal,
  names: ObjectNames,
  wanted: ReadonlyArray<Pair>,
  { update }: Pick<Progress, "update">,
): Promise<Tracked> => {
  const { tracking } = live.confirmed;
  const leftOut: LeftOut[] = [];
  let [asked, answered] = [0, 0];

  /** An answer, or nothing where HubSpot says no; anything else ends the command. */
  const answerTo = async <A>(what: string, call: TaskEither<HubSpotError, A>): Promise<A | undefined> => {
    asked += 1;
    const answer = await call();
    answered += 1;
    update(`asking HubSpot for limits and their use: ${answered} of ${asked} requests`);
    if (E.isRight(answer)) return answer.right;
    if (!isNo(answer.left)) throw live.trouble(answer.left);
    leftOut.push({ what, why: happened(answer.left) });
    return undefined;
  };

  const labels = async (): Promise<ReadonlyArray<LabelUse>> => {
    const pairs = (await answerTo("how many labels each pair has", tracking.labeledPairs)) ?? [];
    return pairs.map(({ from, to, usage, limit }) => ({
      from: names.nameOf(from.objectTypeId),
      to: names.nameOf(to.objectTypeId),
      labels: usage,
      most: limit,
    }));
  };

  const pairsFrom = async ({ objectTypeId }: TrackedSide): Promise<ReadonlyArray<Pair>> => {
    const from = names.nameOf(objectTypeId);
    const sides = await answerTo(`the records of ${from} at or near a limit`, tracking.recordsTo(objectTypeId));
    return (sides ?? []).filter(isReported).map((to) => ({ from, to: names.nameOf(to.objectTypeId) }));
  };

  const recordsOf = async ({ from, to }: Pair): Promise<ReadonlyArray<RecordUse>> => {
    const ids = { from: names.idOf(from) ?? from, to: names.idOf(to) ?? to };
    const found = await answerTo(`the records of ${from} by their ${to}`, tracking.recordsOf(ids));
    return found === undefined ? [] : [{ from, to, ...found }];
  };

  const records = async (): Promise<ReadonlyArray<RecordUse>> => {
    const sides = await answerTo("records at or near their limit", tracking.recordsFrom);
    if (sides === undefined) return [];
    const reported = (await Promise.all(sides.filter(isReported).map(pairsFrom))).flat();
    const pairs = distinct([...reported, ...wanted]);
    return (await Promise.all(pairs.map(recordsOf))).flat();
  };

  const [labelUses, recordUses] = await Promise.all([labels(), records()]);
  return {
    labels: [...labelUses].sort(comparePairs),
    records: [...recordUses].sort(comparePairs),
    leftOut,
  };
};
