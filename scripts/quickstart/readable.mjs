// @ts-check
/**
 * Pulumi's output without what would drown its message: rows that are only under way, progress dots and, in a detailed
 * diff, values that did not change. Lines are left out, never changed. Pure.
 */
import { stripVTControlCharacters } from "node:util";

/** What a resource row is about: ` +  <type> <name> created (0.02s)`. */
const row = /^ [-+~ ]{2,3} (?<resource>pulumi\S* \S+) /;
const underWay = /^ [-+~ ]{2,3} pulumi\S* \S+ [a-z]+ing \(\d+s\)/;
const section = /^(Diagnostics|Outputs|Resources|Duration):/;
const noise = [
  /^@ /,
  /^The resources in the stack have been deleted, but/,
  /^If you want to remove the stack completely/,
];
const diffLine = /^\s*([-+~]+ |\[id=)/;

/**
 * @param {string} line without colours
 * @param {ReadonlyArray<string>} later the lines after it
 */
const isSuperseded = (line, later) => {
  const resource = row.exec(line)?.groups?.["resource"];
  return resource !== undefined && later.some((other) => row.exec(other)?.groups?.["resource"] === resource);
};

/**
 * @param {string} output as Pulumi printed it, colours included
 * @returns {string} the lines that tell the story, with at most one empty line between them
 */
export const readable = (output) => {
  const lines = output.split(/\r?\n/);
  const plain = lines.map((line) => stripVTControlCharacters(line));
  const diffEnd = plain.findIndex((line) => section.test(line));
  const isDetailed = plain.some((line) => /^\s*\[urn=/.test(line));
  const kept = lines.filter((_, index) => {
    const line = plain[index] ?? "";
    if (noise.some((pattern) => pattern.test(line)) || underWay.test(line)) return false;
    if (isSuperseded(line, plain.slice(index + 1))) return false;
    return !isDetailed || index >= diffEnd || /^\S/.test(line) || diffLine.test(line);
  });
  return kept
    .filter((line, index) => stripVTControlCharacters(line).trim() !== "" || kept[index - 1]?.trim() !== "")
    .join("\n")
    .trim();
};
