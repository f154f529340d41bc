/** A limit as a program writes it, beside the association type that it means. */
import type { AssociationType, Limit, LimitInput } from "../model";

export interface Declared {
  readonly input: LimitInput;
  readonly type: AssociationType;
}

/** The limits by their types, however they were written. */
export const limitsOf = (declared: ReadonlyArray<Declared>): ReadonlyArray<Limit> =>
  declared.map(({ input, type: { category, typeId } }) => ({ category, typeId, maxToObjectIds: input.maxToObjectIds }));
