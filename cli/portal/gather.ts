/**
 * Asks a portal for its labels and limits with few requests: one for all limits, one for the pairs that have labels, one
 * for custom objects, and then one for each labeled direction and each object type in them. Where a scope for one of
 * these is missing there is another way, and the user is told.
 */
import * as E from "fp-ts/Either";
import * as O from "fp-ts/Option";
import type { TaskEither } from "fp-ts/TaskEither";
import { objectTypes } from "../../data";
import { mirrored, showPair } from "../../provider/associationType";
import { entryOf, typesOfPair } from "../../provider/catalogue";
import { hasCustomObject } from "../../provider/customObjects";
import type { SchemaAssociation } from "../../provider/hubspot/codecs";
import type { HubSpotError } from "../../provider/hubspot/error";
import { happened } from "../../provider/hubspot/error";
import type { LimitRow, Pair } from "../../provider/model";
import type { Progress } from "../terminal";
import type { LeftOut } from "./content";
import type { Gathered } from "./gathered";
import { objectNames } from "./objectNames";
import type { LivePortal } from "./open";
import { isNo } from "./open";
import { distinct, doubtfulPairs, pairsOf, unplaced } from "./placing";
import type { Selection } from "./selection";
import { selected } from "./selection";

type Tell = (message: string) => void;

