/** The way to a HubSpot in the small world: it counts requests, plays a mishap, and lets those that wait go in an order. */
import type { DirectSandbox, Outcome } from "../../../sandbox";
import type { Trouble } from "./alphabet";
import type { HubSpot } from "./hubSpot";

/** A request that was sent. */
export interface Asked {
  readonly method: string;
  readonly path: string;
  /** Whom the token belongs to. */
  readonly portalId: number | undefined;
}

export const isWrite = ({ method }: Asked): boolean => method !== "GET";

export const showAsked = ({ method, path, portalId }: Asked): string => `${method} ${path} (${portalId})`;

export interface Network {
  readonly handle: DirectSandbox["handle"];
  readonly asked: () => ReadonlyArray<Asked>;
  /** Comes true where the process is killed. */
  readonly killed: Promise<void>;
  readonly isAlive: () => boolean;
  /** How many requests waited at each choice; empty where no order is asked for. */
  readonly widths: () => ReadonlyArray<number>;
}

const answered = (status: number, body: object): Outcome => ({
  _tag: "Answered",
  status,
  headers: { "content-type": "application/json" },
  body: JSON.stringify({ status: "error", correlationId: "c-1", ...body }),
  milliseconds: 0,
});

const never = <A>(): Promise<A> => new Promise(() => undefined);

/** After so many immediates without a request, all have gone on that can. */
const rounds = 4;

/** Lets one request go at a time, each once all that can go on have done so. */
const turns = (choices: ReadonlyArray<number>) => {
  let waiting: ReadonlyArray<() => void> = [];
  const widths: number[] = [];
  let isScheduled = false;
  const settled = (left: number, then: () => void): void =>
    void setImmediate(() => (left === 0 ? then() : settled(left - 1, then)));
  const schedule = (): void => {
    if (isScheduled || waiting.length === 0) return;
    isScheduled = true;
    settled(rounds, () => {
      isScheduled = false;
      const next = waiting[choices[widths.length] ?? 0] ?? waiting[0];
      widths.push(waiting.length);
      waiting = waiting.filter((other) => other !== next);
      next?.();
      schedule();
    });
  };
  return {
    widths: () => widths,
    turn: (): Promise<void> =>
      new Promise((resolve) => {
        waiting = [...waiting, resolve];
        schedule();
      }),
  };
};

export const networkTo = (
  hubSpot: HubSpot,
  trouble: Trouble | undefined,
  order: ReadonlyArray<number> | undefined,
): Network => {
  const portalIds = new Map(
    hubSpot.contents().flatMap(({ portalId, tokens }) => tokens.map(({ token }) => [token, portalId] as const)),
  );
  const asked: Asked[] = [];
  const queue = order === undefined ? undefined : turns(order);
  let isAlive = true;
  let die = (): void => undefined;
  const killed = new Promise<void>((resolve) => {
    die = () => {
      isAlive = false;
      resolve();
    };
  });
  return {
    asked: () => asked,
    killed,
    isAlive: () => isAlive,
    widths: () => queue?.widths() ?? [],
    handle: async (request, connection) => {
      if (queue !== undefined) await queue.turn();
      if (!isAlive) return never();
      const { method, path, authorization = "" } = request;
      asked.push({ method, path, portalId: portalIds.get(authorization.replace("Bearer ", "")) });
      if (trouble?.at !== asked.length) return hubSpot.handle(request, connection);
      switch (trouble.mishap) {
        case "503":
          return answered(503, { message: "not now" });
        case "403":
          return answered(403, { message: "no", category: "MISSING_SCOPES" });
        case "answer lost":
          await hubSpot.handle(request, connection);
          return { _tag: "Lost", by: "reset", tookEffect: true };
        case "killed before":
          die();
          return never();
        case "killed after":
          await hubSpot.handle(request, connection);
          die();
          return never();
      }
    },
  };
};
