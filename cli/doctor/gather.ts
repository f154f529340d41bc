/** Finds out what the checks judge. It decides nothing, and goes on whatever fails. */
import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import * as E from "fp-ts/Either";
import { pipe } from "fp-ts/function";
import * as O from "fp-ts/Option";
import * as TE from "fp-ts/TaskEither";
import type { Failure } from "../../provider/failure";
import type { Answer } from "../../provider/hubspot/calls";
import type { Confirmed, Portal } from "../../provider/portal";
import { version } from "../../provider/release";
import type { Io } from "../io";
import { portalOf, readSettings, troubleOf } from "../portal/open";
import type { Progress } from "../terminal";
import type { Cli, Facts, Machine, Opening, Probe, Probes } from "./facts";

const versionIn = (manifest: string): O.Option<string> => {
  try {
    const json: unknown = JSON.parse(readFileSync(manifest, "utf8"));
    return typeof json === "object" && json !== null && "version" in json ? O.some(String(json.version)) : O.none;
  } catch {
    return O.none;
  }
};

/** Where Node looks for a package, from a folder upwards. */
export const sdkFrom = (folder: string): O.Option<string> => {
  const found = versionIn(path.join(folder, "node_modules", "@pulumi", "pulumi", "package.json"));
  const above = path.dirname(folder);
  return O.isSome(found) || above === folder ? found : sdkFrom(above);
};

const patienceMs = 20_000;

/** Asks the Pulumi CLI of the PATH for its version. */
export const cliOf = (environment: Io["env"]): Promise<Cli> =>
  new Promise((resolve) => {
    const env = { ...environment, PULUMI_SKIP_UPDATE_CHECK: "true" };
    execFile("pulumi", ["version"], { env, timeout: patienceMs }, (error, stdout) => {
      if (error === null) return resolve({ _tag: "Found", version: stdout.trim() });
      if (error.code === "ENOENT") return resolve({ _tag: "Missing" });
      resolve({ _tag: "Broken", why: error.killed === true ? "it takes too long" : `it ends with ${error.code}` });
    });
  });

const machineOf = async ({ node, cwd, pulumi }: Io): Promise<Machine> => ({
  node,
  own: version,
  sdk: sdkFrom(cwd),
  cli: await pulumi(),
});

/** A pair that every portal has. */
const pair = { from: "contacts", to: "companies" };

const probe = async (confirmed: Confirmed, update: Progress["update"]): Promise<Probes> => {
  const count = async (what: string, call: Answer<ReadonlyArray<unknown>>): Promise<Probe> => {
    update(`reading ${what}`);
    return pipe(
      await call(),
      E.map(({ length }) => length),
    );
  };
  return {
    limits: await count("limits", confirmed.allLimits),
    labels: await count("labels", confirmed.typesOf(pair)),
    customObjects: await count("custom objects", confirmed.customObjects),
    tracking: await count("limits tracking", confirmed.tracking.labeledPairs),
  };
};

const notOpened = (failure: Failure): Opening => {
  switch (failure._tag) {
    case "InvalidConfiguration":
      return { _tag: "WrongSetting" };
    case "MissingCredentials":
      return { _tag: "NoToken" };
    case "UnknownPortal":
      return { _tag: "UnknownPortal", error: failure.error };
    case "WrongPortal":
      return { _tag: "WrongPortal", actual: failure.actual, expected: failure.expected };
    case "HubSpotFailed":
      return { _tag: "Failed", error: failure.error };
    default:
      throw troubleOf(failure);
  }
};

/** One attempt for each request, and none takes long: what fails now and then is told as well. */
const open = async (portal: E.Either<Failure, Portal>, update: Progress["update"]): Promise<Opening> => {
  const opened = await pipe(
    TE.fromEither(portal),
    TE.chain(({ glimpsed }) => glimpsed),
  )();
  if (E.isLeft(opened)) return notOpened(opened.left);
  const confirmed = opened.right;
  return {
    _tag: "Opened",
    portalId: confirmed.portalId,
    account: await confirmed.account(),
    probes: await probe(confirmed, update),
  };
};

export const gather = async (
  io: Io,
  variables: string | undefined,
  { update }: Pick<Progress, "update">,
): Promise<Facts> => {
  const [today, machine] = [io.time.date(), machineOf(io)];
  const settings = readSettings(io, variables);
  const portal = pipe(
    settings,
    E.mapLeft((failure): Failure => ({ _tag: "InvalidConfiguration", failure })),
    E.chain((configuration) => portalOf(io, configuration)),
  );
  const opening = await open(portal, update);
  update("asking the Pulumi CLI for its version");
  return {
    variables,
    today,
    machine: await machine,
    settings,
    opening,
    quota: E.isRight(portal) ? portal.right.quota() : O.none,
  };
};
