/** Which requests are under way, and on which connections a request was answered before. */
import type { ServerResponse } from "node:http";

/** What is known of a request's connection when it comes. */
export interface Arrival {
  /** Whether a request before was answered on the same connection. */
  readonly keptAlive: boolean;
  /** How many requests are under way by now, this one included. */
  readonly underWay: () => number;
}

export interface Connections {
  /** Notes a request, which is over when its response is closed. */
  arrive(response: ServerResponse): Arrival;
}

export const createConnections = (): Connections => {
  const used = new WeakSet<object>();
  let underWay = 0;
  return {
    arrive: (response) => {
      const { socket } = response;
      const keptAlive = socket !== null && used.has(socket);
      underWay += 1;
      response.once("finish", () => {
        if (socket !== null) used.add(socket);
      });
      response.once("close", () => {
        underWay -= 1;
      });
      return { keptAlive, underWay: () => underWay };
    },
  };
};
