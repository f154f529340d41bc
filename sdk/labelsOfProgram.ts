/**
 * The labels that a program has declared so far, for each Provider by itself, so that a limit which names one by its text
 * comes after it. It knows texts that stand in the program, not those that are other resources' outputs.
 */
import type * as pulumi from "@pulumi/pulumi";
import { normalizedObjectType, standardObjectTypes } from "./objectTypeName";
import type { OfProvider } from "./thisRun";
import { keptByProvider, providerOfResource } from "./thisRun";

/** What a program says of a label, or of limits; any of it may be an output, or missing. */
export interface Sides {
  readonly fromObjectType?: unknown;
  readonly toObjectType?: unknown;
}

export interface Texts extends Sides {
  readonly label?: unknown;
  readonly inverseLabel?: unknown;
}

/** A label as it is read in one direction. */
interface Shown {
  readonly from: Side;
  readonly to: Side;
  readonly text: string;
  readonly resource: pulumi.Resource;
}

/** One of HubSpot's own object types, a custom object however it is written, or what only the run will tell. */
type Side = string | undefined;

const side = (name: unknown): Side => {
  if (typeof name !== "string") return undefined;
  const normalized = normalizedObjectType(name);
  return standardObjectTypes.has(normalized) ? normalized : "custom";
};

const mayBeOne = (a: Side, b: Side): boolean => a === undefined || b === undefined || a === b;

/** What labels show, by its text. */
const declared = keptByProvider(() => new Map<string, Shown[]>());

const plain = (value: unknown): string | undefined =>
  typeof value === "string" ? value.trim().toLowerCase() : undefined;

/** Notes a label with what it shows in each direction. */
export const noteLabel = (resource: pulumi.Resource, texts: Texts): void => {
  const [from, to] = [side(texts.fromObjectType), side(texts.toObjectType)];
  const [label, inverse] = [plain(texts.label), plain(texts.inverseLabel ?? texts.label)];
  const labels = declared(providerOfResource(resource));
  const note = (shown: Shown): void => {
    const others = labels.get(shown.text);
    if (others === undefined) labels.set(shown.text, [shown]);
    else others.push(shown);
  };
  if (label !== undefined) note({ from, to, text: label, resource });
  if (inverse !== undefined) note({ from: to, to: from, text: inverse, resource });
};

const textsOf = (limits: unknown): ReadonlyArray<string> =>
  Array.isArray(limits)
    ? limits.flatMap((limit: unknown) => {
        const text = typeof limit === "object" && limit !== null && "label" in limit ? plain(limit.label) : undefined;
        return text === undefined ? [] : [text];
      })
    : [];

/** The labels of a Provider declared before that limits of a pair name by the text that they show there, each once. */
export const labelsNamedIn = (limits: unknown, pair: Sides, provider: OfProvider): pulumi.Resource[] => {
  const [from, to] = [side(pair.fromObjectType), side(pair.toObjectType)];
  const labels = declared(provider);
  const named = [...new Set(textsOf(limits))].flatMap((text) => labels.get(text) ?? []);
  const meant = named.filter((shown) => mayBeOne(shown.from, from) && mayBeOne(shown.to, to));
  return [...new Set(meant.map(({ resource }) => resource))];
};
