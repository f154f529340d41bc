/** The limits that stand on a portal and that a change would take away, or give another number. */
import { findType, justType } from "../associationType";
import type { AssociationType, Limit, LimitRow } from "../model";

/** A limit that stands with a number, and the number a program wants instead. */
export interface Overwritten {
  readonly type: AssociationType;
  readonly label?: string;
  readonly from: number;
  /** Absent: no limit. */
  readonly to?: number;
}

/**
 * @param rows what stands
 * @param wanted the limits to come
 * @param strays types that are to have no limit
 */
export const overwritten = (
  rows: ReadonlyArray<LimitRow>,
  wanted: ReadonlyArray<Limit>,
  strays: ReadonlyArray<AssociationType>,
): ReadonlyArray<Overwritten> => {
  const becoming = (type: AssociationType, to?: number): ReadonlyArray<Overwritten> => {
    const { label, userEnforcedMaxToObjectIds: from } = findType(rows, type) ?? {};
    return from === undefined || from === to
      ? []
      : [
          {
            type: justType(type),
            ...(label === undefined ? {} : { label }),
            from,
            ...(to === undefined ? {} : { to }),
          },
        ];
  };
  return [
    ...wanted.flatMap((limit) => becoming(limit, limit.maxToObjectIds)),
    ...strays.flatMap((type) => becoming(type)),
  ];
};
