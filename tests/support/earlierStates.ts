/**
 * States that earlier releases have written, with the programs and the portals that belong to them: the folders of
 * `tests/fixtures/states`. CONTRIBUTING says how one is made. None of its files ever changes.
 */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { FaultRule, JournalEntry, Label, PortalState, SandboxState, StandingLimit } from "../../sandbox";
import type { ConfigValue } from "../engine/harness";

const folder = path.resolve(__dirname, "..", "fixtures", "states");

/** Where the files say that the portal is; the sandbox of a test is elsewhere. */
export const writtenUrl = "http://127.0.0.1:8787";

/** What people see of a portal, in short texts: `contacts/companies HUBSPOT_DEFINED 279`. */
export interface Seen {
  readonly limits: Readonly<Record<string, number>>;
  /** The labels with a text, such as `decision_maker: contacts/companies Decision maker | Decided by`. */
  readonly labels: ReadonlyArray<string>;
}

export interface EarlierState {
  readonly name: string;
  /** The path of one of its files. */
  readonly file: (name: string) => string;
  /** The stack's configuration, for a sandbox with this URL. */
  readonly config: (url: string) => Readonly<Record<string, ConfigValue>>;
  /** The state as `pulumi stack export` gives it, for a sandbox with this URL. */
  readonly state: (url: string) => unknown;
  /** What the portals do not let their tokens do, then as now. */
  readonly faults: ReadonlyArray<FaultRule>;
  /** What a destroy must leave, by the portals' ids. */
  readonly left: () => Readonly<Record<string, Seen>>;
}

const json = <A>(file: string, url = writtenUrl): A => {
  const value: A = JSON.parse(readFileSync(file, "utf8").replaceAll(writtenUrl, url));
  return value;
};

export const earlierState = (name: string): EarlierState => {
  const file = (of: string): string => path.join(folder, name, of);
  const hasFaults = readdirSync(path.join(folder, name)).includes("faults.json");
  return {
    name,
    file,
    config: (url) => json(file("config.json"), url),
    state: (url) => json(file("state.json"), url),
    faults: hasFaults ? json(file("faults.json")) : [],
    left: () => json(file("left.json")),
  };
};

export const earlierStates: ReadonlyArray<EarlierState> = readdirSync(folder).sort().map(earlierState);

const showLimit = ({ from, to, category, typeId }: StandingLimit): string => `${from}/${to} ${category} ${typeId}`;

const showLabel = ({ name, from, to, label, inverseLabel }: Label): string =>
  `${name}: ${from}/${to} ${label} | ${inverseLabel}`;

const seenOf = ({ limits, labels }: PortalState): Seen => ({
  limits: Object.fromEntries(limits.map((limit) => [showLimit(limit), limit.maxToObjectIds])),
  labels: labels
    .filter(({ label }) => label !== null)
    .map(showLabel)
    .sort(),
});

/** What is seen of each portal, by its id. */
export const seen = ({ portals }: SandboxState): Readonly<Record<string, Seen>> =>
  Object.fromEntries(portals.map((portal) => [portal.portalId, seenOf(portal)]));

/**
 * The requests that the preview of an earlier state may make: states from before resources had a home are asked once
 * whose the token is, and what their custom objects are. Never a write.
 */
const previewMayAsk: ReadonlyArray<RegExp> = [
  /^GET \/account-info\/v3\/details$/,
  /^GET \/crm-object-schemas\/v3\/schemas$/,
];

/** The requests that a preview should not have made. */
export const beyondPreview = (requests: ReadonlyArray<JournalEntry>): ReadonlyArray<string> =>
  requests
    .map(({ method, path: asked }) => `${method} ${asked}`)
    .filter((request) => !previewMayAsk.some((one) => one.test(request)));
