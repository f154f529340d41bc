/**
 * The base of every resource class: a dynamic resource whose provider is one constant line of text, so that states
 * hold nothing that could go stale or leak. It knows no kind of resource.
 */
import * as pulumi from "@pulumi/pulumi";
import { programError } from "./programError";

/** The names of all outputs of a resource, each `undefined`: what Pulumi needs to hand the values back to a program. */
export type OutputNames<T> = { readonly [Name in keyof Required<T>]: undefined };

/** One `Output` for each property of `T`; a property that may be missing becomes an output that may be `undefined`. */
export type Outputs<T> = { readonly [Name in keyof Required<T>]: pulumi.Output<T[Name]> };

/** Options that say which existing object to read instead of managing one. */
export interface ExistingResourceOptions extends pulumi.CustomResourceOptions {
  id: pulumi.Input<pulumi.ID>;
}

/** Not for programs: use the classes that extend it. */
export abstract class DynamicResource extends pulumi.CustomResource {
  /**
   * @param kind - The last part of the type token, for example `AssociationConfiguration`.
   * @param outputNames - Every output of this kind, inputs included.
   * @param args - The inputs as the program gave them; they are judged by the provider's check, which can name the
   * resource and list everything that is wrong at once.
   * @throws pulumi.RunError with the `import` option, which crashes Pulumi's host of dynamic providers
   * (https://github.com/pulumi/pulumi/issues/3550).
   */
  protected constructor(
    kind: string,
    name: string,
    outputNames: Readonly<Record<string, undefined>>,
    args: object | undefined,
    opts: pulumi.CustomResourceOptions | undefined,
  ) {
    if (opts?.import !== undefined) {
      throw programError(
        `${kind} "${name}": Pulumi's import option does not work with dynamic providers. Leave it out and say ` +
          `onCreate: "adopt", then creating the resource takes over what stands in the portal.`,
      );
    }
    // States hold the token and the text, and every later release must answer to them: they never change.
    const __provider = `exports.handler=()=>require("pulumi-hubspot-associations/provider").v1("${kind}")`;
    super(`pulumi-nodejs:dynamic/hubspot:${kind}`, name, { ...outputNames, ...args, __provider }, opts);
  }
}