export const gather = async (
  live: LivePortal,
  selection: Selection,
  { update }: Pick<Progress, "update">,
  tell: Tell,
): Promise<Gathered> => {
  const { confirmed } = live;
  const leftOut: LeftOut[] = [];
  let [asked, answered] = [0, 0];

  /** An answer, or HubSpot's "no" to it; anything else ends the command. */
  const answerTo = async <A>(call: TaskEither<HubSpotError, A>): Promise<E.Either<HubSpotError, A>> => {
    asked += 1;
    const answer = await call();
    answered += 1;
    update(`reading the portal: ${answered} of ${asked} requests`);
    // A pair that was named has to be there.
    const mayBeNo = selection.pairs.length === 0 || E.isRight(answer) || answer.left._tag === "MissingScopes";
    if (E.isLeft(answer) && !(mayBeNo && isNo(answer.left))) throw live.trouble(answer.left);
    return answer;
  };

  const account = confirmed.account();
  const custom = await answerTo(confirmed.customObjects);
  const takesAll = selection.pairs.length === 0;
  if (E.isLeft(custom))
    tell(`custom objects go by their ids, which are this portal's own, because ${happened(custom.left)}`);
  const customObjects = E.isRight(custom) ? custom.right : [];
  const names = objectNames(customObjects);
  const wish = selected(selection, customObjects);

  const associations: SchemaAssociation[] = [];
  const schemasRead = new Map<string, Promise<boolean>>();
  let namesMissing = false;
  /** Whether the schema told something; each is read once. */
  const readSchema = (objectTypeId: string): Promise<boolean> => {
    const before = schemasRead.get(objectTypeId);
    if (before !== undefined) return before;
    const reading = answerTo(confirmed.associationsOf(objectTypeId)).then((answer) => {
      if (E.isRight(answer)) associations.push(...answer.right);
      else if (answer.left._tag === "MissingScopes" && !namesMissing) {
        namesMissing = true;
        tell(
          `not every label's internal name can be read, because ${happened(answer.left)}; names are then made from texts`,
        );
      }
      return E.isRight(answer);
    });
    schemasRead.set(objectTypeId, reading);
    return reading;
  };

  const types = new Map<string, ReadonlyArray<LimitRow>>();
  const readTypes = async (pair: Pair): Promise<void> => {
    if (types.has(showPair(pair))) return;
    types.set(showPair(pair), []);
    const answer = await answerTo(confirmed.typesOf(spelled(pair)));
    if (E.isRight(answer)) types.set(showPair(pair), answer.right);
    else
      leftOut.push({
        what: `the labels from ${names.nameOf(pair.from)} to ${names.nameOf(pair.to)}, with their limits`,
        why: happened(answer.left),
      });
  };

  const pairRows = new Map<string, ReadonlyArray<LimitRow>>();
  const readPair = async (pair: Pair): Promise<void> => {
    const rows = await answerTo(confirmed.pairLimits(spelled(pair)));
    if (E.isRight(rows)) pairRows.set(showPair(pair), rows.right);
    else
      leftOut.push({
        what: `the limits from ${names.nameOf(pair.from)} to ${names.nameOf(pair.to)}`,
        why: happened(rows.left),
      });
  };

  /** By the names that people know, where HubSpot takes them. */
  const spelled = ({ from, to }: Pair): Pair => ({ from: inPath(from), to: inPath(to) });
  const inPath = (id: string): string => (/^0-/.test(id) ? names.nameOf(id) : id);

  const labeledPairs = async (): Promise<ReadonlyArray<Pair>> => {
    if (!takesAll) return wish.pairs;
    const tracked = await answerTo(confirmed.tracking.labeledPairs);
    if (E.isRight(tracked))
      return tracked.right.map(({ from, to }) => ({ from: from.objectTypeId, to: to.objectTypeId }));
    const all = [...objectTypes, ...customObjects].map(({ objectTypeId }) => objectTypeId).filter(wish.mayConcern);
    tell(
      `which pairs have labels is read from ${all.length} schemas, one request each, because ${happened(tracked.left)}`,
    );
    const read = await Promise.all(all.map(readSchema));
    if (!read.includes(true))
      leftOut.push({ what: "labels, and limits on them", why: "neither limits tracking nor schemas can be read" });
    return associations.filter(isOfPortal).map((one) => ({ from: one.fromObjectTypeId, to: one.toObjectTypeId }));
  };

  const limits = async (): Promise<ReadonlyArray<LimitRow>> => {
    if (!selection.limits || !takesAll) return [];
    return live.ask(confirmed.allLimits);
  };

  const [rows, labeled] = await Promise.all([limits(), labeledPairs()]);
  const pairs = distinct(labeled.flatMap((pair) => [pair, mirrored(pair)]).filter(wish.concerns));
  const objects = [...new Set(pairs.flatMap(({ from, to }) => [from, to]))];
  await Promise.all([
    ...pairs.map(readTypes),
    ...(selection.labels ? objects.map(readSchema) : []),
    ...(selection.limits && !takesAll ? pairs.map(readPair) : []),
  ]);

  // A pair with a custom object may have limits and no label: then a schema alone tells which pair it is.
  if (unplaced(pairsOf({ types, associations }), rows).length > 0)
    await Promise.all(
      customObjects
        .map(({ objectTypeId }) => objectTypeId)
        .filter(wish.mayConcern)
        .map(readSchema),
    );
  const findSoFar = pairsOf({ types, associations });
  const needTypes = rows.flatMap((row) =>
    findSoFar(row).filter((pair) => O.isNone(entryOf(row)) || hasCustomObject(pair)),
  );
  await Promise.all(distinct(needTypes.filter(wish.concerns)).map(readTypes));
  const find = pairsOf({ types, associations });
  await Promise.all(doubtfulPairs(find, rows).filter(wish.concerns).map(readPair));

  const details = await account;
  return {
    portalId: confirmed.portalId,
    ...(E.isRight(details) && details.right.accountType !== undefined
      ? { accountType: details.right.accountType }
      : {}),
    customObjects,
    rows: rows.filter((row) => find(row).length === 0 || find(row).some(wish.concerns)),
    pairRows,
    types,
    associations,
    wantsLabels: selection.labels,
    isWhole: wish.isWhole,
    leftOut,
  };
};

/** Whether an association type is not HubSpot's own, as far as their list goes. */
const isOfPortal = ({ typeId, fromObjectTypeId: from, toObjectTypeId: to }: SchemaAssociation): boolean =>
  !typesOfPair({ from, to }).some((own) => own.typeId === typeId);
