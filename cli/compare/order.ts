/** The order in which people read object types and pairs: HubSpot's own as HubSpot numbers them, then the others by name. */
import { mirrored } from "../../provider/associationType";
import type { Pair } from "../../provider/model";
import { rankOf } from "../portal/objectNames";

/** Capitals make no other text. */
export const folded = (text: string): string => text.toLowerCase();

/** Texts that sort object types. */
const place = (objectType: string): string => `${String(rankOf(objectType)).padStart(4, "0")} ${folded(objectType)}`;

/** Whether this is the direction in which people read a pair. */
export const readsForward = ({ from, to }: Pair): boolean => place(from) <= place(to);

/** The direction in which people read a pair. */
export const readingPair = (pair: Pair): Pair => {
  const { from, to } = readsForward(pair) ? pair : mirrored(pair);
  return { from, to };
};

/** Sorts by what `keys` gives, the first that differs deciding. */
export const sortedBy = <A>(things: ReadonlyArray<A>, keys: (thing: A) => ReadonlyArray<string>): ReadonlyArray<A> =>
  things
    .map((thing) => ({ thing, key: keys(thing).join("\n") }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ thing }) => thing);

/** Keys that sort pairs in both directions next to each other, that in which they are read first. */
export const pairKeys = (pair: Pair): ReadonlyArray<string> => {
  const { from, to } = readingPair(pair);
  return [place(from), place(to), readsForward(pair) ? "0" : "1"];
};
