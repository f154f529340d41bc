/** What a command says beside its progress, as a user reads it. */

/** The lines of a command's diagnostics, without the progress above them. */
export const diagnostics = (output: string): ReadonlyArray<string> =>
  (/^Diagnostics:\n([^]*?)\n(?:Outputs|Resources):/m.exec(output)?.[1] ?? "")
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");

/** What is wrong with the resources of a program: `decided: limits[0].label: …`. */
export const problems = (output: string): ReadonlyArray<string> =>
  diagnostics(output).flatMap((line) => {
    const [, name, problem] = /^error: \S+ resource '([^']+)' has a problem: (.*)$/.exec(line) ?? [];
    return name === undefined || problem === undefined ? [] : [`${name}: ${problem}`];
  });
