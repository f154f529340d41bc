/** What people and portals wrote may hold anything; a terminal gets nothing to obey. */

/** A text without control and formatting characters. */
export const printable = (text: string): string => text.replace(/[\p{Cc}\p{Cf}]+/gu, " ");
