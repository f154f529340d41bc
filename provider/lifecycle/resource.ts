/** What every kind of resource is: Pulumi's hooks over plain data, with failures as values. */
import type { Either } from "fp-ts/Either";
import type { Option } from "fp-ts/Option";
import type { Task } from "fp-ts/Task";
import type { TaskEither } from "fp-ts/TaskEither";
import type { Failure } from "../failure";

/** Inputs or outputs as they come from the engine; Pulumi's own `__provider` is not among them. */
export type Properties = Readonly<Record<string, unknown>>;

export interface Checked {
  readonly inputs: Properties;
  /** Each names its field and its value, because the engine prints nested field names badly. */
  readonly failures: ReadonlyArray<string>;
}

export interface Diff {
  readonly changes: boolean;
  /** The inputs that make this another resource. */
  readonly replaces: ReadonlyArray<string>;
  /** Whether the old one must go before the new one can come. */
  readonly deleteBeforeReplace?: boolean;
}

/** What the state keeps of a resource. */
export interface Saved {
  readonly id: string;
  readonly outputs: Properties;
}

/** What `read` found; none where the resource is gone. */
export type Found = Option<Saved & { readonly inputs: Properties }>;

/** A create or update that did not come through; with `kept`, some of it stands on the portal and is to be healed. */
export interface Interrupted {
  readonly failure: Failure;
  readonly kept: Option<Saved>;
}

/** One kind of resource. Its outputs include all its inputs, since update and delete get nothing else. */
export interface Resource {
  readonly check: (olds: Properties, news: Properties) => Task<Checked>;
  readonly diff: (id: string, olds: Properties, news: Properties) => Either<Failure, Diff>;
  readonly create: (inputs: Properties) => TaskEither<Interrupted, Saved>;
  readonly update: (id: string, olds: Properties, news: Properties) => TaskEither<Interrupted, Saved>;
  readonly read: (id: string, properties: Properties) => TaskEither<Failure, Found>;
  readonly delete: (id: string, properties: Properties) => TaskEither<Failure, void>;
}
