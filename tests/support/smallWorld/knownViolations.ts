/**
 * The laws that today's code breaks, each with the shortest history that shows it. A violation that is not among them
 * makes the small world fail, and so does one of them that is mended: then it leaves this list.
 */
import type { Command, IdentityName } from "./alphabet";
import type { ProgramName } from "./programs";
import type { Known } from "./report";

const up = (program: ProgramName, as: IdentityName = "111"): Command => ({ do: "up", program, as });

export const knownViolations: ReadonlyArray<Known> = [
  {
    law: 7,
    what: "previous is our own number",
    history: {
      found: "plain",
      commands: [
        up("two limits on car"),
        { do: "up", program: "a limit on car", as: "111", lags: true },
        up("two limits on car"),
      ],
    },
  },
  {
    law: 9,
    what: "a refresh ends well, and a number of ours stands that no state tells of",
    history: {
      found: "plain",
      commands: [
        { do: "up", program: "a limit on car", as: "111", lags: true },
        { do: "refresh", as: "111" },
      ],
    },
  },
  {
    law: 6,
    what: "two resources on one pair are refused after something was written",
    history: { found: "plain", commands: [up("a limit on 2-123 and one on car")] },
  },
];
