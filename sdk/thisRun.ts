/**
 * What the SDK keeps in the course of one run of a program: for each Provider by itself, since two portals know nothing
 * of each other.
 */
import * as pulumi from "@pulumi/pulumi";

/** An explicit Provider; none where the stack's configuration says which portal it is. */
export type OfProvider = pulumi.ProviderResource | undefined;

/** The package that serves all dynamic resources, as resource types name it. */
const served = "pulumi-nodejs";
const anyType = `${served}:dynamic/hubspot:Resource`;

/** The Provider that Pulumi will choose for a resource with these options. */
export const providerOf = (opts: pulumi.ResourceOptions): OfProvider => {
  // This also turns a list of providers into a map by their packages.
  const { provider, providers, parent }: pulumi.ComponentResourceOptions = pulumi.mergeOptions(opts, {});
  return (
    provider ??
    (Array.isArray(providers) ? undefined : providers?.[served]) ??
    (parent ?? pulumi.runtime.getStackResource())?.getProvider(anyType)
  );
};

/** The Provider that a resource, once it is made, hands on to its children, which is its own. */
export const providerOfResource = (resource: pulumi.Resource): OfProvider => resource.getProvider(anyType);

/**
 * Whether this run can be told from others: each run of Pulumi has a stack of its own. Unit tests with Pulumi's mocks
 * mostly have none, and then several of them may declare the same things after one `setMocks`.
 */
export const isRunOfItsOwn = (): boolean => pulumi.runtime.getStackResource() !== undefined;

const outside = {};

/** Something that is kept for each Provider of a run, made where it is first asked for. */
export const keptByProvider = <A>(make: () => A): ((provider: OfProvider) => A) => {
  const runs = new WeakMap<object, Map<OfProvider, A>>();
  return (provider) => {
    const run = pulumi.runtime.getStackResource() ?? pulumi.runtime.getMonitor() ?? outside;
    const all = runs.get(run) ?? new Map<OfProvider, A>();
    const kept = all.get(provider) ?? make();
    all.set(provider, kept);
    runs.set(run, all);
    return kept;
  };
};
