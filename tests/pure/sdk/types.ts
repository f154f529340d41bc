/**
 * What the compiler accepts of a program and what it refuses; the type check is the test, nothing here runs. Each
 * refusal is marked, so that the check fails as well where a mistake has become possible.
 */
import * as pulumi from "@pulumi/pulumi";
import * as hubspot from "../../../sdk";

declare const config: pulumi.Config;
declare const typeId: pulumi.Output<number>;
declare const limit: pulumi.Output<hubspot.AssociationLimit>;
declare const limits: pulumi.Output<hubspot.AssociationLimit[]>;
declare const text: string;

declare const label: hubspot.AssociationLabel;

const pair = { fromObjectType: "contacts", toObjectType: "companies" } as const;

export const accepted = (): void => {
  new hubspot.AssociationConfiguration("every-way-to-write-a-limit", {
    ...pair,
    limits: [
      { unlabeled: true, maxToObjectIds: 5 },
      { unlabeled: true, maxToObjectIds: config.requireNumber("companiesPerContact") },
      { label: "Decision maker", maxToObjectIds: 2 },
      { label: config.require("label"), maxToObjectIds: 2 },
      { label: label.label, maxToObjectIds: 2 },
      { ...hubspot.associationTypes.contactToCompanyPrimary, maxToObjectIds: 1 },
      { category: "USER_DEFINED", typeId, maxToObjectIds: pulumi.output(2) },
      { category: "USER_DEFINED", typeId: label.typeId, maxToObjectIds: 2 },
      { category: "INTEGRATOR_DEFINED", typeId: 3, maxToObjectIds: Promise.resolve(2) },
      limit,
    ],
    authoritative: pulumi.output(true),
    onCreate: "fail",
    onDelete: pulumi.output("purge" as const),
  });
  new hubspot.AssociationConfiguration("limits-as-a-whole", { ...pair, limits });
  const frozen = [{ unlabeled: true, maxToObjectIds: 5 }] as const;
  new hubspot.AssociationConfiguration("read-only", { ...pair, limits: frozen });
  const declared: hubspot.AssociationLimit[] = [{ category: "WORK", typeId: 3, maxToObjectIds: 1 }];
  new hubspot.AssociationConfiguration("declared-before", { ...pair, limits: declared }, { protect: true });
  const existing = hubspot.AssociationConfiguration.get("as-it-is", "contacts/companies");
  const standing: pulumi.Output<number | undefined> = existing.results.apply(
    ([first]) => first?.userEnforcedMaxToObjectIds,
  );
  new hubspot.AssociationConfiguration("fed-by-outputs", {
    ...pair,
    toObjectType: existing.toObjectType,
    limits: [{ unlabeled: true, maxToObjectIds: standing.apply((max) => max ?? 1) }],
  });
  new hubspot.AssociationLabel("one-text", { ...pair, name: "friend", label: "Friend" });
  new hubspot.AssociationLabel(
    "everything",
    {
      fromObjectType: pulumi.output("car"),
      toObjectType: text,
      name: config.require("name"),
      label: Promise.resolve("Decision maker"),
      inverseLabel: pulumi.output("Decided by"),
      onCreate: "adopt",
      onDelete: pulumi.output("keep" as const),
    },
    { protect: true },
  );
  const read = hubspot.AssociationLabel.get("as-it-is", "contacts/companies/37");
  const inverse: pulumi.Output<number | undefined> = read.inverseTypeId;
  new hubspot.AssociationConfiguration("of-a-label", {
    ...pair,
    limits: [{ category: "USER_DEFINED", typeId: inverse.apply((id) => id ?? 1), maxToObjectIds: 2 }],
  });
  const component = new hubspot.AssociationModel(
    "model",
    {
      associations: [
        { ...pair, maxToObjectIds: 5, maxFromObjectIds: 500, authoritative: true, onCreate: "fail", onDelete: "purge" },
        { fromObjectType: "car", toObjectType: text, maxToObjectIds: 1 },
        {
          fromObjectType: "deals",
          toObjectType: "contacts",
          labels: [
            { name: "owner", label: "Owner" },
            {
              name: "buyer",
              label: "Buyer",
              inverseLabel: "Buys",
              maxToObjectIds: 1,
              onCreate: "adopt",
              onDelete: "keep",
            },
            { label: "Primary", maxFromObjectIds: 1 },
          ],
        },
      ],
      aliases: {
        "contacts/companies": "contact-to-company",
        owner: { name: "owner", parent: pulumi.rootStackResource },
      },
    },
    { protect: true },
  );
  const ofModel: pulumi.Output<number> | undefined = component.labels["owner"]?.typeId;
  const maybe: hubspot.AssociationConfiguration | undefined = component.configurations["contacts/companies"];
  new hubspot.AssociationModel("of-configuration", config.requireObject<hubspot.AssociationModelArgs>("model"), {
    dependsOn: maybe === undefined ? [] : [maybe],
  });
  new hubspot.AssociationLabel("of-a-model", { ...pair, name: "n", label: pulumi.interpolate`${ofModel}` });
  const known: hubspot.StandardObjectTypeName = "line_items";
  const frozenModel = [{ fromObjectType: known, toObjectType: "contacts", maxToObjectIds: 1 }] as const;
  new hubspot.AssociationModel("read-only", { associations: frozenModel });
  new hubspot.Provider("of-variables", { accessToken: process.env["STAGING_TOKEN"], portalId: config.get("portal") });
  new hubspot.Provider("of-configuration", { accessToken: config.requireSecret("token"), portalId: 4242 });
};

