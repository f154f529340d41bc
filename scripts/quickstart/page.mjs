// @ts-check
/**
 * What the quickstart looks like: headings, commands, output, requests and limits as text. Pure, but for `say`.
 */
import { readFileSync } from "node:fs";
import path from "node:path";
import { root } from "../lib/root.mjs";

/** @typedef {import("./portal.mjs").Limit} Limit */
/** @typedef {import("./portal.mjs").Request} Request */

/** Select Graphic Rendition codes of ANSI terminals; `util.styleText` is newer than Node 20.0. */
const codes = { bold: "1", heading: "1;36", done: "1;32", dim: "2" };
const reset = "\u001b[0m";

/**
 * Whether to use colours: on a terminal that knows them, and where nobody said no (https://no-color.org).
 * @param {{ readonly isTTY?: boolean }} stream
 * @param {NodeJS.ProcessEnv} env
 */
export const wantsColours = (stream, env) => stream.isTTY === true && !env["NO_COLOR"] && env["TERM"] !== "dumb";

/** @param {string} text */
const indented = (text) => text.replace(/^(?=.)/gm, "    ");

/**
 * @param {number} count
 * @param {string} one
 */
const counted = (count, one) => `${count} ${count === 1 ? one : `${one}${/[sx]$|ch$/.test(one) ? "es" : "s"}`}`;

/** @param {Request} request */
const isRead = ({ method }) => method === "GET";

/**
 * @param {ReadonlyArray<Request>} requests
 * @returns {string} such as `3 reads, 4 batches`
 */
export const summary = (requests) => {
  const reads = requests.filter(isRead).length;
  const batches = requests.length - reads;
  if (requests.length === 0) return "none";
  return [reads > 0 ? counted(reads, "read") : "", batches > 0 ? counted(batches, "batch") : ""]
    .filter((part) => part !== "")
    .join(", ");
};

/**
 * The inputs of a batch: `[{"typeId":279,"maxToObjectIds":5}]` as `279: 5`; a purge has no numbers.
 * @param {unknown} body
 */
const inputs = (body) => {
  if (typeof body !== "object" || body === null || !("inputs" in body) || !Array.isArray(body.inputs)) return "";
  return body.inputs
    .map(({ typeId, maxToObjectIds }) => (maxToObjectIds === undefined ? typeId : `${typeId}: ${maxToObjectIds}`))
    .join(", ");
};

/** @param {Request} request */
const requestLine = ({ method, path, status, requestBody }) =>
  `${method.padEnd(4)} ${path} → ${status ?? "no answer"}${requestBody === undefined ? "" : `  {${inputs(requestBody)}}`}`;

/** @type {ReadonlyArray<{ readonly typeId: number, readonly label: string }>} */
const associationTypes = JSON.parse(readFileSync(path.join(root, "data", "association-types.json"), "utf8")).types;

/** @param {Limit} limit */
const labelOf = ({ category, typeId }) =>
  (category === "HUBSPOT_DEFINED" ? associationTypes.find((type) => type.typeId === typeId)?.label : undefined) ??
  category;

/**
 * @param {ReadonlyArray<Limit>} limits
 * @returns {string} one line for each: direction, association type, number
 */
export const limitTable = (limits) => {
  const rows = limits.map((limit) => [
    `${limit.from} → ${limit.to}`,
    `${labelOf(limit)} (${limit.typeId})`,
    `at most ${limit.maxToObjectIds}`,
  ]);
  const widths = [0, 1].map((column) => Math.max(0, ...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("   ")).join("\n");
};

/**
 * @param {boolean} colours
 * @param {(text: string) => void} write
 */
export const newPage = (colours, write) => {
  /** @type {(style: keyof typeof codes, text: string) => string} */
  const paint = (style, text) => (colours ? `\u001b[${codes[style]}m${text}${reset}` : text);
  let stages = 0;
  return {
    /** @param {string} title */
    stage: (title) => write(`\n${paint("heading", `${++stages}. ${title}`)}\n`),
    /** @param {string} text */
    text: (text) => write(`${text}\n`),
    /** @param {string} text */
    command: (text) => write(`${paint("bold", `$ ${text}`)}\n`),
    /** @param {string} text colours that a line opens end with it */
    output: (text) => write(text === "" ? "" : `${indented(colours ? text.replace(/$/gm, reset) : text)}\n`),
    /** @param {ReadonlyArray<Request>} requests */
    requests: (requests) =>
      write(
        `\n${paint("bold", `requests: ${summary(requests)}`)}\n` +
          requests.map((request) => `${indented(paint("dim", requestLine(request)))}\n`).join(""),
      ),
    /**
     * @param {string} title
     * @param {ReadonlyArray<Limit>} limits
     */
    limits: (title, limits) => write(`\n${paint("bold", title)}\n${indented(limitTable(limits))}\n`),
    /** @param {string} text */
    done: (text) => write(`\n${paint("done", text)}\n`),
  };
};
