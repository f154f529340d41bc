/** Where a case is played: a portal, and processes of the provider, one for each command, as the engine starts them. */
import type { DirectSandbox, PortalInput, SwitchesInput } from "../../../sandbox";
import type { Run } from "../engine/run";

/** What a process is told besides its portal. */
export interface Settings {
  /** @default 30 */
  readonly requestTimeoutSeconds?: number;
  /** Why no portal is to be found where it looks for one. @default it is there */
  readonly missing?: Missing;
}

export type Missing = "nobody listens" | "no TLS" | "no such host";

export interface Ground {
  readonly sandbox: Omit<DirectSandbox, "handle">;
  /** Where the sandbox is, without a slash at its end. */
  readonly url: string;
  /** The date and time of day, by the clock that the processes have. */
  readonly date: () => Date;
  /** A process that has nothing in common with any before. */
  readonly next: (settings: Settings) => Promise<Run>;
}

/** Gives a ground for as long as some work takes. */
export type OnGround = <A>(
  kind: string,
  portal: PortalInput,
  switches: SwitchesInput,
  work: (ground: Ground) => Promise<A>,
) => Promise<A>;
