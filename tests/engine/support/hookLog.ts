/** Notes which of the provider's hooks the engine calls, in the order of the calls, without touching the provider. */
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import type { Stack } from "../harness";
import { repository } from "../harness";

/** The provider as it is built, behind hooks that write a line each: the hook, and what it is given last. */
const provider = `"use strict";
const { appendFileSync } = require("node:fs");
const real = require(${JSON.stringify(path.join(repository, "dist/provider/index.js"))});
const noting = (hook, call) => (...args) => {
  appendFileSync(process.env["TEST_HOOK_LOG"], JSON.stringify([hook, args.at(-1)]) + "\\n");
  return call(...args);
};
exports.v1 = (kind) =>
  Object.fromEntries(
    Object.entries(real.v1(kind)).map(([hook, call]) => [hook, hook === "configure" ? call : noting(hook, call)]),
  );
`;

export interface HookLog {
  /** The hooks called since the last time that this was asked, such as `create contacts/companies`. */
  readonly since: () => Promise<ReadonlyArray<string>>;
}

const isFields = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;

/** What a hook is about: a label by its name, a configuration by its pair. */
export const subjectOf = (properties: unknown): string => {
  if (!isFields(properties)) throw new Error(`No properties: ${JSON.stringify(properties)}`);
  const { name, fromObjectType, toObjectType } = properties;
  return typeof name === "string" ? name : `${String(fromObjectType)}/${String(toObjectType)}`;
};

const line = (text: string): string => {
  const entry: unknown = JSON.parse(text);
  if (!Array.isArray(entry)) throw new Error(`No entry: ${text}`);
  return `${String(entry[0])} ${subjectOf(entry[1])}`;
};

/** Puts a package that notes the hooks in the place of this one, in the folder of a stack's program. */
export const noteHooks = async (stack: Stack): Promise<HookLog> => {
  const folder = path.join(stack.dir, "node_modules/pulumi-hubspot-associations");
  const log = path.join(stack.dir, "hooks.log");
  await rm(folder);
  await mkdir(folder);
  const exported = { ".": "./index.js", "./provider": "./provider.js" };
  await writeFile(path.join(folder, "package.json"), JSON.stringify({ name: "noting", exports: exported }));
  await writeFile(path.join(folder, "index.js"), `module.exports = require(${JSON.stringify(repository)});\n`);
  await writeFile(path.join(folder, "provider.js"), provider);
  await writeFile(log, "");
  stack.env({ TEST_HOOK_LOG: log });
  return {
    since: async () => {
      const lines = (await readFile(log, "utf8")).split("\n").filter((text) => text !== "");
      await writeFile(log, "");
      return lines.map(line);
    },
  };
};
