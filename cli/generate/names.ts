/** Names for resources and labels: readable, and each once. */

type Separator = "-" | "_";

/** A text in small letters, digits and one separator; empty where it has none of them. */
export const slug = (text: string, separator: Separator): string =>
  text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/\p{M}+/gu, "")
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== "")
    .join(separator);

export interface Names {
  /** From now on this name is taken. */
  readonly take: (name: string) => void;
  /** The name itself, or with the first number behind it that is free; taken from now on. */
  readonly free: (name: string) => string;
}

export const newNames = (separator: Separator): Names => {
  const taken = new Set<string>();
  return {
    take: (name) => void taken.add(name),
    free: (name) => {
      let candidate = name;
      for (let i = 2; taken.has(candidate); i += 1) candidate = `${name}${separator}${i}`;
      taken.add(candidate);
      return candidate;
    },
  };
};
