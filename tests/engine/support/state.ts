/**
 * A stack's state as the engine exports it, decoded as far as tests look at it.
 */
import { isLeft } from "fp-ts/Either";
import * as t from "io-ts";
import { PathReporter } from "io-ts/PathReporter";

const Properties = t.record(t.string, t.unknown);

const Resource = t.intersection([
  t.type({ urn: t.string, type: t.string, custom: t.boolean }),
  t.partial({
    id: t.string,
    parent: t.string,
    provider: t.string,
    delete: t.boolean,
    external: t.boolean,
    protect: t.boolean,
    dependencies: t.array(t.string),
    initErrors: t.array(t.string),
  }),
]);

const Operation = t.type({ type: t.string, resource: t.type({ urn: t.string }) });

const State = t.type({
  deployment: t.partial({
    resources: t.array(t.intersection([Resource, t.partial({ inputs: Properties, outputs: Properties })])),
    pending_operations: t.array(Operation),
  }),
});

/** One resource of a state. A resource without inputs or outputs has empty ones here. */
export interface StateResource extends Readonly<t.TypeOf<typeof Resource>> {
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly outputs: Readonly<Record<string, unknown>>;
}

const deploymentOf = (state: unknown): t.TypeOf<typeof State>["deployment"] => {
  const decoded = State.decode(state);
  if (isLeft(decoded)) throw new Error(`Not a state: ${PathReporter.report(decoded).join("; ")}`);
  return decoded.right.deployment;
};

/** The resources of an exported state, in the state's order, the stack and its providers included. */
export const resourcesOf = (state: unknown): ReadonlyArray<StateResource> =>
  (deploymentOf(state).resources ?? []).map((resource) => ({ inputs: {}, outputs: {}, ...resource }));

/** The last part of a URN. */
export const nameOf = (urn: string): string => urn.split("::").at(-1) ?? urn;

/** What the engine had begun and not noted the end of when it was killed, such as `creating contacts-to-deals`. */
export const pendingOf = (state: unknown): ReadonlyArray<string> =>
  (deploymentOf(state).pending_operations ?? []).map(({ type, resource }) => `${type} ${nameOf(resource.urn)}`);
