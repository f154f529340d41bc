/**
 * HubSpot's association limits and labels as Pulumi resources: what a program imports. Importing it loads nothing but
 * `@pulumi/pulumi`.
 */
export { AssociationConfiguration } from "./associationConfiguration";
export type { AssociationConfigurationArgs } from "./associationConfiguration";
export { AssociationLabel } from "./associationLabel";
export type { AssociationLabelArgs } from "./associationLabel";
export type {
  AssociationLimit,
  AssociationLimitById,
  AssociationLimitByLabel,
  AssociationLimitUnlabeled,
} from "./associationLimit";
export { AssociationModel } from "./associationModel";
export type {
  AssociationModelArgs,
  ExistingLabel,
  MadeLabel,
  ModelAssociation,
  ModelLabel,
  ModelNumbers,
} from "./associationModel/args";
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
export type { ObjectTypeName, StandardObjectTypeName } from "./objectTypeName";
export { Provider } from "./provider";
export type { ProviderArgs } from "./provider";
export type {
  AssociationCategory,
  AssociationType,
  BatchError,
  BatchStatus,
  LabelOnDelete,
  Limit,
  LimitInput,
  LimitRow,
  OnCreate,
  OnDelete,
} from "../provider/model";
