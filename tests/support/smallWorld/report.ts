/** What a run of the small world found, in words: how many histories, which laws are broken, and each as a test. */
import type { History } from "./alphabet";
import {
  beginnings,
  calmly,
  circumstancesOf,
  drifts,
  foundNames,
  identityNames,
  isGentler,
  mishaps,
  parallelPrograms,
  previews,
  programNames,
  troubled,
} from "./alphabet";
import type { Broken, Explored } from "./enumeration";
import type { MakeHubSpot } from "./hubSpot";
import type { HubSpotName } from "./hubSpots";
import type { Violation } from "./laws";
import { violations } from "./laws";
import type { Now } from "./world";
import { begin, play } from "./world";

/** A law that today's code breaks, with the shortest history that shows it. */
export interface Known extends Violation {
  readonly history: History;
}

/** What the last command of a history breaks. */
export const brokenBy = async (make: MakeHubSpot, { found, commands }: History): Promise<ReadonlyArray<Violation>> => {
  let now: Now = begin(found);
  let broken: ReadonlyArray<Violation> = [];
  for (const command of commands) {
    const seen = await play(make, now, command);
    if (seen === undefined) throw new Error(`Nothing can be done: ${JSON.stringify(command)}`);
    [now, broken] = [seen.after, violations(seen)];
  }
  return broken;
};

const isSame = (a: Violation, b: Violation): boolean => a.law === b.law && a.what === b.what;

/** Whether a history still shows a violation. */
export const shows = async (make: MakeHubSpot, known: Known): Promise<boolean> =>
  (await brokenBy(make, known.history)).some((broken) => isSame(broken, known));

export const unknownAmong = (broken: ReadonlyArray<Broken>, known: ReadonlyArray<Known>): ReadonlyArray<Broken> =>
  broken.filter((each) => !known.some((other) => isSame(other, each) && isGentler(other.history, each.history)));

const numbered = new Intl.NumberFormat("en");
const show = (n: number): string => numbered.format(n);

/** The alphabet as a formula. */
export const alphabet = (): string =>
  [
    `${foundNames.length} ways to find the portals × ${programNames.length} programs = ${beginnings.length} beginnings`,
    `calm commands: ${programNames.length} programs × ${identityNames.length} identities (up) + ${identityNames.length} refreshes + ${identityNames.length} destroys + ${drifts.length} things that somebody does = ${calmly.length}`,
    `previews: ${programNames.length} programs × ${identityNames.length} identities = ${previews.length}`,
    `mishaps: ${mishaps.length} at each request of ${troubled.length} commands (${programNames.length} ups, a refresh, a destroy)`,
    `reads that lag: ${troubled.length} commands, and each with an answer lost at each request; orders: those of ${parallelPrograms.length} programs, and one resource at a time`,
  ].join("\n");

/** How many histories a run stands for, and what it played. */
export const size = ({ histories, commands, worlds, broken }: Explored): string => {
  const kinds = Object.entries(histories).filter(([, n]) => n > 0);
  const sum = kinds.reduce((all, [, n]) => all + n, 0);
  const terms = kinds.map(([kind, n]) => `${show(n)} (${kind})`).join(" + ");
  return `${terms} = ${show(sum)} histories, by ${show(commands)} commands from ${show(worlds)} worlds; ${show(broken.length)} kinds of violations`;
};

export const showHistory = ({ found, commands }: History): string =>
  `{ found: ${JSON.stringify(found)}, commands: ${JSON.stringify(commands)} }`;

/** A history as a test of its own, on a HubSpot. */
export const asTest = ({ law, what, history }: Known, hubSpot: HubSpotName): string =>
  [
    `it(${JSON.stringify(`keeps law ${law}, and so not: ${what}`)}, async () => {`,
    `  expect(await brokenBy(${hubSpot}, ${showHistory(history)})).to.deep.equal([]);`,
    `});`,
  ].join("\n");

/** A violation as an entry of the known ones. */
const asKnown = ({ law, what, history }: Known): string =>
  `{ law: ${law}, what: ${JSON.stringify(what)}, history: ${showHistory(history)} },`;

/** What is broken, the lowest law first: how often, the shortest history, and what to paste. */
export const told = (broken: ReadonlyArray<Broken>, hubSpot: HubSpotName): string =>
  [...broken]
    .sort((a, b) => a.law - b.law)
    .map(
      (each) =>
        `law ${each.law}: ${each.what} (${circumstancesOf(each.history)}; ${show(each.count)} histories)\n${asTest(each, hubSpot)}\n${asKnown(each)}`,
    )
    .join("\n\n");
