/** A live portal for a command: the provider's own client, with the same guard, quota and retries. */
import * as E from "fp-ts/Either";
import * as O from "fp-ts/Option";
import type { TaskEither } from "fp-ts/TaskEither";
import type { Configuration } from "../../provider/configuration";
import { readConfiguration } from "../../provider/configuration";
import { debugLines } from "../../provider/engineLog";
import type { Failure } from "../../provider/failure";
import { renderFailure } from "../../provider/failure";
import type { HubSpotError } from "../../provider/hubspot/error";
import { renderHubSpotError } from "../../provider/hubspot/error";
import type { Confirmed, Portal } from "../../provider/portal";
import { newContext } from "../../provider/portals";
import { printable } from "../../provider/printable";
import { userAgent } from "../../provider/release";
import type { Runtime } from "../../provider/runtime";
import { discreet } from "../../provider/runtime";
import type { ConfigurationFailure } from "../../provider/source";
import type { Io } from "../io";
import { say } from "../terminal";
import { Trouble } from "../trouble";
import { tokenVariable } from "./argument";

/** A portal that is known to be the one that is meant. */
export interface LivePortal {
  readonly confirmed: Confirmed;
  /** Runs a call; what goes wrong is trouble for the whole command. */
  readonly ask: <A>(call: TaskEither<HubSpotError, A>) => Promise<A>;
  /** The same error as trouble that names where the token stands. */
  readonly trouble: (error: HubSpotError) => Trouble;
}

/** A command lives as long as it lives, and what it says in passing goes to stderr. */
const runtimeOf = (io: Io): Runtime =>
  discreet({
    ...io.time,
    warn: (message) => () => say(io, printable(message)),
    engineAlive: () => Promise.resolve(true),
    debug: debugLines(io.env["HUBSPOT_DEBUG"], (line) => void say(io, line)),
  });

const oneLine = (words: ReadonlyArray<string>): Trouble => new Trouble(printable(words.join("; ")));

const describe = (failure: Failure, portal: string | undefined): Trouble =>
  failure._tag === "MissingCredentials"
    ? new Trouble(
        `no token: set ${tokenVariable(portal)} to that of a service key or private app${portal === undefined ? ", name another portal, or a snapshot file" : "; a snapshot file is named by its path, such as ./portal.json"}`,
      )
    : troubleOf(failure);

/** What of a failure ends the command. */
export const troubleOf = (failure: Failure): Trouble => oneLine(renderFailure(failure));

/** The settings of a portal, from the environment alone, or what is wrong with them. */
export const readSettings = (
  { env }: Pick<Io, "env">,
  portal: string | undefined,
): E.Either<ConfigurationFailure, Configuration> =>
  readConfiguration(
    () => undefined,
    (name) => env[name],
    portal,
  );

const configurationOf = (io: Io, portal: string | undefined): Configuration => {
  const configuration = readSettings(io, portal);
  if (E.isLeft(configuration)) throw troubleOf({ _tag: "InvalidConfiguration", failure: configuration.left });
  return configuration.right;
};

/** The portal of a configuration; nothing is asked yet. */
export const portalOf = (io: Io, configuration: Configuration): E.Either<Failure, Portal> =>
  newContext(configuration, userAgent, runtimeOf(io)).portal;

/**
 * Opens a portal; asks once whose token it is.
 * @param portal what the names of its environment variables have besides, such as `STAGING`
 */
export const openPortal = async (io: Io, portal: string | undefined): Promise<LivePortal> =>
  liveOf(portalOf(io, configurationOf(io, portal)), portal);

/** A portal that a configuration leads to, confirmed. */
export const liveOf = async (opened: E.Either<Failure, Portal>, portal?: string): Promise<LivePortal> => {
  if (E.isLeft(opened)) throw describe(opened.left, portal);
  const confirmed = await opened.right.confirmed(O.none)();
  if (E.isLeft(confirmed)) throw describe(confirmed.left, portal);
  const { origin } = opened.right.identity;
  const trouble = (error: HubSpotError): Trouble => oneLine([renderHubSpotError(error, origin)]);
  return {
    confirmed: confirmed.right,
    ask: async (call) => {
      const answer = await call();
      if (E.isLeft(answer)) throw trouble(answer.left);
      return answer.right;
    },
    trouble,
  };
};

/** HubSpot said no to this one thing: the token may not ask it, or it is not there. */
export const isNo = ({ _tag }: HubSpotError): boolean =>
  ["MissingScopes", "UnknownObjectType", "Refused"].includes(_tag);
