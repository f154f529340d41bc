/** How many there are of something. */

/** `1 label`, `40 labels` */
export const counted = (number: number, one: string): string => `${number} ${number === 1 ? one : `${one}s`}`;
