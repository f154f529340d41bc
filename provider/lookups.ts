/**
 * What a program may ask of a portal while it runs, in its own process, with a client of its own. Within one run each
 * question goes out once; whatever goes wrong comes back as the text that the user reads.
 */
import * as E from "fp-ts/Either";
import { flow, pipe } from "fp-ts/function";
import * as O from "fp-ts/Option";
import type { Task } from "fp-ts/Task";
import * as TE from "fp-ts/TaskEither";
import { showPair } from "./associationType";
import type { Configuration } from "./configuration";
import { readConfiguration } from "./configuration";
import { debugLines } from "./engineLog";
import type { Failure } from "./failure";
import { renderFailure } from "./failure";
import type { Wire } from "./hubspot/send";
import { resolve } from "./limits/selector";
import type { Asked, ReadArguments } from "./lookupArguments";
import { readPair, readTyped } from "./lookupArguments";
import type { Context } from "./portals";
import { digest, newContext } from "./portals";
import { userAgent } from "./release";
import type { Runtime } from "./runtime";
import { discreet, realTime } from "./runtime";
import type { Lookup, Source } from "./source";
import type { FoundType, TypesOfPair } from "./typeLookup";
import { nameable, typeMeant, typesOfPair } from "./typeLookup";

/** The lookups of one run; a failure is the whole message. */
export interface Lookups {
  readonly getAssociationTypes: (configured: Lookup, args: unknown) => TE.TaskEither<string, TypesOfPair>;
  readonly getAssociationType: (configured: Lookup, args: unknown) => TE.TaskEither<string, FoundType>;
}

/** Sentences for the user, each of which stands alone. */
type Problems = ReadonlyArray<string>;
type Ask = <A>(onPortal: (context: Context) => TE.TaskEither<Failure, A>) => TE.TaskEither<Problems, A>;

/** A program that was started lives with its engine, and a lookup changes nothing. */
const inProgram = (warn: Runtime["warn"]): Runtime =>
  discreet({
    ...realTime,
    warn,
    engineAlive: () => Promise.resolve(true),
    debug: debugLines(process.env["HUBSPOT_DEBUG"]),
  });

/** The lookups of a run that begins now, which speaks to the user by `warn`. */
export const newLookups = (warn: (message: string) => Task<void>): Lookups =>
  lookupsIn(inProgram(warn), (name) => process.env[name]);

/** The same in any surroundings. */
export const lookupsIn = (surroundings: Runtime, environment: Lookup, wire?: Wire): Lookups => {
  const runtime: Runtime = { ...surroundings, warn: saidOnce(surroundings.warn) };
  const contexts = new Map<string, Context>();
  const { over } = runtime.mask;

  const contextOf = (configuration: Configuration): Context => {
    const key = digest(configuration);
    const context = contexts.get(key) ?? newContext(configuration, userAgent, runtime, wire);
    contexts.set(key, context);
    return context;
  };

  const open = (name: string, configured: Lookup): E.Either<Problems, Context> =>
    pipe(
      readConfiguration(configured, environment),
      E.mapLeft((failure) => renderFailure({ _tag: "InvalidConfiguration", failure })),
      E.chain((configuration) =>
        configuration.notKnownYet
          ? E.left([notKnownYet(name, configuration.source)])
          : E.right(contextOf(configuration)),
      ),
    );

  /** A mistake in the arguments is told before anybody is asked, and a pair with all that is found out about it. */
  const lookup =
    <Q extends Asked, A>(
      name: keyof Lookups,
      read: (args: unknown) => ReadArguments<Q>,
      find: (question: Q, ask: Ask) => TE.TaskEither<Problems, A>,
    ) =>
    (configured: Lookup, args: unknown): TE.TaskEither<string, A> => {
      const question = read(args);
      if (E.isLeft(question)) {
        return TE.left(told(name)(renderFailure({ _tag: "InvalidInputs", failures: question.left })));
      }
      const ask: Ask = (onPortal) =>
        pipe(
          TE.fromEither(open(name, configured)),
          TE.chain((context) => pipe(onPortal(context), TE.mapLeft(renderFailure))),
        );
      return pipe(find(question.right, ask), TE.mapLeft(flow(told(`${name} ${showPair(question.right.pair)}`), over)));
    };

  return {
    getAssociationTypes: lookup("getAssociationTypes", readPair, ({ pair }, ask) =>
      ask((context) => typesOfPair(context, pair)),
    ),
    getAssociationType: lookup("getAssociationType", readTyped, ({ pair, selector }, ask) =>
      pipe(
        resolve(pair, selector),
        // HubSpot's own unlabeled types are the same on every portal, so none is asked.
        O.match(
          () => ask((context) => typeMeant(context, pair, selector)),
          (type) => TE.right(type),
        ),
        TE.chainEitherK(nameable),
      ),
    ),
  };
};

const notKnownYet = (name: string, source: Source): string =>
  `${
    source._tag === "ExplicitProvider" ? `the hubspot.Provider "${source.name}"` : "the configuration"
  } is not known yet, since a value of it comes from a resource that this preview would create; use ${name}Output, whose result is known when that is`;

/** Each sentence stands alone, and says what it is about. */
const told =
  (about: string) =>
  (problems: Problems): string =>
    problems.map((problem) => `${about}: ${problem}`).join("\n");

/** The same words are said once in a run. */
const saidOnce = (warn: Runtime["warn"]): Runtime["warn"] => {
  const said = new Set<string>();
  return (message) => async () => {
    if (said.has(message)) return;
    said.add(message);
    await warn(message)();
  };
};
