/** What a run of the engine is given besides the state: a program, the provider's processes, and whoever listens. */
import type { Failed, Hooks, Properties } from "./hooks";
import type { Held } from "./state";

/** What a program knows of another resource's output; the engine's unknown where a preview does not know it yet. */
export type OutputOf = (name: string, output: string) => unknown;

/** A resource as a program registers it. */
export interface Registered {
  readonly name: string;
  readonly kind: string;
  readonly inputs: Properties | ((outputOf: OutputOf) => Properties);
  /** Registered once these are done. @default none */
  readonly dependsOn?: ReadonlyArray<string>;
  /** @default the default Provider, `""` */
  readonly provider?: string;
}

/** What is registered after another: at once, when some running step has ended, when all have. */
export type Pace = "atOnce" | "afterOne" | "afterAll";

/** A hook that changes something, at its end. */
export interface Step {
  readonly kind: "create" | "update" | "delete";
  /** What the state held before; none for a create. */
  readonly old: Held | undefined;
  /** What the state is to hold from now on; none after a delete, and where the hook failed. */
  readonly saved: Held | undefined;
  readonly failed: boolean;
}

/** A hook that failed. */
export interface Failure {
  readonly name: string;
  readonly hook: keyof Hooks;
  readonly failed: Failed;
}

/** What the user reads of failures; no failure is silent. */
export const reasonsOf = (failures: ReadonlyArray<Failure>): ReadonlyArray<string> =>
  failures.flatMap(({ name, hook, failed: { error, partial } }) => {
    const reasons = partial?.reasons ?? [error];
    return reasons.length === 0 ? [`${hook} ${name} failed without a word`] : reasons;
  });

export interface Run {
  /** The hooks of a kind of resource in a Provider's process. */
  readonly hooks: (kind: string, provider: string) => Hooks;
  /** How many steps are at work at the same time, at the most. @default any number */
  readonly parallel?: number;
  /** How fast the program goes on, resource by resource, and then from the beginning. @default at once */
  readonly paces?: ReadonlyArray<Pace>;
  /** Hears of the end of each step; its result reaches the state only if this says so. @default it does */
  readonly ended?: (step: Step) => boolean;
  /** Whether the process still lives; a dead one begins nothing. @default it does */
  readonly isAlive?: () => boolean;
  /** Hears of each hook that is called. */
  readonly called?: (hook: keyof Hooks, name: string) => void;
}

/** A run that writes down each hook that it calls, in the order of the calls: `check a`, `diff a`, `create a`. */
export const trace = (run: Run): { readonly run: Run; readonly lines: () => ReadonlyArray<string> } => {
  const lines: string[] = [];
  return { run: { ...run, called: (hook, name) => void lines.push(`${hook} ${name}`) }, lines: () => [...lines] };
};
