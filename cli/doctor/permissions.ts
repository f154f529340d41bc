/** What the token may read, as far as reading tells: each read is tried once. What it may write is not tried. */
import * as E from "fp-ts/Either";
import { mendOf, told, whyNotOpened } from "./failed";
import type { Facts, Probes } from "./facts";
import type { Result } from "./result";
import { notChecked, ok, problem, unknown, warning } from "./result";

interface Meaning {
  readonly fine: (count: number) => string;
  /** What does not work for a token that may not read this. */
  readonly without: string;
  /** Whether it goes on in another way then. */
  readonly canDoWithout: boolean;
}

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

const meanings: Readonly<Record<keyof Probes, Meaning>> = {
  limits: {
    fine: (count) => `readable, ${counted(count, "limit", "limits")}`,
    without: "no limit can be previewed, set, refreshed or generated",
    canDoWithout: false,
  },
  labels: {
    fine: (count) => `readable, ${counted(count, "association type", "association types")} from contacts to companies`,
    without: "labels, and limits by a label's text, cannot be managed or generated",
    canDoWithout: false,
  },
  customObjects: {
    fine: (count) => `readable, ${counted(count, "type", "types")}`,
    without:
      "programs cannot call custom objects by their plain names, and generate knows neither those nor the internal names of labels",
    canDoWithout: true,
  },
  tracking: {
    fine: (count) => `readable, ${counted(count, "directed pair", "directed pairs")} with labels`,
    without:
      "generate and snapshot find labels by asking pair by pair, which takes more requests, and audit cannot tell usage",
    canDoWithout: true,
  },
};

/** Whether the token may read one of the things that the command and the provider read. */
export const checkReading =
  (what: keyof Probes) =>
  (facts: Facts): Result => {
    const { opening } = facts;
    if (opening._tag !== "Opened") return notChecked(whyNotOpened(facts));
    const probe = opening.probes[what];
    const { fine, without, canDoWithout } = meanings[what];
    if (E.isRight(probe)) return ok(fine(probe.right));
    const error = probe.left;
    const complain = canDoWithout && error._tag === "MissingScopes" ? warning : problem;
    return complain(`${told(error)}; without it ${without}`, mendOf(error, facts));
  };

export const checkWriting = (): Result =>
  unknown(
    "not tried, because nothing but writing would tell; a scope that is missing is named when pulumi up needs it",
  );
