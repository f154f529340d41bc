/** Version numbers as `node`, npm packages and the Pulumi CLI print them. */

export type Version = readonly [major: number, minor: number, patch: number];

/** The first version in a text; a pre-release counts as a little older than its release. */
export const parseVersion = (text: string): Version | undefined => {
  const [whole, major, minor, patch, before] = /(\d+)\.(\d+)\.(\d+)(-[0-9A-Za-z])?/.exec(text) ?? [];
  if (whole === undefined) return undefined;
  return [Number(major), Number(minor), Number(patch) - (before === undefined ? 0 : 0.5)];
};

export const isAtLeast = (version: Version, least: Version): boolean => {
  const difference = version.map((part, i) => part - (least[i] ?? 0)).find((part) => part !== 0);
  return difference === undefined || difference > 0;
};
