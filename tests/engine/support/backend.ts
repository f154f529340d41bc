/**
 * A stack as a backend of files keeps it: made, configured, read and replaced on the disk, as `pulumi stack init`,
 * `config set-all`, `stack export` and `stack import` do it, without launching Pulumi for any of them.
 */
import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { decrypt, encrypt, encryptionSalt } from "./passphrase";

/** A value of the stack's configuration, in plain text or encrypted. */
export type ConfigValue = string | { readonly secret: string };

/** Marks a secret among the values of a state. */
const [mark, secretMark] = ["4dabf18193072939515e22adb298388d", "1b47061264138c4ac30d75fd1eb44270"];

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The same value with what is secret in it in plain text. */
export const revealed = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(revealed);
  if (!isRecord(value)) return value;
  const { [mark]: marked, ciphertext } = value;
  return marked === secretMark && typeof ciphertext === "string"
    ? JSON.parse(decrypt(ciphertext))
    : Object.fromEntries(Object.entries(value).map(([key, part]) => [key, revealed(part)]));
};

/** The text of `Pulumi.<stack>.yaml`. */
const configurationText = (values: Readonly<Record<string, ConfigValue>>): string => {
  const lines = Object.entries(values).map(([key, value]) =>
    typeof value === "string"
      ? `  ${key}: ${JSON.stringify(value)}\n`
      : `  ${key}:\n    secure: ${encrypt(value.secret)}\n`,
  );
  return `encryptionsalt: ${encryptionSalt()}\n${lines.length === 0 ? "" : "config:\n"}${lines.join("")}`;
};

export interface StoredStack {
  /** Makes it, empty. */
  create(): Promise<void>;
  /** Replaces its configuration. */
  configure(values: Readonly<Record<string, ConfigValue>>): Promise<void>;
  /** Its state as `pulumi stack export` gives it, secrets encrypted. */
  exported(): Promise<unknown>;
  /** Replaces its state by one that `exported` gave. */
  import(state: unknown): Promise<void>;
}

/** A stack in the backend's folder, whose program stands in `dir`. */
export const storedStack = (backend: string, dir: string, project: string, name: string): StoredStack => {
  const folder = path.join(backend, ".pulumi", "stacks", project);
  const file = path.join(folder, `${name}.json`);
  const checkpoint = (latest?: unknown): string =>
    JSON.stringify({ version: 3, checkpoint: { stack: `organization/${project}/${name}`, latest } });
  const stored: StoredStack = {
    create: async () => {
      await mkdir(folder, { recursive: true });
      await writeFile(path.join(backend, ".pulumi", "meta.yaml"), "version: 1\n");
      await writeFile(file, checkpoint());
    },
    configure: (values) => writeFile(path.join(dir, `Pulumi.${name}.yaml`), configurationText(values)),
    exported: async () => {
      const stored: unknown = JSON.parse(await readFile(file, "utf8"));
      const latest = isRecord(stored) && isRecord(stored["checkpoint"]) ? stored["checkpoint"]["latest"] : undefined;
      return { version: 3, deployment: latest ?? {} };
    },
    import: async (state) => {
      if (!isRecord(state)) throw new Error("Not a state");
      await writeFile(file, checkpoint(state["deployment"]));
    },
  };
  return stored;
};
