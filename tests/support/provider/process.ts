/** A process of the provider beside a sandbox in this one: fresh claims, snapshot and guard, virtual time, no socket. */
import * as E from "fp-ts/Either";
import * as O from "fp-ts/Option";
import type { Configuration } from "../../../provider/configuration";
import { associationConfiguration } from "../../../provider/lifecycle/associationConfiguration";
import { associationLabel } from "../../../provider/lifecycle/label/associationLabel";
import type { Wire } from "../../../provider/hubspot/send";
import type { Home } from "../../../provider/lifecycle/home";
import { homeKey } from "../../../provider/lifecycle/home";
import type { Properties, Resource } from "../../../provider/lifecycle/resource";
import type { Context } from "../../../provider/portals";
import { newContext } from "../../../provider/portals";
import { secret } from "../../../provider/secret";
import type { DirectSandbox } from "../../../sandbox";
import type { TestRuntime } from "./runtime";
import { testRuntime } from "./runtime";
import { wireTo } from "./wire";

export interface Process {
  readonly resource: Resource;
  readonly label: Resource;
  readonly context: Context;
  readonly runtime: TestRuntime;
}

const source = { _tag: "StackConfiguration" } as const;

/** Where the provider believes the sandbox to be. */
const baseUrl = "https://sandbox.test";

export const newProcess = (
  sandbox: Pick<DirectSandbox, "handle" | "token">,
  more: Partial<Configuration> = {},
  runtime = testRuntime(),
  wire: Wire = wireTo(sandbox, runtime.time),
): Process => {
  const context = newContext(
    {
      apiVersion: "v4",
      requestsPerTenSeconds: Infinity,
      requestTimeoutSeconds: 30,
      previewChecks: true,
      identity: O.some({
        origin: { source: more.source ?? source, setting: "accessToken" },
        credentials: { _tag: "AccessToken", accessToken: secret(sandbox.token) },
        baseUrl,
      }),
      portalId: O.none,
      notKnownYet: false,
      source,
      ...more,
    },
    "tests/1",
    runtime,
    wire,
  );
  return { resource: associationConfiguration(context), label: associationLabel(context), context, runtime };
};

/** What check has noted in the inputs of a resource that lives in portal 111, as this process would. */
export const atHome = ({ context: { portal } }: Process, inputs: Properties, ids: Partial<Home> = {}): Properties => {
  if (E.isLeft(portal)) throw new Error("the process has no portal");
  return { ...inputs, [homeKey]: { portalId: 111, credentials: portal.right.access.mark(111), ...ids } };
};

/** What crosses to the engine and comes back from its state. */
export const asJson = <A>(value: A): A => {
  const copy: A = JSON.parse(JSON.stringify(value));
  return copy;
};
