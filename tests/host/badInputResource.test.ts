/**
 * What a program may get wrong in one resource: each mistake is a failure at preview that says where it stands, what
 * stands there and what to write instead, and the portal is not even asked.
 */
import { expect } from "chai";
import type { Sandbox } from "../../sandbox";
import { closeAll } from "../support/closeAll";
import { openSandbox } from "../support/sandbox";
import type { Host, Properties } from "./harness";
import { startHost } from "./harness";
import { configurationFor } from "./support/scene";
import { declared, ofLabel, ofType, succeeded, unlabeled } from "./support/values";

const pair = "contacts/companies";
const ways =
  "write { unlabeled: true, maxToObjectIds }, { label, maxToObjectIds } or { category, typeId, maxToObjectIds }";
const whole = "whole number from 1 to 2147483647";
const howMany = "write how many records of the to type one record of the from type may have";
const categories = '"HUBSPOT_DEFINED", "INTEGRATOR_DEFINED", "USER_DEFINED", "WORK"';
const custom = "write a name such as contacts; a custom object by its name (car), or as 2-1234567 or p1234567_car";
const one = [unlabeled(5)];

/** What is wrong, the inputs, and everything that the user reads. */
type Mistake = readonly [what: string, inputs: Properties, ...messages: ReadonlyArray<string>];

const numbers: ReadonlyArray<Mistake> = [
  ...[0, -1, 1.5, 2 ** 31, NaN, Infinity, null, true, "many", "", "1e3", "0", [3]].map((value): Mistake => {
    const shown = typeof value === "number" ? String(value) : JSON.stringify(value);
    return [
      `of ${shown}`,
      declared(pair, [unlabeled(value)]),
      `limits[0].maxToObjectIds: ${shown} is not a ${whole}; ${howMany}`,
    ];
  }),
  [
    "in quotes",
    declared(pair, [unlabeled("3")]),
    `limits[0].maxToObjectIds: "3" is not a ${whole}; write 3 without quotes`,
  ],
  ["that is missing", declared(pair, [{ unlabeled: true }]), `limits[0].maxToObjectIds: missing; ${howMany}`],
];

const types: ReadonlyArray<Mistake> = [
  [
    "without a category",
    declared(pair, [{ typeId: 279, maxToObjectIds: 1 }]),
    `limits[0].category: missing; write one of ${categories}`,
  ],
  [
    "of a category that does not exist",
    declared(pair, [{ category: "CUSTOM", typeId: 279, maxToObjectIds: 1 }]),
    `limits[0].category: "CUSTOM" is none of ${categories}`,
  ],
  [
    "of a misspelt category",
    declared(pair, [{ category: "hubspot_defined", typeId: 279, maxToObjectIds: 1 }]),
    `limits[0].category: "hubspot_defined" is none of ${categories}; did you mean "HUBSPOT_DEFINED"?`,
  ],
  [
    "without an id",
    declared(pair, [{ category: "USER_DEFINED", maxToObjectIds: 1 }]),
    "limits[0].typeId: missing; write the id of the association type",
  ],
  [
    "by an id in quotes",
    declared(pair, [ofType("279", 1)]),
    `limits[0].typeId: "279" is not a ${whole}; write 279 without quotes`,
  ],
  [
    "named twice",
    declared(pair, [ofType(1, 2), unlabeled(5), ofType(279, 5)]),
    'limits[2]: HUBSPOT_DEFINED 279 ("Contact to company") stands in limits[1] already; remove one of the two',
  ],
  [
    "of the other direction",
    declared(pair, [ofType(280, 1)]),
    'limits[0].typeId: HUBSPOT_DEFINED 280 is "Company to contact", not contacts to companies; write 279 ("Contact to company")',
  ],
  [
    "of the other direction, for which the label has another id",
    declared("companies/contacts", [ofType(931, 1)]),
    'limits[0].typeId: HUBSPOT_DEFINED 931 is "Billing contact to company", not companies to contacts; write 930 ("Company to billing contact")',
  ],
  [
    "of the other direction, without a counterpart",
    declared(pair, [ofType(2, 1)]),
    'limits[0].typeId: HUBSPOT_DEFINED 2 is "Company to primary contact", not contacts to companies; this pair has 1 ("Contact to primary company"), 279 ("Contact to company"), 931 ("Billing contact to company")',
  ],
  [
    "of another pair",
    declared("deals/companies", [ofType(279, 1)]),
    'limits[0].typeId: HUBSPOT_DEFINED 279 is "Contact to company", not deals to companies; this pair has 5 ("Deal to primary company"), 341 ("Deal to company")',
  ],
  [
    "of another pair than that of a custom object",
    declared("contacts/2-123", [ofType(279, 1)]),
    'limits[0].typeId: HUBSPOT_DEFINED 279 is "Contact to company", not contacts to 2-123; write the category and typeId of a type that the portal itself has there',
  ],
  [
    "whose limit is above the pair's",
    declared(pair, [unlabeled(5), ofType(1, 6), ofLabel(37, 7)]),
    'limits[1].maxToObjectIds: 6 for HUBSPOT_DEFINED 1 ("Contact to primary company") is more than the 5 that limits[0] allows for the pair as a whole; lower it, or raise limits[0]',
    "limits[2].maxToObjectIds: 7 for USER_DEFINED 37 is more than the 5 that limits[0] allows for the pair as a whole; lower it, or raise limits[0]",
  ],
];

