/** What the engine asks of a provider, whether that runs in this process or behind gRPC. A failed call is a value. */

export type Properties = Readonly<Record<string, unknown>>;

/** A call that ended in an error. */
export interface Failed {
  /** What the user reads. */
  readonly error: string;
  /** Of gRPC, such as `UNKNOWN`. */
  readonly code: string;
  /** What the engine keeps in the state all the same, and the reasons that the user reads instead of the error. */
  readonly partial?: { readonly id: string; readonly properties: Properties; readonly reasons: ReadonlyArray<string> };
}

export interface Checked {
  readonly inputs: Properties;
  readonly failures: ReadonlyArray<{ readonly property: string; readonly reason: string }>;
}

export interface Diffed {
  /** `DIFF_NONE`, `DIFF_SOME` or `DIFF_UNKNOWN`. */
  readonly changes: string;
  readonly replaces: ReadonlyArray<string>;
  readonly deleteBeforeReplace: boolean;
}

export interface Created {
  readonly id: string;
  readonly properties: Properties;
}

/** A resource that is gone has the id `""`, no properties, and no inputs. */
export interface ReadResult extends Created {
  readonly inputs: Properties | undefined;
}

export interface Hooks {
  check(olds: Properties, news: Properties): Promise<Checked | Failed>;
  diff(id: string, olds: Properties, news: Properties): Promise<Diffed | Failed>;
  create(properties: Properties): Promise<Created | Failed>;
  read(id: string, properties: Properties): Promise<ReadResult | Failed>;
  update(id: string, olds: Properties, news: Properties): Promise<Omit<Created, "id"> | Failed>;
  delete(id: string, properties: Properties): Promise<Failed | undefined>;
}

export const isFailed = <A extends object>(outcome: A | Failed | undefined): outcome is Failed =>
  outcome !== undefined && "error" in outcome;
