/**
 * Labels from both sides: which id of one direction belongs to which of the other. Schemas tell by the name, which is the
 * same on both sides; where they do not, only what leaves no choice is taken.
 */
import { mirrored, samePair } from "../../provider/associationType";
import type { LimitRow, Pair } from "../../provider/model";
import type { Gathered } from "./gathered";
import { pairFromKey, typesOf } from "./gathered";

interface Side {
  readonly typeId: number;
  readonly label: string;
  readonly name?: string;
}

/** A label of a pair in the direction in which the pair is written; object types go by their ids. */
export interface Paired {
  readonly pair: Pair;
  readonly forward: Side;
  readonly inverse: Side;
  readonly name?: string;
}

/** A label of which the portal does not tell the other side. */
export interface Unpaired {
  readonly pair: Pair;
  readonly side: Side;
}

export interface Pairing {
  readonly paired: ReadonlyArray<Paired>;
  readonly unpaired: ReadonlyArray<Unpaired>;
}

const isLabel = (row: LimitRow): row is LimitRow & { readonly label: string } =>
  row.category === "USER_DEFINED" && row.label !== undefined;

/** Schemas tell no category: where HubSpot's own type has the same number, either name may be meant, and none is taken. */
const nameOf = ({ associations }: Gathered, pair: Pair, id: number): string | undefined =>
  only([
    ...new Set(
      associations.flatMap(({ typeId, fromObjectTypeId: from, toObjectTypeId: to, name }) =>
        typeId === id && name !== undefined && samePair({ from, to }, pair) ? [name] : [],
      ),
    ),
  ]);

/** The only element, where it is the only one. */
const only = <A>(list: ReadonlyArray<A>): A | undefined => (list.length === 1 ? list[0] : undefined);

const sidesOf = (gathered: Gathered, pair: Pair): ReadonlyArray<Side> =>
  typesOf(gathered, pair)
    .filter(isLabel)
    .map(({ typeId, label }) => {
      const name = nameOf(gathered, pair, typeId);
      return { typeId, label, ...(name === undefined ? {} : { name }) };
    });

const paired = (pair: Pair, forward: Side, inverse: Side): Paired => {
  const name = forward.name ?? inverse.name;
  return { pair, forward, inverse, ...(name === undefined ? {} : { name }) };
};

/** Two sides that go together by their name, else by their text, else because nothing else is left. */
const match = (
  pair: Pair,
  forward: ReadonlyArray<Side>,
  inverse: ReadonlyArray<Side>,
): { readonly paired: ReadonlyArray<Paired>; readonly rest: readonly [ReadonlyArray<Side>, ReadonlyArray<Side>] } => {
  const found: Paired[] = [];
  let [here, there] = [forward, inverse];
  const take = (one: Side, other: Side | undefined): void => {
    if (other === undefined) return;
    found.push(paired(pair, one, other));
    here = here.filter((side) => side !== one);
    there = there.filter((side) => side !== other);
  };
  const sameName =
    ({ name }: Side): ((other: Side) => boolean) =>
    (other) =>
      name !== undefined && other.name === name;
  const fits = (one: Side, other: Side): boolean => one.name === undefined || other.name === undefined;
  for (const one of forward) if (here.filter(sameName(one)).length === 1) take(one, only(there.filter(sameName(one))));
  for (const one of [...here])
    if (here.filter(({ label }) => label === one.label).length === 1)
      take(one, only(there.filter((other) => other.label === one.label && fits(one, other))));
  const [last, onlyOther] = [only(here), only(there)];
  if (last !== undefined && onlyOther !== undefined && fits(last, onlyOther)) take(last, onlyOther);
  return { paired: found, rest: [here, there] };
};

/** Both sides of a label between records of one object type stand in one list; a label that is its own inverse once. */
const withinOneObject = (pair: Pair, sides: ReadonlyArray<Side>): Pairing => {
  const names = [...new Set(sides.flatMap(({ name }) => (name === undefined ? [] : [name])))];
  const named = names.map((name) => sides.filter((side) => side.name === name));
  const nameless = sides.filter(({ name }) => name === undefined);
  // One without a name can only be its own inverse where it is the only one.
  const groups = nameless.length === 1 ? [...named, nameless] : named;
  const isPair = ({ length }: ReadonlyArray<Side>): boolean => length === 1 || length === 2;
  return {
    paired: groups.filter(isPair).flatMap(([one, other = one]) => (one && other ? [paired(pair, one, other)] : [])),
    unpaired: [...groups.filter((group) => !isPair(group)).flat(), ...(nameless.length === 1 ? [] : nameless)].map(
      (side) => ({ pair, side }),
    ),
  };
};

/** All labels that people made on the pairs whose types were read, each once. */
export const pairLabels = (gathered: Gathered): Pairing => {
  const pairings = [...gathered.types.keys()].map(pairFromKey).flatMap((pair): ReadonlyArray<Pairing> => {
    if (pair.from === pair.to) return [withinOneObject(pair, sidesOf(gathered, pair))];
    const back = mirrored(pair);
    // Each undirected pair is looked at once.
    if (pair.from > pair.to && gathered.types.has(`${back.from}/${back.to}`)) return [];
    const { paired: found, rest } = match(pair, sidesOf(gathered, pair), sidesOf(gathered, back));
    const unpaired = [...rest[0].map((side) => ({ pair, side })), ...rest[1].map((side) => ({ pair: back, side }))];
    return [{ paired: found, unpaired }];
  });
  return {
    paired: pairings.flatMap((pairing) => pairing.paired),
    unpaired: pairings.flatMap((pairing) => pairing.unpaired),
  };
};
