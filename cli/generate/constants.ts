/** The names that the SDK's catalogue gives to HubSpot's own association types. */
import { associationTypes } from "../../sdk/associationTypes";
import type { AssociationType } from "../../provider/model";

const names: ReadonlyMap<number, string> = new Map(
  Object.entries(associationTypes).map(([name, { typeId }]) => [typeId, name]),
);

/** Such as `contactToCompanyPrimary`; none for what is not HubSpot's own, or newer than the catalogue. */
export const constantOf = ({ category, typeId }: AssociationType): string | undefined =>
  category === "HUBSPOT_DEFINED" ? names.get(typeId) : undefined;
