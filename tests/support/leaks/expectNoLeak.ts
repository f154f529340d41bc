/** The end of every scene and story: no secret stands in anything that it printed or left behind. */
import { note } from "./notes";
import type { Evidence, Leak } from "./search";
import { searchFor } from "./search";
import type { Secret } from "./secret";
import { distinct, shown } from "./secret";

/** How the message of a leak begins. */
export const leaked = "A secret has leaked";

/** Where a leak is, without the secret. */
export const showLeak = ({ secret, form, where, at }: Leak): string =>
  `${shown(secret)}, ${form}, in ${where} at byte ${at}`;

/** Throws where a secret is found, and says which one, in which form and where. */
export const expectNoLeak = async (
  secrets: ReadonlyArray<Secret>,
  evidence: Iterable<Evidence> | AsyncIterable<Evidence>,
): Promise<void> => {
  if (secrets.length === 0) return;
  const search = searchFor(secrets);
  const leaks: Array<Leak> = [];
  let bytes = 0;
  for await (const each of evidence) {
    bytes += each.bytes.length;
    leaks.push(...search(each));
  }
  note({ secrets: distinct(secrets), bytes });
  if (leaks.length > 0) throw new Error([`${leaked}:`, ...leaks.map(showLeak)].join("\n  "));
};
