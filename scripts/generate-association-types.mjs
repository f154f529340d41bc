// @ts-check
/**
 * Writes sdk/associationTypes.ts, the typed catalogue of HubSpot-defined association types, from data/.
 * `--check` writes nothing and exits 1 when the file is not what the data would give. Options for tests: --data, --out.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

/** @typedef {{ readonly from?: string, readonly to?: string }} Qualifier */
/** @typedef {{ readonly typeId: number, readonly from: string, readonly to: string, readonly label: string, readonly qualifier?: Qualifier, readonly fromObjectTypeId?: string, readonly toObjectTypeId?: string }} AssociationType */
/** @typedef {{ readonly objectTypeId: string, readonly name: string }} ObjectType */

const fromRoot = (/** @type {string} */ path) => fileURLToPath(new URL(`../${path}`, import.meta.url));

const upperFirst = (/** @type {string} */ word) => word.charAt(0).toUpperCase() + word.slice(1);
const pascalCase = (/** @type {string} */ words) => words.split(" ").map(upperFirst).join("");
const lowerFirst = (/** @type {string} */ word) => word.charAt(0).toLowerCase() + word.slice(1);

/**
 * `<from><FromQualifier?>To<To><ToQualifier?>` in camelCase: 6 is `companyPrimaryToDeal`.
 * @param {AssociationType} type
 */
const nameOf = ({ from, to, qualifier = {} }) =>
  lowerFirst(
    [from, qualifier.from ?? "", "to", to, qualifier.to ?? ""]
      .filter((words) => words !== "")
      .map(pascalCase)
      .join(""),
  );

/**
 * Every name with its type, by type id. Two types under one name are an error: a constant must mean one thing.
 * @param {ReadonlyArray<AssociationType>} types
 */
const named = (types) => {
  /** @type {Map<string, AssociationType>} */
  const byName = new Map();
  for (const type of [...types].sort((a, b) => a.typeId - b.typeId)) {
    const name = nameOf(type);
    const other = byName.get(name);
    if (other !== undefined) {
      throw new Error(`Association types ${other.typeId} and ${type.typeId} would both be called ${name}.`);
    }
    byName.set(name, type);
  }
  return byName;
};

/**
 * `contacts (0-1)`, or HubSpot's own words for an object type that has no published id.
 * @param {string} words
 * @param {string | undefined} objectTypeId
 * @param {ReadonlyArray<ObjectType>} objectTypes
 */
const describeObject = (words, objectTypeId, objectTypes) => {
  const name = objectTypes.find((type) => type.objectTypeId === objectTypeId)?.name ?? words;
  return objectTypeId === undefined ? name : `${name} (${objectTypeId})`;
};

/**
 * @param {string} name
 * @param {AssociationType} type
 * @param {ReadonlyArray<ObjectType>} objectTypes
 */
const constant = (name, type, objectTypes) => {
  const from = describeObject(type.from, type.fromObjectTypeId, objectTypes);
  const to = describeObject(type.to, type.toObjectTypeId, objectTypes);
  return [
    `  /** "${type.label.replaceAll("*/", "*\\/")}": ${from} → ${to}. */`,
    `  ${name}: { category: "HUBSPOT_DEFINED", typeId: ${type.typeId} },`,
  ].join("\n");
};

/**
 * @param {ReadonlyArray<AssociationType>} types
 * @param {ReadonlyArray<ObjectType>} objectTypes
 */
const render = (types, objectTypes) => `/**
 * The catalogue: HubSpot's own association types by name. Written by scripts/generate-association-types.mjs; change
 * data/association-types.json instead of this file.
 */

/**
 * The association types that HubSpot itself defines, the same on every portal, named
 * \`<from><Qualifier?>To<To><Qualifier?>\`. Each is one direction: \`contactToCompany\` limits the companies of a contact,
 * \`companyToContact\` the contacts of a company. Labels that a portal's people made are not here, since their ids differ
 * from portal to portal.
 *
 * Source: HubSpot's table "Association type ID values".
 *
 * @example
 * \`\`\`ts
 * limits: [{ ...hubspot.associationTypes.contactToCompanyPrimary, maxToObjectIds: 1 }]
 * \`\`\`
 */
export const associationTypes = {
${[...named(types)].map(([name, type]) => constant(name, type, objectTypes)).join("\n")}
} as const;
`;

const main = () => {
  const { values } = parseArgs({
    options: {
      check: { type: "boolean", default: false },
      data: { type: "string", default: fromRoot("data/association-types.json") },
      out: { type: "string", default: fromRoot("sdk/associationTypes.ts") },
    },
  });
  const read = (/** @type {string} */ path) => JSON.parse(readFileSync(path, "utf8")).types;
  const text = render(read(values.data), read(fromRoot("data/object-types.json")));
  if (!values.check) {
    writeFileSync(values.out, text);
    return 0;
  }
  if (readFileSync(values.out, "utf8") === text) return 0;
  console.error(
    `${relative(process.cwd(), values.out)} is not current: run node scripts/generate-association-types.mjs`,
  );
  return 1;
};

try {
  process.exitCode = main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
