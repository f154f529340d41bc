/**
 * What Pulumi's engine does with the resources of an `AssociationModel`, as far as their order matters: labels side by
 * side, each set of limits once the labels that it comes after are done, then what the model has no longer, limits
 * before labels. A label that is another one is deleted before the new one is made.
 */
import * as E from "fp-ts/Either";
import { renderFailure } from "../../../provider/failure";
import type { Properties, Resource, Saved } from "../../../provider/lifecycle/resource";
import type {
  ConfigurationDescription,
  LabelDescription,
  LimitDescription,
} from "../../../sdk/associationModel/expand";
import { asJson } from "../../support/provider/process";

export interface Expanded {
  readonly labels: ReadonlyArray<LabelDescription>;
  readonly configurations: ReadonlyArray<ConfigurationDescription>;
}

interface Held extends Saved {
  readonly inputs: Properties;
}

/** The provider's hooks in one process. */
export interface Kinds {
  readonly label: Resource;
  readonly resource: Resource;
}

export interface ModelStack {
  /** One `pulumi up`, in a process of its own. Rejects with what was told where something failed. */
  readonly up: (kinds: Kinds, model: Expanded) => Promise<void>;
  /** The changes that a preview would show, by logical name. */
  readonly differences: (kinds: Kinds, model: Expanded) => Promise<ReadonlyArray<string>>;
}

const rightOf = <A>(result: E.Either<Parameters<typeof renderFailure>[0], A>): A => {
  if (E.isLeft(result)) throw new Error(renderFailure(result.left).join("\n"));
  return result.right;
};

const checkedBy = async (resource: Resource, olds: Properties, news: Properties): Promise<Properties> => {
  const { inputs, failures } = await resource.check(olds, asJson(news))();
  if (failures.length > 0) throw new Error(failures.join("\n"));
  return asJson(inputs);
};

const held = ({ id, outputs }: Saved, inputs: Properties): Held => ({ id, outputs: asJson(outputs), inputs });

/** A program's inputs leave out what is not said. */
const inputsOf = (args: object): Properties =>
  Object.fromEntries(Object.entries(args).filter(([, value]) => value !== undefined));

/** All come to their end, also where one has failed. */
const all = async (tasks: ReadonlyArray<Promise<void>>): Promise<void> => {
  const ended = await Promise.allSettled(tasks);
  for (const each of ended) if (each.status === "rejected") throw each.reason;
};

export const newModelStack = (): ModelStack => {
  const labels = new Map<string, Held>();
  const configurations = new Map<string, Held>();

  const put = async (resource: Resource, of: Map<string, Held>, key: string, args: object): Promise<void> => {
    const news = inputsOf(args);
    const old = of.get(key);
    const inputs = await checkedBy(resource, old?.inputs ?? {}, news);
    if (old === undefined) return void of.set(key, held(await created(resource, inputs), inputs));
    const { changes, replaces, deleteBeforeReplace } = rightOf(resource.diff(old.id, old.outputs, inputs));
    if (replaces.length > 0) {
      if (deleteBeforeReplace !== true) throw new Error(`${key} would be replaced: ${replaces.join(", ")}`);
      const again = await checkedBy(resource, {}, news);
      rightOf(await resource.delete(old.id, old.outputs)());
      of.delete(key);
      return void of.set(key, held(await created(resource, again), again));
    }
    if (!changes) return void of.set(key, { ...old, inputs });
    const result = await resource.update(old.id, old.outputs, inputs)();
    const saved = rightOf(
      E.mapLeft(({ failure }: { failure: Parameters<typeof renderFailure>[0] }) => failure)(result),
    );
    of.set(key, { ...held(saved, inputs), id: old.id });
  };

  const created = async (resource: Resource, inputs: Properties): Promise<Saved> => {
    const result = await resource.create(inputs)();
    if (E.isLeft(result)) throw new Error(renderFailure(result.left.failure).join("\n"));
    return result.right;
  };

  const limit = (description: LimitDescription): Properties => {
    const { maxToObjectIds } = description;
    switch (description._tag) {
      case "Unlabeled":
        return { unlabeled: true, maxToObjectIds };
      case "Existing":
        return { label: description.label, maxToObjectIds };
      case "Made": {
        const outputs = labels.get(description.name)?.outputs ?? {};
        const typeId = outputs[description.side === "label" ? "typeId" : "inverseTypeId"];
        return { category: "USER_DEFINED", typeId, maxToObjectIds };
      }
    }
  };

  const configurationInputs = ({ key: _key, after: _after, limits, ...args }: ConfigurationDescription): object => ({
    ...args,
    limits: limits.map(limit),
  });

  const removed = async (resource: Resource, of: Map<string, Held>, keep: ReadonlyArray<string>): Promise<void> => {
    await all(
      [...of].map(async ([key, { id, outputs }]) => {
        if (keep.includes(key)) return;
        rightOf(await resource.delete(id, outputs)());
        of.delete(key);
      }),
    );
  };

  return {
    up: async ({ label, resource }, model) => {
      const making = new Map(model.labels.map((each) => [each.name, put(label, labels, each.name, each)]));
      await all([
        ...making.values(),
        ...model.configurations.map(async (each) => {
          await Promise.all(each.after.map((name) => making.get(name)));
          await put(resource, configurations, each.key, configurationInputs(each));
        }),
      ]);
      await removed(
        resource,
        configurations,
        model.configurations.map(({ key }) => key),
      );
      await removed(
        label,
        labels,
        model.labels.map(({ name }) => name),
      );
    },
    differences: async ({ label, resource }, model) => {
      const different: string[] = [];
      const compare = async (kind: Resource, old: Held | undefined, key: string, args: object): Promise<void> => {
        const inputs = await checkedBy(kind, old?.inputs ?? {}, inputsOf(args));
        if (old === undefined || rightOf(kind.diff(old.id, old.outputs, inputs)).changes) different.push(key);
      };
      for (const each of model.labels) await compare(label, labels.get(each.name), each.name, each);
      for (const each of model.configurations)
        await compare(resource, configurations.get(each.key), each.key, configurationInputs(each));
      return different;
    },
  };
};
