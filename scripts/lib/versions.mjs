// @ts-check
/**
 * Reading and comparing version numbers, as `node`, `go` and `pulumi` print them.
 */

/** @typedef {readonly [major: number, minor: number, patch: number]} Version */

/**
 * The first version number in `text`: `v3.259.0`, `go version go1.26.8 linux/amd64`, `go1.26`.
 * A pre-release counts as older than its release, so `3.254.0-beta.1` reads as `[3, 253, Infinity]`.
 * @param {string} text
 * @returns {Version | undefined}
 */
export const parseVersion = (text) => {
  const found = /(\d+)\.(\d+)(?:\.(\d+))?(-[0-9A-Za-z]|(?:rc|beta)\d)?/.exec(text);
  if (found === null) return undefined;
  const [major, minor, patch] = [Number(found[1]), Number(found[2]), Number(found[3] ?? 0)];
  if (found[4] === undefined) return [major, minor, patch];
  return patch > 0 ? [major, minor, patch - 1] : [major, minor - 1, Infinity];
};

/**
 * @param {Version} version
 * @param {Version} minimum
 */
export const isAtLeast = (version, minimum) => {
  for (const i of /** @type {const} */ ([0, 1, 2])) {
    if (version[i] !== minimum[i]) return version[i] > minimum[i];
  }
  return true;
};
