/** What the state keeps of a label. */
import type { LabelInputs, Pair } from "../../model";
import { objectTypeIds } from "../outputs";
import type { Properties } from "../resource";
import type { Sides } from "./sides";
import { labelType } from "./state";

/** All outputs, inputs included. */
export const labelOutputs = (
  inputs: LabelInputs,
  pair: Pair,
  { typeId, inverseTypeId }: Sides,
  adopted: boolean,
  portalId: number,
): Properties => ({
  ...inputs,
  ...labelType(typeId),
  inverseTypeId,
  adopted,
  portalId,
  ...objectTypeIds(pair),
});
