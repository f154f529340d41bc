/** Differences as people read them: pair by pair, one line for each, and how many there are at the end. */
import { showPair } from "../../provider/associationType";
import { showNamed } from "../../provider/catalogue";
import { printable } from "../../provider/printable";
import { counted } from "../counted";
import type { PortalContent, PortalLabel, PortalLimit } from "../portal/content";
import type { Difference, Found } from "./difference";
import { pairOf, valueOf } from "./difference";

/** One of the two that are compared. */
export interface Side {
  /** What the user calls it, such as `staging` or `before.json`. */
  readonly name: string;
  readonly content: PortalContent;
}

/** `staging (portal 111)` */
const full = ({ name, content }: Side): string => `${name} (portal ${content.portalId})`;

const quoted = (text: string): string => `"${text}"`;

type Row = ReadonlyArray<string>;

interface Names {
  readonly first: string;
  readonly second: string;
}

const where = (found: Found<unknown>["found"], names: Names): string =>
  found === "different" ? "different" : `only in ${found === "onlyInFirst" ? names.first : names.second}`;

const change = (what: string, first: string | number, second: string | number, names: Names): ReadonlyArray<string> =>
  first === second ? [] : [`${what}${first} in ${names.first}, ${second} in ${names.second}`];

const hasOneText = ({ label, inverseLabel }: PortalLabel): boolean => label === inverseLabel;

const textsOf = (label: PortalLabel): string =>
  hasOneText(label) ? quoted(label.label) : `${quoted(label.label)} / ${quoted(label.inverseLabel)}`;

const labelChanges = (first: PortalLabel, second: PortalLabel, names: Names): string =>
  [
    ...change("label ", quoted(first.label), quoted(second.label), names),
    ...(hasOneText(first) && hasOneText(second)
      ? []
      : change("inverse label ", quoted(first.inverseLabel), quoted(second.inverseLabel), names)),
    ...(first.name === undefined || second.name === undefined ? [] : change("name ", first.name, second.name, names)),
  ].join("; ");

const typeOf = (limit: PortalLimit): string => {
  if (limit.naming === "unlabeled") return "unlabeled";
  if (limit.category !== "USER_DEFINED") return showNamed(limit, limit.label);
  return limit.label === undefined ? "USER_DEFINED without a text" : quoted(limit.label);
};

const limitChanges = (first: PortalLimit, second: PortalLimit, names: Names): string =>
  [
    ...change("", first.maxToObjectIds, second.maxToObjectIds, names),
    ...(first.maxToObjectIds === second.maxToObjectIds ? change("label ", typeOf(first), typeOf(second), names) : []),
  ].join("; ");

const rowOf = (difference: Difference, names: Names): Row => {
  const found = where(difference.found, names);
  if (difference.what === "customObject") return [found, "object", valueOf(difference).name];
  if (difference.what === "label") {
    const changes = difference.found === "different" ? labelChanges(difference.first, difference.second, names) : "";
    return [found, "label", textsOf(valueOf(difference)), changes];
  }
  const limit = valueOf(difference);
  const changes =
    difference.found === "different"
      ? limitChanges(difference.first, difference.second, names)
      : `at most ${limit.maxToObjectIds}`;
  return [found, "limit", `${showPair(limit)} ${typeOf(limit)}`, changes];
};

/** The rows with every column as wide as its widest cell. */
const aligned = (rows: ReadonlyArray<Row>): ReadonlyArray<string> => {
  const width = (column: number): number => Math.max(...rows.map((row) => (row[column] ?? "").length));
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(width(column)))
      .join("  ")
      .trimEnd(),
  );
};

const headingOf = (difference: Difference): string => {
  const pair = pairOf(difference);
  return pair === undefined ? "custom objects" : showPair(pair);
};

const summary = (differences: ReadonlyArray<Difference>, names: Names): string => {
  const kinds = (["onlyInFirst", "onlyInSecond", "different"] as const).map((kind) => ({
    number: differences.filter(({ found }) => found === kind).length,
    kind: where(kind, names),
  }));
  const told = kinds.filter(({ number }) => number > 0).map(({ number, kind }) => `${number} ${kind}`);
  return `${counted(differences.length, "difference")}: ${told.join(", ")}`;
};

/** One line that says what is equal. */
const equal = (first: Side, second: Side): string => {
  const { customObjects, labels, limits } = first.content;
  const held = [
    { number: customObjects.length, one: "custom object" },
    { number: labels.length, one: "label" },
    { number: limits.length, one: "limit" },
  ].flatMap(({ number, one }) => (number === 0 ? [] : [counted(number, one)]));
  const [last = "", ...before] = held.reverse();
  const all = before.length === 0 ? last : `${before.reverse().join(", ")} and ${last}`;
  const sides = `${full(first)} and ${full(second)}`;
  return printable(held.length === 0 ? `${sides} hold neither labels nor limits` : `${sides} hold the same ${all}`);
};

/** What `compare` prints for people. */
export const table = (first: Side, second: Side, differences: ReadonlyArray<Difference>): string => {
  if (differences.length === 0) return `${equal(first, second)}\n`;
  const names = { first: first.name, second: second.name };
  const lines = aligned(differences.map((difference) => rowOf(difference, names).map(printable)));
  const body = differences.flatMap((difference, i) => {
    const heading = headingOf(difference);
    const before = differences[i - 1];
    const isNew = before === undefined || headingOf(before) !== heading;
    return [...(isNew ? ["", printable(heading)] : []), `  ${lines[i]}`];
  });
  const title = printable(`${full(first)} compared with ${full(second)}`);
  return [title, ...body, "", printable(summary(differences, names)), ""].join("\n");
};
