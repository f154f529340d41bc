/** The hooks of a resource in this process, behind the provider's own adapter to Pulumi's host; only JSON crosses. */
import type * as pulumi from "@pulumi/pulumi";
import { dynamicProvider } from "../../../provider/host";
import type { Resource } from "../../../provider/lifecycle/resource";
import type { Process } from "../provider/process";
import { asJson } from "../provider/process";
import type { Failed, Hooks, Properties } from "./hooks";

const isProperties = (value: unknown): value is Properties => typeof value === "object" && value !== null;

const isTexts = (value: unknown): value is ReadonlyArray<string> =>
  Array.isArray(value) && value.every((each) => typeof each === "string");

/** What the host makes of a thrown error: one with an id and reasons is a partial failure. */
const failedBy = (thrown: unknown): Failed => {
  if (!(thrown instanceof Error)) throw new Error(`a hook has thrown ${String(thrown)}, which is no error`);
  const failed = { error: thrown.message, code: "UNKNOWN" };
  if (!("id" in thrown && "properties" in thrown && "reasons" in thrown)) return failed;
  const { id, properties, reasons } = thrown;
  if (typeof id !== "string" || !isProperties(properties) || !isTexts(reasons))
    throw new Error(`a partial failure is broken: ${JSON.stringify(thrown)}`);
  return { ...failed, partial: asJson({ id, properties, reasons }) };
};

const outcome = async <A>(call: () => Promise<A>): Promise<A | Failed> => {
  try {
    return await call();
  } catch (thrown) {
    return failedBy(thrown);
  }
};

const changesOf = ({ changes }: pulumi.dynamic.DiffResult): string =>
  changes === undefined ? "DIFF_UNKNOWN" : changes ? "DIFF_SOME" : "DIFF_NONE";

const given = <A>(value: A | undefined, what: string): A => {
  if (value === undefined) throw new Error(`the provider has no ${what}`);
  return value;
};

const hooksOf = (resource: Resource, masked: (text: string) => string): Hooks => {
  const provider = dynamicProvider(() => resource, masked);
  return {
    check: (olds, news) =>
      outcome(async () => {
        const { inputs = {}, failures = [] } = await given(provider.check, "check")(asJson(olds), asJson(news));
        return asJson({ inputs, failures });
      }),
    diff: (id, olds, news) =>
      outcome(async () => {
        const result = await given(provider.diff, "diff")(id, asJson(olds), asJson(news));
        return {
          changes: changesOf(result),
          replaces: result.replaces ?? [],
          deleteBeforeReplace: result.deleteBeforeReplace ?? false,
        };
      }),
    create: (inputs) =>
      outcome(async () => {
        const { id, outs = {} } = await provider.create(asJson(inputs));
        return asJson({ id, properties: outs });
      }),
    read: (id, outputs) =>
      outcome(async () => {
        const found = await given(provider.read, "read")(id, asJson(outputs));
        return asJson({ id: found.id ?? "", properties: found.props ?? {}, inputs: found.inputs });
      }),
    update: (id, olds, news) =>
      outcome(async () => {
        const { outs = {} } = await given(provider.update, "update")(id, asJson(olds), asJson(news));
        return asJson({ properties: outs });
      }),
    delete: (id, outputs) => outcome(() => given(provider.delete, "delete")(id, asJson(outputs)).then(() => undefined)),
  };
};

/** The hooks of both kinds of resource of a process; there is one Provider, the default one. */
export const hooksIn = ({ resource, label, runtime }: Process): ((kind: string) => Hooks) => {
  const kinds = new Map([
    ["AssociationConfiguration", hooksOf(resource, runtime.mask.over)],
    ["AssociationLabel", hooksOf(label, runtime.mask.over)],
  ]);
  return (kind) => given(kinds.get(kind), kind);
};
