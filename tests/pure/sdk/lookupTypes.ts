/** What the compiler accepts of lookups and what it refuses; as in types.ts, the type check is the test. */
import * as pulumi from "@pulumi/pulumi";
import * as hubspot from "../../../sdk";

declare const config: pulumi.Config;
declare const text: pulumi.Output<string>;
declare const maybe: string | undefined;

const pair = { fromObjectType: "contacts", toObjectType: "companies" } as const;

export const accepted = async (): Promise<void> => {
  const provider = new hubspot.Provider("staging", { accessToken: config.requireSecret("token") });
  const { types, portalId } = await hubspot.getAssociationTypes(pair, { provider });
  const labels: ReadonlyArray<string> = types.flatMap(({ label }) => (label === undefined ? [] : [label]));
  const champion = await hubspot.getAssociationType({ ...pair, label: "Champion" }, { provider });
  const own = await hubspot.getAssociationType({ ...pair, unlabeled: true }, { provider: undefined });
  const limit: hubspot.AssociationLimit = { ...champion, maxToObjectIds: portalId };
  const later = hubspot.getAssociationTypeOutput({ ...pair, toObjectType: text, label: text }, { provider });
  const ownLater = hubspot.getAssociationTypeOutput({ ...pair, unlabeled: pulumi.output(true as const) });
  const all: pulumi.Output<hubspot.AssociationTypes> = hubspot.getAssociationTypesOutput({
    ...pair,
    toObjectType: text,
  });
  new hubspot.AssociationConfiguration("every-way-to-limit-what-was-found", {
    ...pair,
    limits: [
      limit,
      { ...own, maxToObjectIds: 1 },
      { category: champion.category, typeId: champion.typeId, maxToObjectIds: labels.length },
      { category: later.category, typeId: later.typeId, maxToObjectIds: 1 },
      ownLater.apply((found) => ({ ...found, maxToObjectIds: 1 })),
      { category: "USER_DEFINED", typeId: all.apply((found) => found.types.length), maxToObjectIds: 1 },
    ],
  });
};

export const refused = async (): Promise<void> => {
  // @ts-expect-error both sides of the pair are needed
  await hubspot.getAssociationTypes({ fromObjectType: "contacts" });
  // @ts-expect-error a list of all types needs no label
  await hubspot.getAssociationTypes({ ...pair, label: "Champion" });
  // @ts-expect-error a plain lookup waits for no output
  await hubspot.getAssociationTypes({ ...pair, toObjectType: text });
  // @ts-expect-error which type is needed
  await hubspot.getAssociationType(pair);
  // @ts-expect-error one of the two
  await hubspot.getAssociationType({ ...pair, label: "Champion", unlabeled: true });
  // @ts-expect-error `false` means no type
  await hubspot.getAssociationType({ ...pair, unlabeled: false });
  // @ts-expect-error a label that may be missing never means unlabeled
  await hubspot.getAssociationType({ ...pair, label: maybe });
  // @ts-expect-error a misspelt key
  await hubspot.getAssociationType({ ...pair, lable: "Champion" });
  // @ts-expect-error a plain lookup waits for no output
  await hubspot.getAssociationType({ ...pair, label: text });
  // @ts-expect-error one of the two
  hubspot.getAssociationTypeOutput({ ...pair, label: text, unlabeled: true });
  // @ts-expect-error a provider of another package has no portal
  await hubspot.getAssociationTypes(pair, { provider: new pulumi.ProviderResource("aws", "aws") });
  const champion = await hubspot.getAssociationType({ ...pair, label: "Champion" });
  // @ts-expect-error what was found names the type by its id alone
  void champion.label;
};
