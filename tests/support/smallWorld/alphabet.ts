/** What can happen in the small world: a history is how the portals are found, and then commands, as plain data. */
import type { Found } from "./portals";
import { foundPortals, other, own, tokens } from "./portals";
import type { ProgramName } from "./programs";
import { programNamed, programs } from "./programs";

/** Who the default Provider is: a token, and the portal that the configuration names, if it names one. */
export const identities = {
  "111": { token: tokens.own, portalId: own, names: undefined },
  "111 by name": { token: tokens.own, portalId: own, names: own },
  "111 with a new token": { token: tokens.rotated, portalId: own, names: undefined },
  "222": { token: tokens.other, portalId: other, names: undefined },
  "222 by name": { token: tokens.other, portalId: other, names: other },
} as const;

export type IdentityName = keyof typeof identities;

/** What goes wrong at one request of a command. */
export const mishaps = ["503", "403", "answer lost", "killed before", "killed after"] as const;
export type Mishap = (typeof mishaps)[number];

export interface Trouble {
  /** 1 is the first request. */
  readonly at: number;
  readonly mishap: Mishap;
}

interface Manner {
  readonly as: IdentityName;
  readonly trouble?: Trouble;
  /** Reads of limits show none of its writes, and the next command's reads do not either. */
  readonly lags?: true;
}

export const drifts = [
  "the limit is changed",
  "the limit is removed",
  "another limit is set",
  "the label is removed",
  "the object is deleted",
  "the object is made anew",
] as const;
export type Drift = (typeof drifts)[number];

/** A command that may change something. */
export type Running =
  | (Manner & {
      readonly do: "up";
      readonly program: ProgramName;
      /** One resource at a time. */
      readonly parallel?: 1;
      /** Which of the requests that wait goes next, one choice after another; then the first one. @default as they come */
      readonly order?: ReadonlyArray<number>;
    })
  | (Manner & { readonly do: "refresh" })
  | (Manner & { readonly do: "destroy" });

export type Command =
  | Running
  | { readonly do: "preview"; readonly program: ProgramName; readonly as: IdentityName }
  | { readonly do: "somebody"; readonly that: Drift };

export interface History {
  readonly found: Found;
  readonly commands: ReadonlyArray<Command>;
}

/** What a history has gone through; what is broken in calm histories is broken in the others, too. */
export const circumstances = ["calm", "a mishap", "reads that lag"] as const;
export type Circumstances = (typeof circumstances)[number];

export const circumstancesOf = ({ commands }: History): Circumstances =>
  commands.some((command) => "lags" in command)
    ? "reads that lag"
    : commands.some((command) => "trouble" in command)
      ? "a mishap"
      : "calm";

/** Whether what is broken in one history explains that it is broken in another one. */
export const isGentler = (one: History, other: History): boolean =>
  circumstances.indexOf(circumstancesOf(one)) <= circumstances.indexOf(circumstancesOf(other));

const namesOf = <K extends string>(of: Readonly<Record<K, unknown>>): ReadonlyArray<K> => {
  const isName = (name: string): name is K => name in of;
  return Object.keys(of).filter(isName);
};

export const programNames: ReadonlyArray<ProgramName> = namesOf(programs);
export const identityNames: ReadonlyArray<IdentityName> = namesOf(identities);
export const foundNames: ReadonlyArray<Found> = namesOf(foundPortals);

/** What a history begins with: how the portals are found, and a program that is up, or none. */
export const beginnings: ReadonlyArray<History> = foundNames.flatMap((found) =>
  programNames.map((program): History => ({
    found,
    commands: programNamed(program).length === 0 ? [] : [{ do: "up", program, as: "111" }],
  })),
);

/** A command to which nothing happens. */
export const calmly: ReadonlyArray<Command> = [
  ...programNames.flatMap((program) => identityNames.map((as): Command => ({ do: "up", program, as }))),
  ...identityNames.map((as): Command => ({ do: "refresh", as })),
  ...identityNames.map((as): Command => ({ do: "destroy", as })),
  ...drifts.map((that): Command => ({ do: "somebody", that })),
];

/** Previews; they leave everything as it is. */
export const previews: ReadonlyArray<Command> = programNames.flatMap((program) =>
  identityNames.map((as): Command => ({ do: "preview", program, as })),
);

/** The commands of the first token, which meet troubles and reads that lag. */
export const troubled: ReadonlyArray<Running> = [
  ...programNames.map((program) => ({ do: "up", program, as: "111" }) as const),
  { do: "refresh", as: "111" },
  { do: "destroy", as: "111" },
];

/** A command with each mishap at each of its requests. */
export const withMishaps = (command: Running, requests: number, each: ReadonlyArray<Mishap>): ReadonlyArray<Command> =>
  Array.from({ length: requests }, (_, i) => i + 1).flatMap((at) =>
    each.map((mishap): Command => ({ ...command, trouble: { at, mishap } })),
  );

/** The programs whose resources are at work side by side. */
export const parallelPrograms = programNames.filter((name) => programNamed(name).length > 1);
