/** What the resources of one program may get wrong together: told at preview, by the one that comes second. */
import { expect } from "chai";
import type { Properties } from "./harness";
import { scenes } from "./support/scene";
import { declared, ofType, succeeded, unlabeled } from "./support/values";

const pair = "contacts/companies";

describe("two resources of one program", () => {
  const begin = scenes();

  const table: ReadonlyArray<readonly [what: string, first: Properties, second: Properties, ...ReadonlyArray<string>]> =
    [
      [
        "on one directed pair",
        declared(pair, [unlabeled(5)]),
        declared("0-1/0-2", [ofType(1, 1)]),
        "limits: another resource of this program declares contacts/companies too; put all its limits into one resource",
      ],
      [
        "on one directed pair, of which one is authoritative",
        declared(pair, [unlabeled(5)], { authoritative: true }),
        declared(pair, [unlabeled(5)]),
        "limits: another resource of this program declares contacts/companies too; put all its limits into one resource",
      ],
    ];
  for (const [what, first, second, ...messages] of table) {
    it(`are refused ${what}`, async () => {
      const { host, writes } = await begin();
      expect(succeeded(await host.check({}, first)).failures).to.deep.equal([]);
      expect(succeeded(await host.check({}, second)).failures.map(({ reason }) => reason)).to.deep.equal(messages);
      expect(writes()).to.deep.equal([]);
    });
  }

  it("are right on the two directions of a pair", async () => {
    const { host } = await begin();
    for (const of of [pair, "companies/contacts"])
      expect(succeeded(await host.check({}, declared(of, [unlabeled(5)]))).failures).to.deep.equal([]);
  });
});
