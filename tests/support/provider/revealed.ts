/** What holds secrets, as tests compare it: with the texts themselves. */

const isSecret = (value: object): value is { readonly reveal: () => string } =>
  "reveal" in value && typeof value.reveal === "function";

/** A copy in which each secret is `secret: …`. */
export const revealed = (value: unknown): unknown => {
  if (typeof value !== "object" || value === null) return value;
  if (isSecret(value)) return `secret: ${value.reveal()}`;
  if (Array.isArray(value)) return value.map(revealed);
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, revealed(part)]));
};
