/** What a request is answered with, before anything is known of sockets. */
export interface Reply {
  readonly status: number;
  /** Sent as JSON; no body at all where it is absent. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}
