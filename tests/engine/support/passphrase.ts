/**
 * Pulumi's encryption by a passphrase, done here as the CLI does it: stacks are configured, and secrets of their states
 * read, without launching it. That it is right is shown by the engine, which decrypts a stack's configuration.
 */
import { createCipheriv, createDecipheriv, pbkdf2Sync, randomBytes } from "node:crypto";

/** The states of earlier releases are encrypted with it, so it never changes. */
export const passphrase = "passphrase of a test";

const salt = randomBytes(8);

let key: Buffer | undefined;

/** Deriving it takes a good part of a second, so it is done once a process. */
const keyOfAll = (): Buffer => (key ??= pbkdf2Sync(passphrase, salt, 1_000_000, 32, "sha256"));

/** A text as it stands in configurations and states: `v1:<nonce>:<encrypted, with its tag>`. */
export const encrypt = (text: string): string => {
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", keyOfAll(), nonce);
  const encrypted = Buffer.concat([cipher.update(text, "utf8"), cipher.final(), cipher.getAuthTag()]);
  return `v1:${nonce.toString("base64")}:${encrypted.toString("base64")}`;
};

/** Rejects what another passphrase or salt has encrypted. */
export const decrypt = (encrypted: string): string => {
  const [, nonce = "", text = ""] = encrypted.split(":");
  const bytes = Buffer.from(text, "base64");
  const decipher = createDecipheriv("aes-256-gcm", keyOfAll(), Buffer.from(nonce, "base64"));
  decipher.setAuthTag(bytes.subarray(-16));
  return decipher.update(bytes.subarray(0, -16), undefined, "utf8") + decipher.final("utf8");
};

/** What says in a stack's configuration which passphrase and salt are meant. */
export const encryptionSalt = (): string => `v1:${salt.toString("base64")}:${encrypt("pulumi")}`;
