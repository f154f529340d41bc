/**
 * Many provider processes at the cost of a few: the host keeps one provider for each text, configured by what was sent
 * last when the text is first used, and the package keeps one portal, snapshot, guard and claims for each configuration.
 */
import type { Properties } from "../harness";
import type { ProviderClient } from "./client";
import { connect } from "./client";
import { providerText, startHost } from "../harness";

/** What may be asked of one process. Whatever text the properties hold, the process's own is used. */
export type Process = Omit<ProviderClient, "configure">;

export interface Processes {
  /** One with nothing in common with all others. */
  next(config: Properties, kind: string): Promise<Process>;
  /** What all of them printed. */
  printed(): string;
  stop(): Promise<void>;
}

const using = (host: ProviderClient, __provider: string): Process => {
  const own = (properties: Properties): Properties => ({ ...properties, __provider });
  return {
    check: (olds, news) => host.check(Object.keys(olds).length === 0 ? {} : own(olds), own(news)),
    diff: (id, olds, news) => host.diff(id, own(olds), own(news)),
    create: (properties) => host.create(own(properties)),
    read: (id, properties) => host.read(id, own(properties)),
    update: (id, olds, news) => host.update(id, own(olds), own(news)),
    delete: (id, properties) => host.delete(id, own(properties)),
    close: () => host.close(),
  };
};

/** Compares nothing with nothing: the cheapest thing that a provider can be asked, and it claims nothing. */
const wake = (process: Process): Promise<unknown> => process.diff("contacts/companies", {}, {});

/** The greatest ceiling that there is; nobody comes near it, so each process gets one of its own. */
const greatestCeiling = 1_000_000;

export const startProcesses = async (hosts: number): Promise<Processes> => {
  const started = await Promise.all(Array.from({ length: hosts }, () => startHost()));
  const queues = started.map((host) => ({ host, last: Promise.resolve<unknown>(undefined) }));
  let count = 0;
  return {
    next: async (config, kind) => {
      const number = (count += 1);
      const queue = queues[number % queues.length];
      if (queue === undefined) throw new Error("There is no host");
      const { host } = queue;
      const process = using(connect(host.port), `${providerText(kind)}//${number}`);
      queue.last = queue.last.then(async () => {
        await host.configure({ ...config, "hubspot:requestsPerTenSeconds": String(greatestCeiling - number) });
        await wake(process);
      });
      await queue.last;
      return process;
    },
    printed: () => started.map((host) => host.printed()).join(""),
    stop: async () => {
      await Promise.all(started.map((host) => host.stop()));
    },
  };
};
