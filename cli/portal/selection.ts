/** What of a portal is wanted: all of it, some pairs, or what has to do with some object types. */
import * as E from "fp-ts/Either";
import { samePair } from "../../provider/associationType";
import type { CustomObject } from "../../provider/customObjects";
import { locate } from "../../provider/customObjects";
import type { Pair } from "../../provider/model";
import { normalizeObjectType } from "../../provider/objectTypes";
import { Trouble } from "../trouble";
import type { PortalContent } from "./content";
import { objectNames } from "./objectNames";

export interface Selection {
  /** Pairs in both directions; none means all. */
  readonly pairs: ReadonlyArray<Pair>;
  /** Only pairs with one of these object types; none means all. */
  readonly objects: ReadonlyArray<string>;
  readonly labels: boolean;
  readonly limits: boolean;
}

export const everything: Selection = { pairs: [], objects: [], labels: true, limits: true };

const objectType = (text: string): string => {
  const name = normalizeObjectType(text);
  if (E.isLeft(name)) throw new Trouble(`"${text}" is no object type; ${name.left}`);
  return name.right;
};

/** `contacts/companies` */
export const readPairOption = (text: string): Pair => {
  const [from, to, ...more] = text.split("/");
  if (from === undefined || to === undefined || more.length > 0)
    throw new Trouble(`"${text}" is no pair; write for example contacts/companies`);
  return { from: objectType(from), to: objectType(to) };
};

export const readObjectOption = objectType;

/** A selection, by the ids of the portal. */
export interface Selected {
  /** The wanted pairs, both directions of each. */
  readonly pairs: ReadonlyArray<Pair>;
  readonly concerns: (pair: Pair) => boolean;
  /** Whether pairs with this object type may be wanted. */
  readonly mayConcern: (objectTypeId: string) => boolean;
  /** Whether everything is wanted. */
  readonly isWhole: boolean;
}

/** @throws Trouble that names the nearest, where the portal has no object type of a name */
export const selected = ({ pairs, objects }: Selection, custom: ReadonlyArray<CustomObject>): Selected => {
  const { idOf } = objectNames(custom);
  const known = (name: string): string => {
    const located = locate(custom, name);
    if (E.isLeft(located)) throw new Trouble(located.left);
    return idOf(located.right) ?? located.right;
  };
  const wantedPairs = pairs
    .map(({ from, to }) => ({ from: known(from), to: known(to) }))
    .flatMap(({ from, to }) =>
      from === to
        ? [{ from, to }]
        : [
            { from, to },
            { from: to, to: from },
          ],
    );
  const wantedObjects = objects.map(known);
  const isWantedPair = (pair: Pair): boolean =>
    wantedPairs.length === 0 || wantedPairs.some((wanted) => samePair(wanted, pair));
  const hasWantedObject = ({ from, to }: Pair): boolean =>
    wantedObjects.length === 0 || wantedObjects.includes(from) || wantedObjects.includes(to);
  return {
    pairs: wantedPairs,
    concerns: (pair) => isWantedPair(pair) && hasWantedObject(pair),
    mayConcern: (id) => wantedPairs.length === 0 || wantedPairs.some(({ from, to }) => from === id || to === id),
    isWhole: wantedPairs.length === 0 && wantedObjects.length === 0,
  };
};

/** The part of a content that is wanted. */
export const selectedOf = (content: PortalContent, selection: Selection): PortalContent => {
  const names = objectNames(content.customObjects);
  const { concerns } = selected(selection, content.customObjects);
  const isWanted = ({ from, to }: Pair): boolean =>
    concerns({ from: names.idOf(from) ?? from, to: names.idOf(to) ?? to });
  return {
    ...content,
    labels: selection.labels ? content.labels.filter(isWanted) : [],
    limits: selection.limits ? content.limits.filter(isWanted) : [],
  };
};