export const refused = (): void => {
  // @ts-expect-error limits are needed
  new hubspot.AssociationConfiguration("no-limits", pair);
  // @ts-expect-error only `get` does without arguments
  new hubspot.AssociationConfiguration("no-arguments");
  new hubspot.AssociationConfiguration("limits", {
    ...pair,
    limits: [
      // @ts-expect-error a selector is needed
      { maxToObjectIds: 5 },
      // @ts-expect-error a number is needed
      { unlabeled: true },
      // @ts-expect-error two selectors
      { unlabeled: true, category: "HUBSPOT_DEFINED", typeId: 279, maxToObjectIds: 5 },
      // @ts-expect-error two selectors
      { unlabeled: true, ...hubspot.associationTypes.contactToCompany, maxToObjectIds: 5 },
      // @ts-expect-error two selectors
      { unlabeled: true, label: "Decision maker", maxToObjectIds: 5 },
      // @ts-expect-error two selectors
      { label: "Decision maker", category: "USER_DEFINED", typeId: 37, maxToObjectIds: 5 },
      // @ts-expect-error two selectors
      { label: "Decision maker", typeId: 37, maxToObjectIds: 5 },
      // @ts-expect-error a label's text, not a number
      { label: 37, maxToObjectIds: 5 },
      // @ts-expect-error a number is needed
      { label: "Decision maker" },
      // @ts-expect-error `false` selects nothing
      { unlabeled: false, maxToObjectIds: 5 },
      // @ts-expect-error half a selector
      { typeId: 279, maxToObjectIds: 5 },
      // @ts-expect-error half a selector
      { category: "HUBSPOT_DEFINED", maxToObjectIds: 5 },
      // @ts-expect-error no such category
      { category: "HUBSPOT", typeId: 279, maxToObjectIds: 5 },
      // @ts-expect-error a category is one of HubSpot's words
      { category: text, typeId: 279, maxToObjectIds: 5 },
      // @ts-expect-error a misspelt key
      { lable: "Decision maker", maxToObjectIds: 2 },
      // @ts-expect-error a misspelt key beside a good selector
      { unlabeled: true, maxToObjectIds: 5, maxFromObjectId: 1 },
      // @ts-expect-error HubSpot's name for the answer, not for the request
      { unlabeled: true, userEnforcedMaxToObjectIds: 5 },
      // @ts-expect-error a number, not a text
      { unlabeled: true, maxToObjectIds: "5" },
    ],
  });
  // @ts-expect-error no such behaviour
  new hubspot.AssociationConfiguration("on-create", { ...pair, limits, onCreate: "replace" });
  // @ts-expect-error no such behaviour
  new hubspot.AssociationConfiguration("on-delete", { ...pair, limits, onDelete: "keep" });
  // @ts-expect-error a misspelt key
  new hubspot.AssociationConfiguration("misspelt", { ...pair, limits, authoritativ: true });
  // @ts-expect-error a name is needed
  new hubspot.AssociationLabel("no-name", { ...pair, label: "Decision maker" });
  // @ts-expect-error a text is needed
  new hubspot.AssociationLabel("no-label", { ...pair, name: "decision_maker" });
  // @ts-expect-error only `get` does without arguments
  new hubspot.AssociationLabel("no-arguments");
  const named = { ...pair, name: "decision_maker", label: "Decision maker" };
  // @ts-expect-error no such behaviour
  new hubspot.AssociationLabel("on-delete", { ...named, onDelete: "restore" });
  // @ts-expect-error no such behaviour
  new hubspot.AssociationLabel("on-create", { ...named, onCreate: "replace" });
  // @ts-expect-error a limit stands in an AssociationConfiguration
  new hubspot.AssociationLabel("limited", { ...named, maxToObjectIds: 2 });
  // @ts-expect-error a misspelt key
  new hubspot.AssociationLabel("misspelt", { ...named, inverseLable: "Decided by" });
  // @ts-expect-error associations are needed
  new hubspot.AssociationModel("nothing", {});
  // @ts-expect-error not HubSpot's plural name
  const singular: hubspot.StandardObjectTypeName = "line_item";
  void singular;
  new hubspot.AssociationModel("model", {
    associations: [
      // @ts-expect-error both object types are needed
      { fromObjectType: "contacts", maxToObjectIds: 5 },
      // @ts-expect-error a model is plain data
      { ...pair, maxToObjectIds: pulumi.output(5) },
      // @ts-expect-error a model is plain data
      { fromObjectType: pulumi.output("contacts"), toObjectType: "companies", maxToObjectIds: 5 },
      // @ts-expect-error a number, not a text
      { ...pair, maxToObjectIds: "5" },
      // @ts-expect-error a misspelt key
      { ...pair, maxToObjectId: 5 },
      // @ts-expect-error of limits, not of labels
      { ...pair, maxToObjectIds: 5, onDelete: "keep" },
      // @ts-expect-error a label needs a text
      { ...pair, labels: [{ name: "owner" }] },
      // @ts-expect-error only a label that is made can be adopted
      { ...pair, labels: [{ label: "Primary", maxToObjectIds: 1, onCreate: "adopt" }] },
      // @ts-expect-error of labels, not of limits
      { ...pair, labels: [{ name: "owner", label: "Owner", onDelete: "restore" }] },
      // @ts-expect-error a misspelt key
      { ...pair, labels: [{ name: "owner", label: "Owner", inverseLable: "Owned by" }] },
    ],
    // @ts-expect-error a name, or one of Pulumi's aliases
    aliases: { "contacts/companies": 5 },
  });
  // @ts-expect-error no such type in the catalogue
  void hubspot.associationTypes.contactsToCompanies;
  // @ts-expect-error a misspelt key
  new hubspot.Provider("misspelt", { accesToken: "token" });
};
