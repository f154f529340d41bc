/** A local, stateful HubSpot for trying and testing: association limits and labels, quotas, errors and faults. */
import type { Server } from "node:http";
import { performance } from "node:perf_hooks";
import { answer, bearerOf } from "./answer";
import type { Control, UntypedControl } from "./control";
import { answerControl } from "./control";
import type { Backend } from "./course";
import type { DirectConnection, DirectRequest, Outcome } from "./direct";
import { handleDirectly } from "./direct";
import { createFaults } from "./faults";
import { createHeld } from "./held";
import { createJournal } from "./journal";
import type { Credential } from "./model";
import type { SandboxOptions } from "./options";
import { orThrow, startOf, stateReader } from "./options";
import { readFaults } from "./readFaults";
import { quotaOf } from "./rate";
import type { Surroundings } from "./request";
import { createSandboxServer } from "./server";
import { createStore } from "./store";

export type { Control } from "./control";
export type { DirectConnection, DirectRequest, Outcome } from "./direct";
export type { DelayFault, DripFault, Fault, FaultRule, HugeFault, StatusFault } from "./faults";
export { hostileAnswers } from "./hostileAnswers";
export type { JournalEntry } from "./journal";
export type {
  AccessToken,
  AccessTokenInput,
  AccountType,
  Credential,
  CustomObjectType,
  Label,
  LabelInput,
  OAuthApp,
  OAuthAppInput,
  Plan,
  PortalInput,
  PortalState,
  RecordUsage,
  SandboxState,
  StandingLimit,
  StateInput,
} from "./model";
export type { SandboxOptions } from "./options";
export type { QuotaOptions, WindowPolicy } from "./rate";
export { plans } from "./readState";
export type { SandboxSwitches, SwitchesInput } from "./switches";

/** A sandbox in this process. Its control functions do what `/__sandbox/…` does over HTTP. */
export interface DirectSandbox extends Control {
  /** The first portal at the start. */
  readonly portalId: number;
  /** A token of the first portal at the start. */
  readonly token: string;
  /**
   * Every credential that has opened a portal here since the start, with those of states that were replaced and the
   * access tokens that OAuth gave out: what a test looks for where none of them should be.
   */
  credentials(): ReadonlyArray<Credential>;
  /** Handles a request without a socket, faults and `/__sandbox/…` included, and tells what becomes of it. Never rejects. */
  handle(request: DirectRequest, connection?: DirectConnection): Promise<Outcome>;
}

/** A sandbox that listens. */
export interface Sandbox extends DirectSandbox {
  /** Such as `http://127.0.0.1:8787`, without a slash at its end. */
  readonly url: string;
  /** Stops at once, open and hanging requests included. */
  close(): Promise<void>;
}

const listen = (server: Server, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => {
      const address = server.address();
      resolve(typeof address === "object" && address !== null ? address.port : port);
    });
  });

interface Made {
  readonly backend: Backend;
  readonly sandbox: DirectSandbox;
}

const make = (options: SandboxOptions): Made => {
  const { state, portalId, token } = startOf(options);
  const readState = stateReader(options);
  const { clock = () => performance.now(), quota, dailyQuota, accessTokenMilliseconds } = options;
  const store = createStore(state, options.data, clock);
  const journal = createJournal(clock);
  const faults = createFaults();
  const held = createHeld();

  const control: UntypedControl = {
    requests: (since = 0) => journal.entries(since),
    state: store.state,
    setState: (document) => store.replace(orThrow(readState(document), "The state is wrong")),
    faults: (rules) => faults.replace(orThrow(readFaults(rules), "The faults are wrong")),
    release: held.release,
    reset: () => {
      store.reset();
      faults.replace([]);
      journal.clear();
    },
  };
  const surroundings: Surroundings = {
    clock,
    accessTokenMilliseconds,
    quota: (plan, issuedByOAuth) => quotaOf(plan, issuedByOAuth, quota, dailyQuota),
  };
  const backend: Backend = {
    answer: (request) => answer(store, surroundings, request),
    portalOf: (request) => bearerOf(store, request)?.portal.portalId,
    control: (method, address, body) => answerControl(control, method, address, body),
    faults,
    held,
    journal,
    clock,
  };
  return {
    backend,
    sandbox: { ...control, portalId, token, credentials: store.credentials, handle: handleDirectly(backend) },
  };
};

/**
 * Makes a sandbox without a server, which is asked by `handle` alone. Throws an `Error` that says what is wrong with the
 * options.
 *
 * @example
 * ```ts
 * const sandbox = createSandbox({ portals: [{ portalId: 111 }] });
 * const outcome = await sandbox.handle({
 *   method: "GET",
 *   path: "/crm/associations/v4/definitions/configurations/all",
 *   authorization: `Bearer ${sandbox.token}`,
 * });
 * console.log(outcome); // {_tag: "Answered", status: 200, headers: {…}, body: '{"results":[]}', milliseconds: 0}
 * ```
 */
export const createSandbox = (options: Omit<SandboxOptions, "port"> = {}): DirectSandbox => make(options).sandbox;

/**
 * Starts a sandbox on loopback. Rejects with an `Error` that says what is wrong with the options, and with Node's own
 * `EADDRINUSE` where the port is taken.
 *
 * @example
 * ```ts
 * const sandbox = await startSandbox({
 *   portals: [
 *     {
 *       portalId: 111,
 *       limits: [{ from: "contacts", to: "companies", category: "HUBSPOT_DEFINED", typeId: 279, maxToObjectIds: 5 }],
 *     },
 *   ],
 * });
 * const answer = await fetch(`${sandbox.url}/crm/associations/v4/definitions/configurations/all`, {
 *   headers: { authorization: `Bearer ${sandbox.token}` },
 * });
 * console.log(await answer.json()); // {results: [{category: "HUBSPOT_DEFINED", typeId: 279, userEnforced…: 5}]}
 * await sandbox.close();
 * ```
 */
export const startSandbox = async (options: SandboxOptions = {}): Promise<Sandbox> => {
  const { backend, sandbox } = make(options);
  const server = createSandboxServer(backend);
  const port = await listen(server, options.port ?? 0);
  return {
    ...sandbox,
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
