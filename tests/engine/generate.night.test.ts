/** The same as `generate.test.ts` with a portal of some eighteen hundred labels and limits. */
import { existingPortals } from "./support/existingPortal";

describe("a large existing portal", function () {
  this.timeout(1_500_000);
  const { comesInAndIsLeft } = existingPortals();

  it("of the seed large comes in without a difference, changes as its program does, and is left as it was", () =>
    comesInAndIsLeft({ seed: "large", by: "hand", resources: 1_797, most: 1_000 + 32 + 5 }));
});
