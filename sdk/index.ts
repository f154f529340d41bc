/**
 * HubSpot's association limits as Pulumi resources: what a program imports. Importing it loads nothing but `@pulumi/pulumi`.
 */
export { AssociationConfiguration } from "./associationConfiguration";
export type { AssociationConfigurationArgs } from "./associationConfiguration";
export type { AssociationLimit, AssociationLimitById, AssociationLimitUnlabeled } from "./associationLimit";
export { associationTypes } from "./associationTypes";
export type { ExistingResourceOptions } from "./dynamicResource";
export {
  getAssociationType,
  getAssociationTypeOutput,
  getAssociationTypes,
  getAssociationTypesOutput,
} from "./lookups";
export type {
  AssociationTypeArgs,
  AssociationTypeInputs,
  AssociationTypes,
  FoundAssociationType,
  LabelSelectorArgs,
  LabelSelectorInputs,
  LookupOptions,
  PairArgs,
  PairAssociationType,
  PairInputs,
  UnlabeledSelectorArgs,
  UnlabeledSelectorInputs,
} from "./lookups";
export { Provider } from "./provider";
export type { ProviderArgs } from "./provider";
export type {
  AssociationCategory,
  AssociationType,
  BatchError,
  BatchStatus,
  Limit,
  LimitInput,
  LimitRow,
  OnCreate,
  OnDelete,
} from "../provider/model";
