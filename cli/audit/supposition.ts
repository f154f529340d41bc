/** `--if contacts/companies=3`: a limit that does not stand, and what would be if it did. */
import { InvalidArgumentError } from "commander";
import * as E from "fp-ts/Either";
import { mirrored, samePair, showPair } from "../../provider/associationType";
import { locate } from "../../provider/customObjects";
import type { Pair } from "../../provider/model";
import { nearest } from "../../provider/nearest";
import { normalizeObjectType } from "../../provider/objectTypes";
import type { PortalContent } from "../portal/content";
import type { ObjectNames } from "../portal/objectNames";
import { Trouble } from "../trouble";

/** A limit on a pair, or on one label of it. */
export interface Supposition extends Pair {
  readonly label?: string;
  readonly limit: number;
}

const form = /^([^/:=]+)\/([^/:=]+)(?::(.+))?=(\d+)$/;
const quoted = /^(["'])(.+)\1$/;
const mostToObjectIds = 2 ** 31 - 1;

const readObjectType = (spelling: string): string => {
  const name = normalizeObjectType(spelling);
  if (E.isLeft(name)) throw new InvalidArgumentError(`"${spelling}" is no object type; ${name.left}.`);
  return name.right;
};

const readSupposition = (text: string): Supposition => {
  const [, from, to, label, number] = form.exec(text.trim()) ?? [];
  const limit = Number(number);
  if (from === undefined || to === undefined || !(limit >= 1 && limit <= mostToObjectIds))
    throw new InvalidArgumentError(
      'Write a pair and a limit from 1 on, such as contacts/companies=3, or a label of it: "contacts/companies:Decision maker=1".',
    );
  return {
    from: readObjectType(from),
    to: readObjectType(to),
    ...(label === undefined ? {} : { label: label.replace(quoted, "$2") }),
    limit,
  };
};

/** One `--if` more. */
export const collectSuppositions = (
  text: string,
  before: ReadonlyArray<Supposition> = [],
): ReadonlyArray<Supposition> => [...before, readSupposition(text)];

/** The texts that a pair's labels show, as far as people made or limited them. */
const textsOf = ({ labels, limits }: PortalContent, pair: Pair): ReadonlyArray<string> => {
  const made = labels.flatMap((label) => [
    ...(samePair(label, pair) ? [label.label] : []),
    ...(samePair(mirrored(label), pair) ? [label.inverseLabel] : []),
  ]);
  const limited = limits.flatMap((limit) => (samePair(limit, pair) && limit.label !== undefined ? [limit.label] : []));
  return [...new Set([...made, ...limited])];
};

const knownLabel = (content: PortalContent, pair: Pair, label: string): string => {
  const texts = textsOf(content, pair);
  if (texts.includes(label)) return label;
  const near = nearest(label, texts);
  const wayOut =
    texts.length === 0
      ? "leave the label out, or check the pair's direction"
      : near === undefined
        ? `it has ${texts.map((text) => `"${text}"`).join(", ")}`
        : `did you mean "${near}"?`;
  throw new Trouble(`--if: ${showPair(pair)} has no label "${label}" that people made or limited; ${wayOut}`);
};

/** The same for this portal, by portable names; an object type or a label that it lacks is trouble. */
export const inPortal =
  (content: PortalContent, names: ObjectNames) =>
  ({ from, to, label, limit }: Supposition): Supposition => {
    const nameOf = (name: string): string => {
      const id = names.idOf(name);
      if (id !== undefined) return names.nameOf(id);
      const located = locate(content.customObjects, name);
      if (E.isLeft(located)) throw new Trouble(`--if: ${located.left}`);
      return located.right;
    };
    const pair = { from: nameOf(from), to: nameOf(to) };
    return { ...pair, ...(label === undefined ? {} : { label: knownLabel(content, pair, label) }), limit };
  };
