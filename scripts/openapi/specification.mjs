// @ts-check
/** Reads a folder of OpenAPI documents, and holds answers to what they say of an operation and a status. */
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { Ajv } from "ajv";
import formats from "ajv-formats";

/** @typedef {{ readonly $ref?: string, readonly content?: Record<string, { readonly schema?: object }> }} Response */
/** @typedef {Record<string, { readonly responses?: Record<string, Response> }>} Methods */
/**
 * @typedef {object} Document
 * @property {string} openapi
 * @property {Record<string, Methods>} paths
 * @property {{ readonly responses?: Record<string, Response> }} [components]
 */
/**
 * What one document says of an operation.
 * @typedef {object} Operation
 * @property {ReadonlyArray<string>} statuses `default` among them
 * @property {(status: number, body: unknown) => ReadonlyArray<string>} problemsOf why this is no answer of it
 */

/** `ajv-formats` is a CommonJS module, whose function Node shows as its default, and TypeScript one level deeper. */
const addFormats = /** @type {(ajv: Ajv) => unknown} */ (/** @type {unknown} */ (formats));

/**
 * @param {string} folder
 * @returns {Promise<ReadonlyArray<string>>}
 */
const jsonFiles = async (folder) => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && entry.name.endsWith(".json"))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
};

/**
 * @param {string} file
 * @returns {Promise<Document | undefined>} none where the file is something else
 */
const readDocument = async (file) => {
  try {
    const document = JSON.parse(await readFile(file, "utf8"));
    return typeof document?.openapi === "string" && typeof document?.paths === "object" ? document : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
};

/** @param {string} part of a JSON pointer */
const escaped = (part) => encodeURIComponent(part.replaceAll("~", "~0").replaceAll("/", "~1"));

/**
 * The same for every spelling of the parameters: `GET /crm/v3/limits/associations/records/{}/to`.
 * @param {string} method
 * @param {string} template with parameters as `{name}` or `:name`
 */
export const operationKey = (method, template) =>
  `${method.toUpperCase()} ${template.replace(/\{[^}]*\}|:[^/]+/g, "{}")}`;

/**
 * @param {Ajv} ajv
 * @param {string} id of the document
 * @param {Document} document
 * @param {string} template
 * @param {string} method
 * @returns {Operation}
 */
const operationOf = (ajv, id, document, template, method) => {
  const responses = document.paths[template]?.[method]?.responses ?? {};

  /**
   * The pointer to the schema of a body; none where there is no body.
   * @param {string} status
   */
  const pointerOf = (status) => {
    const { $ref } = responses[status] ?? {};
    const name = $ref?.split("/").at(-1);
    const response = name === undefined ? responses[status] : document.components?.responses?.[name];
    const type = Object.keys(response?.content ?? {})[0];
    if (type === undefined) return undefined;
    const parts =
      name === undefined ? ["paths", template, method, "responses", status] : ["components", "responses", name];
    return [...parts, "content", type, "schema"].map(escaped).join("/");
  };

  return {
    statuses: Object.keys(responses),
    problemsOf: (status, body) => {
      const declared = String(status) in responses ? String(status) : "default";
      if (!(declared in responses)) return ["this status is not declared"];
      const pointer = pointerOf(declared);
      if (pointer === undefined) return body === undefined ? [] : ["a body, where none is declared"];
      if (body === undefined) return ["no body, where one is declared"];
      const validate = ajv.getSchema(`${id}#/${pointer}`);
      if (validate === undefined) throw new Error(`${id} has no schema at ${pointer}`);
      if (validate(body) === true) return [];
      return (validate.errors ?? []).map(
        ({ instancePath, message }) => `${instancePath.replace(/\/\d+(?=\/|$)/g, "/*")} ${message ?? "is wrong"}`,
      );
    },
  };
};

/**
 * All operations in a folder's documents. One that several documents have is there several times.
 * @param {string} folder
 * @returns {Promise<ReadonlyMap<string, ReadonlyArray<Operation>>>}
 */
export const readSpecification = async (folder) => {
  const ajv = new Ajv({ strict: false, allErrors: true, validateSchema: false, logger: false });
  addFormats(ajv);
  /** @type {Map<string, ReadonlyArray<Operation>>} */
  const operations = new Map();
  for (const [i, file] of (await jsonFiles(folder)).entries()) {
    const document = await readDocument(file);
    if (document === undefined) continue;
    const id = `document:${i}`;
    ajv.addSchema(document, id);
    for (const [template, methods] of Object.entries(document.paths))
      for (const method of Object.keys(methods)) {
        const key = operationKey(method, template);
        operations.set(key, [...(operations.get(key) ?? []), operationOf(ajv, id, document, template, method)]);
      }
  }
  return operations;
};
