/**
 * The component for the way people think of a portal: one entry for each pair of object types, in both directions. It
 * makes the resources that the pure expansion of a model names.
 */
import * as pulumi from "@pulumi/pulumi";
import { AssociationConfiguration } from "./associationConfiguration";
import { AssociationLabel } from "./associationLabel";
import type { AssociationLimit } from "./associationLimit";
import type { AssociationModelArgs } from "./associationModel/args";
import type { LimitDescription } from "./associationModel/expand";
import { expand } from "./associationModel/expand";
import { showMistake } from "./associationModel/mistake";
import { programError } from "./programError";

type Labels = Readonly<Record<string, AssociationLabel>>;

/** HubSpot's number of the label of this name, in the direction that this side is read in. */
const typeIdOf = (labels: Labels, name: string, side: "label" | "inverseLabel"): pulumi.Output<number> =>
  pulumi.output(side === "label" ? labels[name]?.typeId : labels[name]?.inverseTypeId).apply((typeId) => {
    if (typeId === undefined) throw programError(`The label "${name}" has no type for its ${side}.`);
    return typeId;
  });

const limitOf = (limit: LimitDescription, labels: Labels): AssociationLimit => {
  const { maxToObjectIds } = limit;
  switch (limit._tag) {
    case "Unlabeled":
      return { unlabeled: true, maxToObjectIds };
    case "Existing":
      return { label: limit.label, maxToObjectIds };
    case "Made":
      return { category: "USER_DEFINED", typeId: typeIdOf(labels, limit.name, limit.side), maxToObjectIds };
  }
};

/** What a resource was called before: by a name alone, it stood in the program without a parent. */
const aliasesOf = (alias: string | pulumi.Alias | undefined): pulumi.Alias[] =>
  alias === undefined ? [] : [typeof alias === "string" ? { name: alias, parent: pulumi.rootStackResource } : alias];

/**
 * The labels and limits of a portal, one entry for each *undirected* pair of object types: an
 * {@link AssociationLabel} for each label with a `name`, and for each direction that has limits an
 * {@link AssociationConfiguration}. The logical names are `<component>/<label name>` and `<component>/<from>/<to>`, so
 * they stay when an entry is turned round or a label moves to another entry.
 *
 * The model is plain data, since it decides which resources there are; it may come from the stack's configuration
 * (`config.requireObject`). `protect` and `provider` among the options hold for everything in it. `protect: true` is
 * the guard against losing a label, which HubSpot cannot bring back: a label that leaves the model is deleted, and one
 * whose `name` or pair changes is deleted and made anew.
 *
 * @throws pulumi.RunError naming every mistake in the model, a line each, with its path and the way out.
 *
 * @example
 * ```ts
 * import * as hubspot from "pulumi-hubspot-associations";
 *
 * new hubspot.AssociationModel("crm", {
 *   associations: [
 *     {
 *       fromObjectType: "contacts",
 *       toObjectType: "companies",
 *       maxToObjectIds: 5, // a contact has at most 5 companies
 *       maxFromObjectIds: 500, // a company has at most 500 contacts
 *       labels: [
 *         { name: "decision_maker", label: "Decision maker", inverseLabel: "Decided by", maxFromObjectIds: 2 },
 *         { label: "Primary", maxToObjectIds: 1 },
 *       ],
 *     },
 *   ],
 * });
 * ```
 *
 * @example From the stack's configuration, and taking over what was declared singly before
 * ```ts
 * import * as pulumi from "@pulumi/pulumi";
 * import * as hubspot from "pulumi-hubspot-associations";
 *
 * const { associations } = new pulumi.Config().requireObject<hubspot.AssociationModelArgs>("model");
 * new hubspot.AssociationModel("crm", { associations, aliases: { "contacts/companies": "contact-to-company" } });
 * ```
 */
export class AssociationModel extends pulumi.ComponentResource {
  /** The labels that the model makes, by their `name`. */
  readonly labels: Readonly<Record<string, AssociationLabel>>;
  /** The limits of each directed pair, by `<from>/<to>` in HubSpot's normalized names, for example `contacts/companies`. */
  readonly configurations: Readonly<Record<string, AssociationConfiguration>>;

  constructor(name: string, args: AssociationModelArgs, opts?: pulumi.ComponentResourceOptions) {
    const expansion = expand(args);
    if (expansion._tag === "Mistaken") {
      const lines = expansion.mistakes.map((mistake) => `AssociationModel "${name}": ${showMistake(mistake)}`);
      throw programError(lines.join("\n"));
    }
    super("pulumi-hubspot-associations:index:AssociationModel", name, {}, opts);
    const aliases = new Map(Object.entries(args.aliases ?? {}));
    const options = (key: string): pulumi.CustomResourceOptions => ({
      parent: this,
      aliases: aliasesOf(aliases.get(key)),
    });
    const labels = Object.fromEntries(
      expansion.labels.map((label) => [
        label.name,
        new AssociationLabel(`${name}/${label.name}`, label, options(label.name)),
      ]),
    );
    this.labels = labels;
    this.configurations = Object.fromEntries(
      expansion.configurations.map(({ key, limits, after, ...rest }) => [
        key,
        new AssociationConfiguration(
          `${name}/${key}`,
          { ...rest, limits: limits.map((limit) => limitOf(limit, labels)) },
          // With a custom object, a pair may have no unlabeled association before its first label is made.
          { ...options(key), dependsOn: after.flatMap((each) => labels[each] ?? []) },
        ),
      ]),
    );
    this.registerOutputs();
  }
}
