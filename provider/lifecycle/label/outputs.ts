/** What the state keeps of a label. */
import type { LabelInputs, Pair } from "../../model";
import type { Home } from "../home";
import { homeKey } from "../home";
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
  home: Home,
): Properties => ({
  ...inputs,
  [homeKey]: home,
  ...labelType(typeId),
  inverseTypeId,
  adopted,
  portalId: home.portalId,
  ...objectTypeIds(pair),
});
