/** How a sandbox is started, and the state that it starts from. */
import { existsSync, readFileSync } from "node:fs";
import type { AccessToken, Plan, PortalInput, PortalState, SandboxState } from "./model";
import type { QuotaOptions } from "./rate";
import { defaultToken } from "./readCredentials";
import type { Read } from "./reader";
import { readDocument } from "./reader";
import { readState } from "./readState";
import { findSeed, seedNames } from "./seeds";
import type { SwitchesInput } from "./switches";
import { defaultSwitches, readSwitches } from "./switches";

/** How to start a sandbox. Everything has a default. */
export interface SandboxOptions {
  /** @default 0, a free port that the system picks */
  readonly port?: number;
  /**
   * What to start from: `demo`, a mid-size company with 25 pairs, 40 labels and 30 limits; `large`, 1,000 directed pairs
   * with labels and limits; or a JSON file in the shape of `StateInput`.
   *
   * @default one empty portal
   */
  readonly seed?: string;
  /** The portals to start from, instead of a seed. */
  readonly portals?: ReadonlyArray<PortalInput>;
  /**
   * A file to keep the state in. If it exists, the sandbox starts from it, whatever `seed` and `portals` say. It is
   * written, whole and in one step, before each answer to a request that changes something.
   */
  readonly data?: string;
  /** The plan of portals that name none. @default professional */
  readonly plan?: Plan;
  /** Opens the first portal, beside the tokens that it names. @default `sandbox-token-<portalId>` where it names none */
  readonly accessToken?: string;
  /** How HubSpot behaves where its versions differ. A state that is put in place may say otherwise. */
  readonly switches?: SwitchesInput;
  /** For tests that cannot wait for HubSpot's quota, or that share it with others. */
  readonly quota?: QuotaOptions;
  /**
   * How many requests a day each portal may make. A day begins where `clock` passes a multiple of 24 hours; HubSpot's
   * own begins at midnight in the portal's time zone. @default what the portal's plan gives
   */
  readonly dailyQuota?: number;
  /**
   * After how many milliseconds an access token from OAuth expires, whatever `expires_in` says of it: for tests that
   * cannot wait so long, or that do not trust that number. @default what `expires_in` says
   */
  readonly accessTokenMilliseconds?: number;
  /** The time that quotas, access tokens and reads behind writes go by, in milliseconds. @default the system's monotonic clock */
  readonly clock?: () => number;
}

const defaultPortalId = 4_242_424;

/** What was read, or an `Error` that says all that was wrong. */
export const orThrow = <A>(read: Read<A>, what: string): A => {
  if (read.ok) return read.value;
  throw new Error(`${what}:\n${read.problems.map((problem) => `  ${problem}`).join("\n")}`);
};

const readJsonFile = (file: string): unknown => {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    throw new Error(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
};

const seedDocument = (seed: string): readonly [unknown, string] => {
  const complaint = `The seed ${seed} is no state`;
  const known = findSeed(seed);
  if (known !== undefined) return [{ portals: [known(defaultPortalId)] }, complaint];
  if (existsSync(seed)) return [readJsonFile(seed), complaint];
  throw new Error(
    `There is no seed "${seed}": choose ${seedNames.join(" or ")}, or name a JSON file like the one that ` +
      "GET /__sandbox/state gives",
  );
};

/** The document to start from, and what to call it in an error. */
const startingDocument = ({ data, seed, portals }: SandboxOptions): readonly [unknown, string] => {
  if (data !== undefined && existsSync(data)) return [readJsonFile(data), `The data file ${data} is no state`];
  if (seed !== undefined && portals !== undefined) throw new Error("Either a seed or portals, not both");
  if (seed !== undefined) return seedDocument(seed);
  return [{ portals: portals ?? [{ portalId: defaultPortalId }] }, "The portals are no state"];
};

/** Reads a document as this sandbox would, with the defaults that its options name. */
export const stateReader = ({ plan, switches }: SandboxOptions): ((document: unknown) => Read<SandboxState>) => {
  const chosen = orThrow(
    readDocument(switches, (cursor) => readSwitches(cursor, defaultSwitches)),
    "The switches are wrong",
  );
  return (document) => readState(document, { plan: plan ?? "professional", switches: chosen });
};

const withToken = (portal: PortalState, token: string): PortalState => {
  const known = portal.tokens.find((known) => known.token === token);
  const first: AccessToken = known ?? { token, missingScopes: [], expired: false };
  const others = portal.tokens.filter((other) => other !== known && other.token !== defaultToken(portal.portalId));
  return { ...portal, tokens: [first, ...others] };
};

/** The state at the start, and its first portal and token. */
export interface Start {
  readonly state: SandboxState;
  readonly portalId: number;
  readonly token: string;
}

/** Throws an `Error` that says what is wrong with the options or their files. */
export const startOf = (options: SandboxOptions): Start => {
  const [document, complaint] = startingDocument(options);
  const read = stateReader(options);
  const { portals, switches } = orThrow(read(document), complaint);
  const { accessToken } = options;
  const opened = portals.map((portal, i) =>
    i > 0 || accessToken === undefined ? portal : withToken(portal, accessToken),
  );
  const state = orThrow(read({ portals: opened, switches }), complaint);
  const [portal] = state.portals;
  const [first] = portal?.tokens ?? [];
  if (portal === undefined || first === undefined) throw new Error("The first portal has no token; name one");
  return { state, portalId: portal.portalId, token: first.token };
};
