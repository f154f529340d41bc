/** Faults that a test of a client needs again and again: answers that are well-formed, and mean harm. */
import type { StatusFault } from "./faults";

const polluted = '{"polluted":true}';

/**
 * Ready-made faults for `sandbox.faults`.
 *
 * @example
 * ```ts
 * sandbox.faults([{ match: { path: "/all$" }, fault: hostileAnswers.redirect("https://elsewhere.example") }]);
 * ```
 */
export const hostileAnswers = {
  /** Sends the client elsewhere; whoever follows may take the token along. @param status such as 301 or 307 */
  redirect: (location: string, status = 302): StatusFault => ({ status, headers: { location } }),

  /** Lists within lists, in the place of a limit. */
  deeplyNested: (depth = 100_000): StatusFault => ({
    status: 200,
    body: `{"results":[${"[".repeat(depth)}${"]".repeat(depth)}]}`,
  }),

  /** A limit of contacts to companies, under and beside keys that reach the prototypes of whoever merges them. */
  prototypeKeys: (): StatusFault => ({
    status: 200,
    body:
      `{"__proto__":${polluted},"constructor":{"prototype":${polluted}},"results":[{"__proto__":${polluted},` +
      `"constructor":{"prototype":${polluted}},"category":"HUBSPOT_DEFINED","typeId":279,` +
      `"userEnforcedMaxToObjectIds":5}]}`,
  }),

  /** A refusal whose words clear the screen, name the window, colour what follows, and begin lines of their own. */
  terminalEscapes: (status = 400): StatusFault => ({
    status,
    body: {
      status: "error",
      message: "\u001b[2J\u001b]0;owned\u0007\u001b[31mall is well\r\nerror: \u009b1mlook here\u0000\u0008",
      correlationId: "\u001b[8mhidden",
    },
  }),
};
