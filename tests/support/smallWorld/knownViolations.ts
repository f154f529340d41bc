/**
 * The laws that today's code breaks, each with the shortest history that shows it. A violation that is not among them
 * makes the small world fail, and so does one of them that is mended: then it leaves this list.
 */
import type { Command, IdentityName } from "./alphabet";
import type { ProgramName } from "./programs";
import type { Known } from "./report";

const up = (program: ProgramName, as: IdentityName = "111"): Command => ({ do: "up", program, as });
const preview = (program: ProgramName, as: IdentityName): Command => ({ do: "preview", program, as });

export const knownViolations: ReadonlyArray<Known> = [
  {
    law: 1,
    what: "a refresh with nothing in its way fails",
    history: {
      found: "plain",
      commands: [up("all of car"), { do: "somebody", that: "the object is made anew" }, { do: "refresh", as: "111" }],
    },
  },
  {
    law: 2,
    what: "the same limits is replaced",
    history: {
      found: "plain",
      commands: [
        up("two limits on car"),
        { do: "up", program: "both on 2-123", as: "111", trouble: { at: 7, mishap: "403" } },
        up("a limit on car"),
      ],
    },
  },
  {
    law: 2,
    what: "the same limits is replaced with another portal's token",
    history: { found: "plain", commands: [up("a limit on 2-123"), up("a limit on car", "222 by name")] },
  },
  {
    law: 2,
    what: "the same label is replaced with another portal's token",
    history: { found: "plain", commands: [up("a label on 2-123"), up("a label on car", "222 by name")] },
  },
  {
    law: 3,
    what: "another spelling changes the portal",
    history: { found: "plain", commands: [up("a label among cars"), up("a label among cars, turned")] },
  },
  {
    law: 3,
    what: "another spelling writes",
    history: { found: "plain", commands: [up("a label among cars"), up("a label among cars, turned")] },
  },
  {
    law: 6,
    what: "two resources on one pair pass",
    history: { found: "plain", commands: [up("a limit on 2-123 and one on car")] },
  },
  {
    law: 6,
    what: "two resources on one pair are refused after something was written",
    history: { found: "plain", commands: [up("a limit on 2-123 and one on car")] },
  },
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
    law: 10,
    what: "the same program again asks",
    history: { found: "plain", commands: [up("a limit on 2-123"), up("a limit on car")] },
  },
  {
    law: 11,
    what: "an up with another portal's token passes",
    history: { found: "plain", commands: [up("a limit on car"), up("a limit on car", "222")] },
  },
  {
    law: 11,
    what: "an up with another portal's token asks that portal",
    history: { found: "plain", commands: [up("a limit on 2-123"), up("a limit on 2-123", "222 by name")] },
  },
  {
    law: 11,
    what: "an up with another portal's token writes",
    history: { found: "plain", commands: [up("a limit on 2-123"), up("a limit on car", "222 by name")] },
  },
  {
    law: 11,
    what: "a preview with another portal's token passes",
    history: { found: "plain", commands: [up("a limit on car"), preview("a limit on car", "222")] },
  },
  {
    law: 11,
    what: "a preview with another portal's token asks that portal",
    history: { found: "plain", commands: [up("a limit on 2-123"), preview("a limit on 2-123", "222 by name")] },
  },
  {
    law: 11,
    what: "a resource that is given another Provider stays",
    history: { found: "plain", commands: [up("a limit on car"), up("a limit on car in 222")] },
  },
  {
    law: 11,
    what: "a resource that is given another Provider fails",
    history: { found: "plain", commands: [up("a limit on 2-123"), up("a limit on car in 222")] },
  },
];
