/** Waiting for what other resources of the run do to labels. */
import type { Context } from "../portals";

/** So often something is looked at again, a second apart where nothing is heard of labels. */
export const mostWaits = 60;
const waitMs = 1_000;

/** Begins to listen, and gives what ends with the next news of labels, or after a second without. */
export const listen = ({ claims, runtime }: Context): (() => Promise<void>) => {
  const heard = claims.labels.next();
  return () => Promise.race([heard, runtime.sleep(waitMs)()]);
};
