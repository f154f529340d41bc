/**
 * Searching bytes for secrets in all their forms, in one pass whatever their number. A line that was cut off may show
 * half a secret, so what is looked for is each half of a long one.
 */
import { formsOf } from "./forms";
import type { Secret } from "./secret";
import { distinct, shortest } from "./secret";

/** Bytes that were written or printed, and what they are, such as `program/index.js`. */
export interface Evidence {
  readonly where: string;
  readonly bytes: Buffer;
}

/** A secret that was found, the first time in each form and place. */
export interface Leak {
  readonly secret: Secret;
  readonly form: string;
  readonly where: string;
  /** How many bytes stand before it. */
  readonly at: number;
}

/** Gives the secrets that stand in some bytes. */
export type Search = (evidence: Evidence) => ReadonlyArray<Leak>;

interface Needle {
  readonly secret: Secret;
  readonly form: string;
  readonly bytes: Buffer;
}

const piecesOf = (text: string): ReadonlyArray<string> => {
  if (text.length < shortest) throw new Error(`A secret of ${text.length} characters is too short to be searched for`);
  const half = Math.floor(text.length / 2);
  return half < shortest ? [text] : [text.slice(0, half), text.slice(half)];
};

const needlesOf = (secret: Secret): ReadonlyArray<Needle> =>
  piecesOf(secret.text)
    .flatMap(formsOf)
    .flatMap(({ form, texts }) => texts.map((text) => ({ secret, form, bytes: Buffer.from(text) })));

/** Four bytes as one number, which a single bitwise step brings forward by a byte. */
const after = (previous: number, byte: number): number => (previous << 8) | byte;
const startOf = (bytes: Buffer): number => bytes.subarray(0, 4).reduce(after, 0);

/** Prepares a search. Throws where a secret is too short for one. */
export const searchFor = (secrets: ReadonlyArray<Secret>): Search => {
  const needles = new Map<number, Array<Needle>>();
  for (const secret of distinct(secrets)) {
    for (const needle of needlesOf(secret)) {
      const start = startOf(needle.bytes);
      const others = needles.get(start);
      if (others === undefined) needles.set(start, [needle]);
      else others.push(needle);
    }
  }
  return ({ where, bytes }) => {
    const found = new Map<string, Leak>();
    let four = 0;
    for (let i = 0; i < bytes.length; i++) {
      four = after(four, bytes[i] ?? 0);
      const at = i - 3;
      for (const { secret, form, bytes: wanted } of (at < 0 ? undefined : needles.get(four)) ?? []) {
        if (!bytes.subarray(at, at + wanted.length).equals(wanted)) continue;
        const key = JSON.stringify([secret.text, form]);
        if (!found.has(key)) found.set(key, { secret, form, where, at });
      }
    }
    return [...found.values()];
  };
};
