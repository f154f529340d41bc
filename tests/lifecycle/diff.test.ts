/** A diff compares meanings. It asks no portal: there is none here. */
import { expect } from "chai";
import * as E from "fp-ts/Either";
import { renderFailure } from "../../provider/failure";
import type { Properties } from "../../provider/lifecycle/resource";
import { UNKNOWN } from "../../provider/unknown";
import { checked } from "../support/inputs";
import { newProcess } from "../support/provider/process";

const nobody = { token: "none", handle: () => Promise.reject(new Error("a diff asks nobody")) };
const own = { category: "HUBSPOT_DEFINED", typeId: 279 };
const label = { category: "USER_DEFINED", typeId: 36 };
const limit = (type: typeof own, maxToObjectIds: number) => ({ ...type, maxToObjectIds });

interface Expected {
  readonly changes: boolean;
  readonly replaces: ReadonlyArray<string>;
}

describe("for a diff,", () => {
  const olds = { ...checked([limit(own, 5)]), resolved: [own], results: [], others: [], previous: [], portalId: 111 };
  const diff = (news: Properties, more: Properties = {}) =>
    newProcess(nobody).resource.diff("contacts/companies", { ...olds, ...more }, news);
  const home = (portalId: number, provider?: string, movedFrom?: number): Properties => ({
    __home: {
      portalId,
      credentials: "a digest",
      ...(provider === undefined ? {} : { provider }),
      ...(movedFrom === undefined ? {} : { movedFrom }),
    },
  });
  const five = checked([limit(own, 5)]);
  const verdict = ({ changes, replaces }: Expected): string =>
    replaces.length > 0 ? "is a replacement" : changes ? "is a change" : "is no change";
  const same = { changes: false, replaces: [] };
  const changed = { changes: true, replaces: [] };

  const table: ReadonlyArray<readonly [string, ReturnType<typeof diff>, Expected]> = [
    ["what says the same as the state", diff(checked([limit(own, 5)])), same],
    [
      "another way to write the same",
      diff(checked([{ unlabeled: true, maxToObjectIds: 5 }], { fromObjectType: "0-1" })),
      same,
    ],
    ["another number", diff(checked([limit(own, 6)])), changed],
    ["another onDelete", diff(checked([limit(own, 5)], { onDelete: "purge" })), changed],
    ["another pair", diff(checked([], { fromObjectType: "deals" })), { changes: true, replaces: ["fromObjectType"] }],
    [
      "the other direction",
      diff(checked([], { fromObjectType: "companies", toObjectType: "contacts" })),
      { changes: true, replaces: ["fromObjectType", "toObjectType"] },
    ],
    ["an object type that is not known yet", diff(checked([limit(own, 5)], { toObjectType: UNKNOWN })), changed],
    ["a list of limits that is not known yet", diff(checked(UNKNOWN)), changed],
    ["a number that is not known yet", diff(checked([{ ...own, maxToObjectIds: UNKNOWN }])), changed],
    [
      "the portal of another Provider",
      diff({ ...five, ...home(222, "eu", 111) }, home(111)),
      { changes: true, replaces: ["portalId"] },
    ],
    ["the same portal by another Provider", diff({ ...five, ...home(111, "eu") }, home(111)), same],
    ["the same portal, where the state has no home yet", diff({ ...five, ...home(111) }), same],
    ["a state without a portal", diff({ ...five, ...home(222) }, { portalId: undefined }), same],
    [
      "an undeclared limit of an authoritative pair",
      diff(checked([limit(own, 5)], { authoritative: true }), { authoritative: true, others: [label] }),
      changed,
    ],
    ["an undeclared limit of any other pair", diff(checked([limit(own, 5)]), { others: [label] }), same],
    ["a state that cannot be read", diff(checked([limit(own, 5)]), { limits: 5 }), changed],
  ];
  for (const [what, actual, expected] of table) {
    it(`${what} ${verdict(expected)}`, () => expect(actual).to.deep.equal(E.right(expected)));
  }

  for (const [what, old] of [
    ["under the same Provider", home(111)],
    ["where the state does not tell the Provider", {}],
  ] as const)
    it(`another portal ${what} is refused, and no replacement`, () => {
      const answer = diff({ ...five, ...home(222) }, old);
      expect(E.isLeft(answer) ? renderFailure(answer.left) : answer.right).to.deep.equal([
        "the token of the stack configuration (hubspot:accessToken) belongs to portal 222, but this resource lives in portal 111, and a stack does not move to another portal; give the token of that portal, select its stack, or give the resource another hubspot.Provider; nothing was read or written",
      ]);
    });
});
