/**
 * The one place that knows how Pulumi's dynamic host behaves: what it passes, what it must not get, how an error turns
 * into what the user reads. Each kind of resource stays plain; here alone is anything thrown.
 */
import type * as pulumi from "@pulumi/pulumi";
import * as E from "fp-ts/Either";
import { pipe } from "fp-ts/function";
import * as O from "fp-ts/Option";
import type { TaskEither } from "fp-ts/TaskEither";
import type { Failure } from "./failure";
import { renderFailure } from "./failure";
import type { Interrupted, Properties, Resource } from "./lifecycle/resource";
import { printable } from "./printable";
import type { Lookup } from "./source";

/** The property in which the host finds the provider's text. It is Pulumi's, not ours. */
const providerKey = "__provider";

const own = (properties: unknown): Properties => {
  const fields: object = typeof properties === "object" && properties !== null ? properties : {};
  return Object.fromEntries(Object.entries(fields).filter(([key]) => key !== providerKey));
};

/** Only JSON can cross to the engine: a stray undefined or Date would fail *after* the portal was written. */
const plain = (properties: Properties): Record<string, unknown> => {
  const json: Record<string, unknown> = JSON.parse(JSON.stringify(properties));
  return json;
};

/** An error whose stack the host prints as nothing, because the user reads the clean message beside it. */
class QuietError extends Error {
  constructor(message: string) {
    super(message);
    this.stack = "";
  }
  override toString(): string {
    return "";
  }
}

/** Tells the engine to keep what stands on the portal and to repair it at the next `pulumi up`; users see the reasons. */
class PartialFailure extends Error {
  constructor(
    readonly id: string,
    readonly properties: Record<string, unknown>,
    readonly reasons: ReadonlyArray<string>,
  ) {
    super(reasons.join("\n"));
    this.stack = "";
  }
}

/** What the host must know of a call that fails in a way nobody thought of: a check may not throw. */
const unexpected = (thrown: unknown): string =>
  `the provider failed in an unexpected way (${thrown instanceof Error ? thrown.name : typeof thrown}); please report it`;

const quietly = async <A>(run: () => Promise<A>): Promise<A> => {
  try {
    return await run();
  } catch (thrown) {
    if (thrown instanceof QuietError || thrown instanceof PartialFailure) throw thrown;
    throw new QuietError(unexpected(thrown));
  }
};

/**
 * A provider for the dynamic host.
 * @param open makes the resource once the configuration can be looked up; it must not fail
 * @param masked a text without credentials
 */
export const dynamicProvider = (
  open: (configured: Lookup) => Resource,
  masked: (text: string) => string,
): pulumi.dynamic.ResourceProvider => {
  const sayable = (text: string): string => printable(masked(text));
  const sentences = (failure: Failure): ReadonlyArray<string> => renderFailure(failure).map(sayable);
  const failed = (failure: Failure): Error => new QuietError(sentences(failure).join("\n"));
  const rightOrThrow = <A>(result: E.Either<Failure, A>): A => {
    if (E.isLeft(result)) throw failed(result.left);
    return result.right;
  };
  const orThrow = async <A>(task: TaskEither<Failure, A>): Promise<A> => rightOrThrow(await task());
  const orKeep = async <A>(task: TaskEither<Interrupted, A>, provider: unknown): Promise<A> => {
    const result = await task();
    if (E.isRight(result)) return result.right;
    const { failure, kept } = result.left;
    if (O.isNone(kept)) throw failed(failure);
    const { id, outputs } = kept.value;
    throw new PartialFailure(id, { ...plain(outputs), [providerKey]: provider }, sentences(failure));
  };
  let resource: Resource | undefined;
  const get = (): Resource => (resource ??= open(() => undefined));
  return {
    configure: async (request) => {
      // Calls made meanwhile do not wait for this one, so it must be done before it first yields.
      resource = open((key) => request.config.get(key));
    },
    check: async (olds, news) => {
      try {
        const { inputs, failures } = await get().check(own(olds), own(news))();
        return {
          inputs: plain(inputs),
          failures: failures.map((reason) => ({ property: "", reason: sayable(reason) })),
        };
      } catch (thrown) {
        return { inputs: own(news), failures: [{ property: "", reason: unexpected(thrown) }] };
      }
    },
    diff: (id, olds, news) =>
      quietly(async () => {
        const { changes, replaces, deleteBeforeReplace = false } = rightOrThrow(get().diff(id, own(olds), own(news)));
        return { changes, replaces: [...replaces], deleteBeforeReplace };
      }),
    create: (inputs) =>
      quietly(async () => {
        const { id, outputs } = await orKeep(get().create(own(inputs)), inputs[providerKey]);
        return { id, outs: plain(outputs) };
      }),
    update: (id, olds, news) =>
      quietly(async () => {
        const { outputs } = await orKeep(get().update(id, own(olds), own(news)), news[providerKey]);
        return { outs: plain(outputs) };
      }),
    read: (id, properties) =>
      quietly(async () =>
        pipe(
          await orThrow(get().read(id, own(properties))),
          O.match(
            () => ({}),
            ({ id: found, outputs, inputs }) => ({ id: found, props: plain(outputs), inputs: plain(inputs) }),
          ),
        ),
      ),
    delete: (id, properties) => quietly(() => orThrow(get().delete(id, own(properties)))),
  };
};

/** A provider for a kind that this release does not know: every call says so, and nothing is lost. */
export const unknownKind = (kind: string, version: string): pulumi.dynamic.ResourceProvider => {
  const problem = `pulumi-hubspot-associations ${version} knows no resource "${kind}"; install the release that declared it, or a newer one`;
  const refuse = (): Promise<never> => Promise.reject(new QuietError(problem));
  return {
    check: (_olds, news) => Promise.resolve({ inputs: own(news), failures: [{ property: "", reason: problem }] }),
    diff: refuse,
    create: refuse,
    update: refuse,
    read: refuse,
    delete: refuse,
  };
};
