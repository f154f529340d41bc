/**
 * Which resource has which directed pair: under one Provider, a pair belongs to one resource of a program. What two
 * spellings of a custom object have in common only the portal knows: the provider's check sees that.
 */
import * as pulumi from "@pulumi/pulumi";
import { normalizedObjectType } from "./objectTypeName";
import { programError } from "./programError";
import type { OfProvider } from "./thisRun";
import { isRunOfItsOwn, keptByProvider } from "./thisRun";

/** The names of the resources, by their pairs. */
const owners = keptByProvider(() => new Map<string, string>());

/** Passes a value on, and tells it: at once, or when it is known. */
const telling = (value: unknown, tell: (known: unknown) => void): unknown => {
  if (pulumi.Output.isInstance(value) || value instanceof Promise) {
    return pulumi.output(value).apply((known) => {
      tell(known);
      return known;
    });
  }
  tell(value);
  return value;
};

/**
 * Gives a pair to a resource as soon as both of its sides are known.
 *
 * @returns The two sides, to be registered instead of those that were given: one that is an output fails where the pair
 * turns out to be another resource's, so that the second resource is not registered.
 * @throws pulumi.RunError where the pair is another resource's.
 */
export const takePair = (
  name: string,
  provider: OfProvider,
  { fromObjectType, toObjectType }: pulumi.Inputs,
): pulumi.Inputs => {
  if (!isRunOfItsOwn()) return {};
  const all = owners(provider);
  const sides = new Map<"from" | "to", string>();
  const know = (side: "from" | "to") => (known: unknown) => {
    if (typeof known === "string") sides.set(side, normalizedObjectType(known));
    const [from, to] = [sides.get("from"), sides.get("to")];
    if (from === undefined || to === undefined) return;
    const pair = `${from}/${to}`;
    const owner = all.get(pair.toLowerCase());
    if (owner !== undefined) throw programError(showTaken(name, owner, pair));
    all.set(pair.toLowerCase(), name);
  };
  return {
    ...(fromObjectType === undefined ? {} : { fromObjectType: telling(fromObjectType, know("from")) }),
    ...(toObjectType === undefined ? {} : { toObjectType: telling(toObjectType, know("to")) }),
  };
};

const showTaken = (name: string, owner: string, pair: string): string =>
  `AssociationConfiguration "${name}": the pair ${pair} belongs to AssociationConfiguration "${owner}" already. Put all ` +
  `limits of ${pair} into one of them, or give one another provider.`;
