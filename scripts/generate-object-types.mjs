// @ts-check
/**
 * Writes sdk/objectTypes.ts, the names of HubSpot's own object types, from data/.
 * `--check` writes nothing and exits 1 when the file is not what the data would give. Option for tests: --out.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

/** @typedef {{ readonly objectTypeId: string, readonly name: string, readonly singular: string }} ObjectType */

const fromRoot = (/** @type {string} */ path) => fileURLToPath(new URL(`../${path}`, import.meta.url));

/** @param {ObjectType} type */
const element = ({ objectTypeId, name, singular }) =>
  `  { objectTypeId: "${objectTypeId}", name: "${name}", singular: "${singular}" },`;

/** @param {ReadonlyArray<ObjectType>} types */
const render = (types) => `/**
 * HubSpot's own object types: their ids and their names. Written by scripts/generate-object-types.mjs; change
 * data/object-types.json instead of this file.
 */

/**
 * The object types that every portal has.
 *
 * Source: HubSpot's table "Object type ID values".
 */
export const objectTypes = [
${types.map(element).join("\n")}
] as const;
`;

const main = () => {
  const { values } = parseArgs({
    options: {
      check: { type: "boolean", default: false },
      out: { type: "string", default: fromRoot("sdk/objectTypes.ts") },
    },
  });
  const text = render(JSON.parse(readFileSync(fromRoot("data/object-types.json"), "utf8")).types);
  if (!values.check) {
    writeFileSync(values.out, text);
    return 0;
  }
  if (readFileSync(values.out, "utf8") === text) return 0;
  console.error(`${relative(process.cwd(), values.out)} is not current: run node scripts/generate-object-types.mjs`);
  return 1;
};

process.exitCode = main();
