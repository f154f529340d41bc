// @ts-check
/** From Stryker's report to a score for each folder, and to the list of what no test noticed. */
import path from "node:path";

/**
 * @typedef {object} Mutant
 * @property {string} mutatorName
 * @property {string} [replacement]
 * @property {string} status
 * @property {{ readonly start: Position, readonly end: Position }} location
 */
/** @typedef {{ readonly line: number, readonly column: number }} Position both from 1 */
/** @typedef {{ readonly source: string, readonly mutants: ReadonlyArray<Mutant> }} MutatedFile */
/** @typedef {{ readonly files: Readonly<Record<string, MutatedFile>> }} Report the part of it that is read here */

/**
 * @typedef {object} Score
 * @property {string} folder
 * @property {number} mutants
 * @property {number} killed
 * @property {number} survived
 * @property {number} noCoverage
 * @property {number} timeout
 */

/**
 * @param {string} folder
 * @param {ReadonlyArray<Mutant>} mutants
 * @returns {Score}
 */
const scoreOf = (folder, mutants) => {
  /** @param {string} wanted */
  const count = (wanted) => mutants.filter(({ status }) => status === wanted).length;
  const [killed, survived, noCoverage, timeout] = [
    count("Killed"),
    count("Survived"),
    count("NoCoverage"),
    count("Timeout"),
  ];
  // A change that does not load tells nothing about the tests.
  return { folder, mutants: killed + survived + noCoverage + timeout, killed, survived, noCoverage, timeout };
};

/**
 * The share of changes that the tests noticed, in percent. One that never ends is noticed.
 * @param {Score} score
 */
export const percent = ({ mutants, killed, timeout }) => (mutants === 0 ? 0 : (100 * (killed + timeout)) / mutants);

/**
 * One score for each folder, in the order of their names.
 * @param {ReadonlyArray<Report>} reports
 * @returns {ReadonlyArray<Score>}
 */
export const scores = (reports) => {
  /** @type {Map<string, Mutant[]>} */
  const folders = new Map();
  for (const [file, { mutants }] of reports.flatMap(({ files }) => Object.entries(files))) {
    const folder = path.posix.dirname(file);
    folders.set(folder, [...(folders.get(folder) ?? []), ...mutants]);
  }
  return [...folders]
    .map(([folder, mutants]) => scoreOf(folder, mutants))
    .sort((a, b) => (a.folder < b.folder ? -1 : 1));
};

const columns = /** @type {const} */ (["mutants", "killed", "survived", "no coverage", "timeout", "score"]);

/** @param {Score} score */
const row = (score) => [
  score.folder,
  ...[score.mutants, score.killed, score.survived, score.noCoverage, score.timeout].map(String),
  `${percent(score).toFixed(1)} %`,
];

/**
 * @param {ReadonlyArray<Score>} all
 * @returns {string}
 */
export const table = (all) => {
  const rows = [["folder", ...columns], ...all.map(row)];
  /** @param {number} column */
  const width = (column) => Math.max(...rows.map((cells) => (cells[column] ?? "").length));
  return rows
    .map(([first = "", ...rest]) =>
      [first.padEnd(width(0)), ...rest.map((cell, i) => cell.padStart(width(i + 1)))].join("  "),
    )
    .join("\n");
};

/**
 * What a place in a source says, in one line.
 * @param {string} source
 * @param {Mutant["location"]} location
 */
const textAt = (source, { start, end }) => {
  const lines = source.split("\n").slice(start.line - 1, end.line);
  const last = lines.length - 1;
  return lines
    .map((line, i) => line.slice(i === 0 ? start.column - 1 : 0, i === last ? end.column - 1 : undefined).trim())
    .join(" ");
};

/**
 * Every change that no test noticed: where it is, the code there, and what replaced it.
 * @param {ReadonlyArray<Report>} reports
 * @returns {ReadonlyArray<string>}
 */
export const survivors = (reports) =>
  reports
    .flatMap(({ files }) => Object.entries(files))
    .flatMap(([file, { source, mutants }]) =>
      mutants
        .filter(({ status }) => status === "Survived" || status === "NoCoverage")
        .map(({ location, mutatorName, replacement, status }) => {
          const reached = status === "NoCoverage" ? ", which no test reaches" : "";
          return `${file}:${location.start.line} ${mutatorName}${reached}\n  - ${textAt(source, location)}\n  + ${(
            replacement ?? ""
          ).replace(/\s*\n\s*/g, " ")}`;
        }),
    );
