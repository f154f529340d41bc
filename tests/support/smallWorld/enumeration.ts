/**
 * All histories of the alphabet up to a depth. What comes after a history depends on the world at its end alone, so each
 * world is gone on from once, however many histories lead to it; they are counted all the same.
 */
import type { Command, History, Running } from "./alphabet";
import {
  calmly,
  circumstancesOf,
  isGentler,
  mishaps,
  parallelPrograms,
  previews,
  troubled,
  withMishaps,
} from "./alphabet";
import type { MakeHubSpot } from "./hubSpot";
import type { Violation } from "./laws";
import { leavesTheWorldWell, violations } from "./laws";
import type { Now, Repeats, Seen } from "./world";
import { begin, keyOf, play } from "./world";

export interface Broken extends Violation {
  readonly history: History;
  /** How many histories break it that have gone through as much as this one. */
  readonly count: number;
}

export type Kind = "calm" | "preview" | "mishap" | "lag" | "order";

export interface Explored {
  /** How many histories of the last depth there are, by their last command. */
  readonly histories: Readonly<Record<Kind, number>>;
  /** Commands that were played. */
  readonly commands: number;
  readonly worlds: number;
  readonly broken: ReadonlyArray<Broken>;
}

/** Which commands are tried after a history. */
export interface Breadth {
  readonly calm: ReadonlyArray<Command>;
  /** Mishaps at each request, and reads that lag. */
  readonly troubles: boolean;
  readonly orders: boolean;
  readonly previews: boolean;
}

/** Commands to which nothing happens. */
export const calm: Breadth = { calm: calmly, troubles: false, orders: false, previews: false };

/** Those of the first token alone. */
export const own: Breadth = { ...calm, calm: calmly.filter((command) => !("as" in command) || command.as === "111") };

/** What somebody does behind the programs' back. */
export const drift: Breadth = { ...calm, calm: calmly.filter((command) => command.do === "somebody") };

/** What may go wrong on the way of the first token's commands. */
export const troubles: Breadth = { ...own, calm: [], troubles: true };

export const everything: Breadth = { calm: calmly, troubles: true, orders: true, previews: true };

interface Node {
  readonly now: Now;
  readonly history: History;
  /** How many histories lead here. */
  readonly weight: number;
}

/** The orders that begin like one that was played, and go on otherwise at one choice after what was given. */
const otherOrders = (
  order: ReadonlyArray<number>,
  widths: ReadonlyArray<number>,
): ReadonlyArray<ReadonlyArray<number>> =>
  widths.flatMap((width, at) =>
    at < order.length
      ? []
      : Array.from({ length: width - 1 }, (_, i) => [
          ...order,
          ...Array.from({ length: at - order.length }, () => 0),
          i + 1,
        ]),
  );

/** What is wrong with the last command of a history. */
export type Judge = (seen: Seen, history: History) => ReadonlyArray<Violation> | Promise<ReadonlyArray<Violation>>;

const none: Explored["histories"] = { calm: 0, preview: 0, mishap: 0, lag: 0, order: 0 };

export const explore = async (
  make: MakeHubSpot,
  beginnings: ReadonlyArray<History>,
  depths: ReadonlyArray<Breadth>,
  judge: Judge = violations,
): Promise<Explored> => {
  let [commands, worlds] = [0, 0];
  let histories = none;
  const broken = new Map<string, Broken>();
  const repeats: Repeats = new Map();
  const note = (found: ReadonlyArray<Violation>, history: History, weight: number): void => {
    for (const { law, what } of new Map(found.map((each) => [`${each.law} ${each.what}`, each])).values()) {
      const key = `${law} ${what} ${circumstancesOf(history)}`;
      const known = broken.get(key);
      broken.set(key, { law, what, history: known?.history ?? history, count: (known?.count ?? 0) + weight });
    }
  };
  /** Plays a command after a node; gives where it leads to, unless a law is broken or nothing can be done. */
  const step = async (
    node: Node,
    command: Command,
  ): Promise<{ readonly seen: Seen; readonly next?: Node } | undefined> => {
    const seen = await play(make, node.now, command, repeats);
    if (seen === undefined) return undefined;
    commands++;
    const history = { ...node.history, commands: [...node.history.commands, command] };
    const found = await judge(seen, history);
    note(found, history, node.weight);
    const next = { now: seen.after, history, weight: node.weight };
    return found.every(leavesTheWorldWell) ? { seen, next } : { seen };
  };
  const stepsFrom = async (node: Node, breadth: Breadth, arrive: (next: Node) => void): Promise<void> => {
    const go = async (kind: Kind, command: Command): Promise<Seen | undefined> => {
      const stepped = await step(node, command);
      if (stepped === undefined) return undefined;
      histories = { ...histories, [kind]: histories[kind] + node.weight };
      if (stepped.next !== undefined) arrive(stepped.next);
      return stepped.seen;
    };
    for (const command of breadth.calm) await go("calm", command);
    if (breadth.previews) for (const command of previews) await go("preview", command);
    if (breadth.troubles) {
      for (const command of troubled) {
        const { asked } = (await play(make, node.now, command, repeats)) ?? { asked: [] };
        for (const disturbed of withMishaps(command, asked.length, mishaps)) await go("mishap", disturbed);
        const lagging: Running = { ...command, lags: true };
        const seen = await go("lag", lagging);
        for (const disturbed of withMishaps(lagging, seen?.asked.length ?? 0, ["answer lost"]))
          await go("lag", disturbed);
      }
    }
    if (breadth.orders) for (const program of parallelPrograms) await allOrders(go, { do: "up", program, as: "111" });
  };
  const allOrders = async (
    go: (kind: Kind, command: Command) => Promise<Seen | undefined>,
    command: Running & { readonly do: "up" },
  ): Promise<void> => {
    await go("order", { ...command, parallel: 1 });
    const waiting: ReadonlyArray<number>[] = [[]];
    for (let order = waiting.shift(); order !== undefined; order = waiting.shift()) {
      const seen = await go("order", { ...command, order });
      if (seen !== undefined) waiting.push(...otherOrders(order, seen.widths));
    }
  };

  const merged = (nodes: Map<string, Node>, next: Node): void => {
    const key = keyOf(next.now);
    const known = nodes.get(key);
    nodes.set(key, known === undefined ? next : { ...known, weight: known.weight + next.weight });
  };
  let level = new Map<string, Node>();
  for (const beginning of beginnings) {
    let node: Node | undefined = { now: begin(beginning.found), history: { ...beginning, commands: [] }, weight: 1 };
    for (const command of beginning.commands) node = node && (await step(node, command))?.next;
    if (node !== undefined) merged(level, node);
  }
  for (const breadth of depths) {
    const next = new Map<string, Node>();
    histories = none;
    for (const node of level.values()) {
      worlds++;
      await stepsFrom(node, breadth, (each) => merged(next, each));
    }
    level = next;
  }
  const all = [...broken.values()];
  const isExplained = (each: Broken): boolean =>
    all.some(
      (other) =>
        other !== each && other.law === each.law && other.what === each.what && isGentler(other.history, each.history),
    );
  return { histories, commands, worlds, broken: all.filter((each) => !isExplained(each)) };
};
