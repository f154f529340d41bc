/** The portals of this process, one for each configuration, so that all kinds of resources share what they should. */
import { createHash } from "node:crypto";
import * as E from "fp-ts/Either";
import { pipe } from "fp-ts/function";
import * as O from "fp-ts/Option";
import * as TE from "fp-ts/TaskEither";
import type { Claims } from "./claims";
import { newClaims } from "./claims";
import type { Configuration } from "./configuration";
import { secretsOf } from "./credentials";
import type { Failure } from "./failure";
import type { Wire } from "./hubspot/send";
import type { Confirmed, Portal } from "./portal";
import { openPortal } from "./portal";
import type { Runtime } from "./runtime";
import type { ConfigurationFailure } from "./source";

/** What a resource's hooks have besides their arguments. */
export interface Context {
  /** The portal that is meant, where the configuration names one. */
  readonly portalId: O.Option<number>;
  /** The portal, or why there is none. */
  readonly portal: E.Either<Failure, Portal>;
  /** Whether a check may look at the portal: not where that is switched off, or the configuration is not known yet. */
  readonly mayLook: boolean;
  readonly claims: Claims;
  readonly runtime: Runtime;
}

const contexts = new Map<string, Context>();

/** Tokens are no keys of anything: what is compared is a digest. */
export const digest = (configuration: Configuration): string => {
  const { identity } = configuration;
  const secrets = O.isNone(identity) ? [] : secretsOf(identity.value.credentials).map(({ reveal }) => reveal());
  return createHash("sha256")
    .update(JSON.stringify([configuration, secrets]))
    .digest("hex");
};

/** The context of a configuration, the same one for the same configuration. */
export const contextOf = (
  configuration: E.Either<ConfigurationFailure, Configuration>,
  userAgent: string,
  runtime: Runtime,
): Context => {
  if (E.isLeft(configuration)) {
    const failure: Failure = { _tag: "InvalidConfiguration", failure: configuration.left };
    return { portalId: O.none, portal: E.left(failure), mayLook: true, claims: newClaims(), runtime };
  }
  const key = digest(configuration.right);
  const known = contexts.get(key);
  if (known !== undefined) return known;
  const context = newContext(configuration.right, userAgent, runtime);
  contexts.set(key, context);
  return context;
};

/** A context of its own, as a new process has one. */
export const newContext = (configuration: Configuration, userAgent: string, runtime: Runtime, wire?: Wire): Context => {
  const portal = pipe(
    configuration.identity,
    E.fromOption((): Failure => ({ _tag: "MissingCredentials", source: configuration.source })),
    E.map((identity) => openPortal(configuration, identity, userAgent, runtime, wire)),
  );
  return {
    portalId: configuration.portalId,
    portal,
    mayLook: configuration.previewChecks && !configuration.notKnownYet,
    claims: newClaims(E.isRight(portal) ? portal.right.known : undefined),
    runtime,
  };
};

/** The portal, once it is known to be the one that is meant and the one of the state. */
export const opened = (
  { portal }: Context,
  stateOf: O.Option<number>,
): TE.TaskEither<Failure, { readonly portal: Portal; readonly confirmed: Confirmed }> =>
  pipe(
    TE.fromEither(portal),
    TE.bindTo("portal"),
    TE.bind("confirmed", ({ portal: open }) => open.confirmed(stateOf)),
  );