const selectors: ReadonlyArray<Mistake> = [
  [
    "two selectors",
    declared(pair, [{ unlabeled: true, category: "HUBSPOT_DEFINED", typeId: 279, maxToObjectIds: 1 }]),
    'limits[0]: names its association type more than once, by { unlabeled: true } and by { category: "HUBSPOT_DEFINED", typeId: 279 }; keep one of them',
  ],
  [
    "none",
    declared(pair, [{ maxToObjectIds: 1 }]),
    `limits[0]: {"maxToObjectIds":1} names no association type; ${ways}`,
  ],
  [
    "one that says no",
    declared(pair, [{ unlabeled: false, maxToObjectIds: 1 }]),
    `limits[0].unlabeled: false names no association type; ${ways}`,
  ],
  [
    "a misspelt one",
    declared(pair, [{ lable: "Primary", maxToObjectIds: 1 }]),
    'limits[0].lable: there is no such key (its value is "Primary"); did you mean "label"?',
  ],
  [
    "a misspelt id",
    declared(pair, [{ category: "HUBSPOT_DEFINED", typeID: 279, maxToObjectIds: 1 }]),
    'limits[0].typeID: there is no such key (its value is 279); did you mean "typeId"?',
  ],
  [
    "a misspelt number",
    declared(pair, [{ unlabeled: true, maxToObjectId: 1 }]),
    'limits[0].maxToObjectId: there is no such key (its value is 1); did you mean "maxToObjectIds"?',
  ],
  ["no keys at all", declared(pair, [5]), `limits[0]: 5 is no limit; ${ways}`],
];

const resources: ReadonlyArray<Mistake> = [
  [
    "an object type that can be none",
    declared("contacts-and-more/companies", one),
    `fromObjectType: "contacts-and-more" is none of HubSpot's object types; ${custom}`,
  ],
  [
    "an empty object type",
    declared("/companies", one),
    'fromObjectType: "" is no object type; write for example "contacts"',
  ],
  [
    "no object type",
    { toObjectType: "companies", limits: one },
    'fromObjectType: missing; write for example "contacts"',
  ],
  [
    "no limits at all",
    { fromObjectType: "contacts", toObjectType: "companies" },
    "limits: missing; write for example [{ unlabeled: true, maxToObjectIds: 5 }]",
  ],
  [
    "an empty list of limits",
    declared(pair, []),
    "limits: [] declares nothing; add a limit, or set authoritative: true so that the pair has none",
  ],
  [
    "one limit without its list",
    declared(pair, unlabeled(5)),
    'limits: {"maxToObjectIds":5,"unlabeled":true} is no list; write for example [{ unlabeled: true, maxToObjectIds: 5 }]',
  ],
  [
    "a key that does not exist",
    declared(pair, one, { onDestroy: "purge" }),
    'onDestroy: there is no such key (its value is "purge"); the keys here are fromObjectType, toObjectType, limits, authoritative, onCreate, onDelete',
  ],
  [
    "a value that does not exist",
    declared(pair, one, { onCreate: "overwrite", onDelete: "purged" }),
    'onCreate: "overwrite" is none of "adopt", "fail"',
    'onDelete: "purged" is none of "restore", "purge"; did you mean "purge"?',
  ],
  [
    "a truth in quotes",
    declared(pair, one, { authoritative: "true" }),
    'authoritative: "true" is neither true nor false; write true without quotes',
  ],
  [
    "everything at once",
    declared("contacts!/companies", [ofType(279, 0), { typeId: "x" }, { lable: 1 }], { onCreate: "x" }),
    `fromObjectType: "contacts!" is none of HubSpot's object types; ${custom}`,
    `limits[0].maxToObjectIds: 0 is not a ${whole}; ${howMany}`,
    `limits[1].category: missing; write one of ${categories}`,
    `limits[1].typeId: "x" is not a ${whole}; write the id of the association type`,
    `limits[1].maxToObjectIds: missing; ${howMany}`,
    'limits[2].lable: there is no such key (its value is 1); did you mean "label"?',
    'onCreate: "x" is none of "adopt", "fail"',
  ],
];

describe("a mistake in a resource", () => {
  let sandbox: Sandbox;
  let host: Host;
  before(async () => {
    sandbox = await openSandbox();
    host = await startHost({ config: configurationFor(sandbox) });
  });
  after(() => closeAll([host.stop, sandbox.close]));

  const table = {
    "a number": numbers,
    "an association type": types,
    "a limit with": selectors,
    "a resource with": resources,
  };
  for (const [whose, mistakes] of Object.entries(table)) {
    for (const [what, inputs, ...messages] of mistakes) {
      it(`${whose} ${what}`, async () => {
        const { failures } = succeeded(await host.check({}, inputs));
        expect(failures.map(({ reason }) => reason)).to.deep.equal(messages);
        expect([sandbox.requests(), host.logged(), host.printed()]).to.deep.equal([[], [], ""]);
      });
    }
  }

  it("is refused by create as well, for who has skipped the preview", async () => {
    expect(await host.create(declared(pair, [ofType(280, 0)]))).to.deep.equal({
      error: `limits[0].maxToObjectIds: 0 is not a ${whole}; ${howMany}`,
      code: "UNKNOWN",
    });
    expect(sandbox.requests()).to.deep.equal([]);
  });
});
