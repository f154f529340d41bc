/** What the SDK's tests share: an engine that only notes what it is told, and the values that programs get back. */
import * as pulumi from "@pulumi/pulumi";
import type { RegisterResourceRequest } from "@pulumi/pulumi/proto/resource_pb";

export interface Registered {
  readonly type: string;
  readonly name: string;
  /** As sent, with a secret shown as `{ secret: value }`. */
  readonly inputs: unknown;
  /** Set where an existing resource is read. */
  readonly id: string | undefined;
  /** Set where an explicit provider serves the resource. */
  readonly provider?: string;
}

/** How Pulumi marks a secret on the wire. */
const secretMark = "4dabf18193072939515e22adb298388d";

const showSecrets = (_key: string, value: unknown): unknown =>
  typeof value === "object" && value !== null && secretMark in value && "value" in value
    ? { secret: value.value }
    : value;

const sent = (inputs: unknown): unknown => JSON.parse(JSON.stringify(inputs, showSecrets));

/** Starts a program run with this stack configuration; `state` is what the engine says of each resource. */
export const startProgram = async (
  configuration: Readonly<Record<string, string>> = {},
  state: Readonly<Record<string, unknown>> = {},
): Promise<ReadonlyArray<Registered>> => {
  const registered: Registered[] = [];
  pulumi.runtime.setAllConfig(configuration);
  await pulumi.runtime.setMocks({
    newResource: ({ type, name, inputs, id, provider }) => {
      registered.push({
        type,
        name,
        inputs: sent(inputs),
        id: id === "" ? undefined : id,
        ...(provider === undefined || provider === "" ? {} : { provider }),
      });
      return { id: id === undefined || id === "" ? `${name}-id` : id, state: { ...inputs, ...state } };
    },
    call: () => ({}),
  });
  return registered;
};

/** What the engine is told of a resource besides its inputs. */
export interface Told {
  readonly aliases: ReadonlyArray<unknown>;
  readonly dependencies: ReadonlyArray<string>;
}

/** Notes by name what the engine is told from now on. */
export const listen = (): ReadonlyMap<string, Told> => {
  const told = new Map<string, Told>();
  const monitor = pulumi.runtime.getMonitor();
  if (monitor === undefined) throw new Error("No program was started.");
  const { registerResource } = monitor;
  Object.defineProperty(monitor, "registerResource", {
    value: (request: RegisterResourceRequest, ...rest: unknown[]): unknown => {
      const { name, aliasesList, dependenciesList } = request.toObject();
      const aliases: unknown = JSON.parse(JSON.stringify(aliasesList));
      told.set(name, { aliases: Array.isArray(aliases) ? aliases : [], dependencies: dependenciesList });
      return Reflect.apply(registerResource, monitor, [request, ...rest]);
    },
  });
  return told;
};

/** What a program would see of an output. */
export const valueOf = <A>(output: pulumi.Output<A>): Promise<A> =>
  new Promise((resolve) => {
    output.apply((value) => resolve(value as A));
  });
