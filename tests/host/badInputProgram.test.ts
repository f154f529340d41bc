/** What the resources of one program may get wrong together: told at preview, by the one that comes second. */
import { expect } from "chai";
import type { Properties } from "./harness";
import { scenes } from "./support/scene";
import { declared, ofType, succeeded, unlabeled } from "./support/values";

const pair = "contacts/companies";
const own = 'HUBSPOT_DEFINED 279 ("Contact to company")';

describe("two resources of one program", () => {
  const begin = scenes();

  const table: ReadonlyArray<readonly [what: string, first: Properties, second: Properties, ...ReadonlyArray<string>]> =
    [
      [
        "that set one type to two values",
        declared(pair, [unlabeled(5)]),
        declared("0-1/0-2", [ofType(1, 1), ofType(279, 6)]),
        `limits[1]: ${own} of contacts/companies is 6 here and 5 in another resource of this program; declare it once`,
      ],
      [
        "of which the first is authoritative for the pair that the second names",
        declared(pair, [unlabeled(5)], { authoritative: true }),
        declared(pair, [ofType(1, 1)]),
        "limits: another resource of this program claims all of contacts/companies (authoritative: true); move these limits there",
      ],
      [
        "of which the second is authoritative for the pair that the first names",
        declared(pair, [ofType(1, 1)]),
        declared(pair, [unlabeled(5)], { authoritative: true }),
        "authoritative: true claims all of contacts/companies, and another resource of this program names that pair too; put all its limits into one resource",
      ],
    ];
  for (const [what, first, second, ...messages] of table) {
    it(what, async () => {
      const { host, writes } = await begin();
      expect(succeeded(await host.check({}, first)).failures).to.deep.equal([]);
      expect(succeeded(await host.check({}, second)).failures.map(({ reason }) => reason)).to.deep.equal(messages);
      expect(writes()).to.deep.equal([]);
    });
  }

  it("that share a pair and no type are right", async () => {
    const { host } = await begin();
    for (const limit of [unlabeled(5), ofType(1, 1)])
      expect(succeeded(await host.check({}, declared(pair, [limit]))).failures).to.deep.equal([]);
  });
});
