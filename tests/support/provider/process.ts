/** A process of the provider against a sandbox: fresh claims, snapshot and guard, time that is not waited for. */
import * as O from "fp-ts/Option";
import type { Configuration } from "../../../provider/configuration";
import { associationConfiguration } from "../../../provider/lifecycle/associationConfiguration";
import { associationLabel } from "../../../provider/lifecycle/label/associationLabel";
import type { Resource } from "../../../provider/lifecycle/resource";
import type { Context } from "../../../provider/portals";
import { newContext } from "../../../provider/portals";
import { secret } from "../../../provider/secret";
import type { TestRuntime } from "./runtime";
import { testRuntime } from "./runtime";

export interface Process {
  readonly resource: Resource;
  readonly label: Resource;
  readonly context: Context;
  readonly runtime: TestRuntime;
}

const source = { _tag: "StackConfiguration" } as const;

export const newProcess = (
  { url, token }: { readonly url: string; readonly token: string },
  more: Partial<Configuration> = {},
  runtime = testRuntime(),
): Process => {
  const context = newContext(
    {
      apiVersion: "v4",
      requestsPerTenSeconds: Infinity,
      requestTimeoutSeconds: 30,
      previewChecks: true,
      identity: O.some({
        origin: { source, setting: "accessToken" },
        credentials: { _tag: "AccessToken", accessToken: secret(token) },
        baseUrl: url,
      }),
      portalId: O.none,
      notKnownYet: false,
      source,
      ...more,
    },
    "tests/1",
    runtime,
  );
  return { resource: associationConfiguration(context), label: associationLabel(context), context, runtime };
};

/** What crosses to the engine and comes back from its state. */
export const asJson = <A>(value: A): A => {
  const copy: A = JSON.parse(JSON.stringify(value));
  return copy;
};
