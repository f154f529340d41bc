/** What a comparison cannot vouch for, since a side does not tell it. */
import type { Side } from "./table";

export const notes = ({ name, content }: Side): ReadonlyArray<string> => {
  const nameless = content.labels.filter((label) => label.name === undefined).length;
  return [
    ...content.leftOut.map(({ what, why }) => `note: left out of ${name}, so not compared: ${what} (${why})`),
    ...(nameless === 0
      ? []
      : [`note: ${name} does not tell the internal names of ${nameless} of its labels, so those are not compared`]),
  ];
};
