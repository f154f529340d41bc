/**
 * A transformation that comes after all others of a resource, those of its parents and of the stack included: only then
 * its Provider is certain, and still nothing of it is registered.
 */
import type * as pulumi from "@pulumi/pulumi";

export const lastTransformation = (transform: pulumi.ResourceTransformation): pulumi.ResourceTransformation => {
  let isDone = false;
  const last: pulumi.ResourceTransformation = (args) => {
    // Children of the resource inherit its transformations; this one is not for them.
    if (isDone) return undefined;
    // Pulumi goes through this list while it grows, those of the resource itself first: so this one goes to its end.
    const all: unknown = Reflect.get(args.resource, "__transformations");
    if (Array.isArray(all) && all.at(-1) !== last) {
      all.push(last);
      return undefined;
    }
    isDone = true;
    return transform(args);
  };
  return last;
};
