import { expect } from "chai";
import * as E from "fp-ts/Either";
import * as O from "fp-ts/Option";
import type { Configuration } from "../../../provider/configuration";
import type { Failure } from "../../../provider/failure";
import type { Fate } from "../../../provider/lifecycle/fate";
import { whatBecomes } from "../../../provider/lifecycle/fate";
import type { Home, Lived, Turning } from "../../../provider/lifecycle/home";
import type { Context } from "../../../provider/portals";
import { newContext } from "../../../provider/portals";
import { secret } from "../../../provider/secret";
import { testRuntime } from "../../support/provider/runtime";

const source = { _tag: "StackConfiguration" } as const;
const configuration: Configuration = {
  apiVersion: "v4",
  requestsPerTenSeconds: Infinity,
  requestTimeoutSeconds: 30,
  previewChecks: true,
  identity: O.some({
    origin: { source, setting: "accessToken" },
    credentials: { _tag: "AccessToken", accessToken: secret("token") },
    baseUrl: "http://127.0.0.1:1",
  }),
  portalId: O.none,
  notKnownYet: false,
  source,
};

const context = (more: Partial<Configuration> = {}): Context =>
  newContext({ ...configuration, ...more }, "tests/1", testRuntime());
/** The credentials are not known yet. */
const unopened = (): Context => context({ identity: O.none });

const home: Home = { portalId: 111, credentials: "mark", toObjectTypeId: "2-123" };
const lived: Lived = {
  pair: { from: "contacts", to: "car" },
  portalId: O.some(111),
  home: O.some(home),
  fromObjectTypeId: O.some("0-1"),
  toObjectTypeId: O.some("2-123"),
};
const withoutIds: Lived = { ...lived, fromObjectTypeId: O.none, toObjectTypeId: O.none };

interface Given {
  readonly old?: Lived;
  readonly home?: O.Option<Home>;
  readonly turning?: Turning;
  readonly context?: Context;
}

const becomes = (
  from: string | undefined,
  to: string | undefined,
  { old = lived, home: now = O.some(home), turning = "stays", context: own = context() }: Given = {},
): E.Either<Failure, Fate> =>
  whatBecomes(own, old, { from: O.fromNullable(from), to: O.fromNullable(to) }, now, turning);

const stays: Fate = { replaces: [], moves: false, isTurned: false, isRespelled: false };

describe("what becomes of a resource", () => {
  it("is nothing where the program names the same objects, but that the state learns another spelling", () => {
    expect(becomes("contacts", "car")).to.deep.equal(E.right(stays));
    for (const to of ["p111_car", "Car", "2-123"])
      expect(becomes("contacts", to), to).to.deep.equal(E.right({ ...stays, isRespelled: true }));
    expect(becomes("contacts", "car", { old: withoutIds, context: unopened() })).to.deep.equal(E.right(stays));
  });

  it("is another resource where a side is another object", () => {
    const { toObjectTypeId: _, ...elsewhere } = home;
    const now = { home: O.some(elsewhere) };
    expect(becomes("companies", "car", now)).to.deep.equal(E.right({ ...stays, replaces: ["fromObjectType"] }));
    expect(becomes("contacts", "boat", now)).to.deep.equal(E.right({ ...stays, replaces: ["toObjectType"] }));
    expect(becomes("car", "contacts", { home: O.some({ ...elsewhere, fromObjectTypeId: "2-123" }) })).to.deep.equal(
      E.right({ ...stays, replaces: ["fromObjectType", "toObjectType"] }),
    );
  });

  it("is the same label, written from its other side, where it may be turned", () => {
    const now = { home: O.some({ ...home, toObjectTypeId: "0-1", fromObjectTypeId: "2-123" }) };
    expect(becomes("car", "contacts", { ...now, turning: "turns" })).to.deep.equal(
      E.right({ ...stays, isTurned: true, isRespelled: true }),
    );
  });

  it("is a failure where a name may mean the state's object, and says which", () => {
    const failure = becomes("contacts", "2-123", { old: withoutIds });
    expect(JSON.stringify(failure)).to.include("toObjectType").and.to.include("2-123").and.to.include("car");
    expect(E.isLeft(failure)).to.equal(true);
    expect(E.isLeft(becomes("2-123", "contacts", { old: withoutIds, turning: "turns" }))).to.equal(true);
  });

  it("is decided by the list of custom objects, where this process has learnt it", () => {
    const own = context();
    if (E.isLeft(own.portal)) throw new Error("There is no portal");
    const custom = [{ objectTypeId: "2-123", fullyQualifiedName: "p111_car", name: "car" }];
    const known = { ...own.portal.right.known, customObjects: () => custom };
    const learnt: Context = { ...own, portal: E.right({ ...own.portal.right, known }) };
    expect(becomes("contacts", "2-123", { old: withoutIds, context: learnt })).to.deep.equal(
      E.right({ ...stays, isRespelled: true }),
    );
    expect(becomes("contacts", "2-124", { old: withoutIds, context: learnt })).to.deep.equal(
      E.right({ ...stays, replaces: ["toObjectType"] }),
    );
  });

  it("is a change, and no replacement, where a side is not known yet and the other one may be the state's", () => {
    expect(becomes(undefined, undefined)).to.deep.equal(E.right(stays));
    expect(becomes("contacts", undefined)).to.deep.equal(E.right(stays));
    expect(becomes(undefined, "car")).to.deep.equal(E.right(stays));
    expect(becomes(undefined, "2-123", { old: withoutIds })).to.deep.equal(E.right(stays));
    expect(becomes(undefined, "contacts", { turning: "turns" })).to.deep.equal(E.right(stays));
    expect(becomes("car", undefined, { turning: "turns" })).to.deep.equal(E.right(stays));
  });

  it("is another resource where the one side that is known is none of the state's", () => {
    for (const turning of ["stays", "turns"] as const) {
      expect(becomes("companies", undefined, { turning })).to.deep.equal(
        E.right({ ...stays, replaces: ["fromObjectType"] }),
      );
      expect(becomes(undefined, "companies", { turning })).to.deep.equal(
        E.right({ ...stays, replaces: ["toObjectType"] }),
      );
    }
    expect(becomes(undefined, "contacts")).to.deep.equal(E.right({ ...stays, replaces: ["toObjectType"] }));
    expect(becomes("2-123", undefined)).to.deep.equal(E.right({ ...stays, replaces: ["fromObjectType"] }));
  });
});

describe("a resource whose home is in another portal", () => {
  const elsewhere: Home = { portalId: 222, credentials: "mark", toObjectTypeId: "2-456" };
  const ofProvider: Home = { ...elsewhere, provider: "eu", movedFrom: 111 };
  const moved = E.right({ ...stays, replaces: ["portalId"], moves: true });

  it("moves there with another Provider", () => {
    expect(becomes("contacts", "car", { home: O.some(ofProvider) })).to.deep.equal(moved);
    expect(becomes(undefined, undefined, { home: O.some(ofProvider) })).to.deep.equal(moved);
    const old = { ...lived, home: O.none };
    expect(becomes("contacts", "car", { old, home: O.some({ ...elsewhere, movedFrom: 111 }) })).to.deep.equal(moved);
  });

  it("is refused where check has not found that it moves from the portal of the state", () => {
    const tag = (given: Given) => {
      const fate = becomes("contacts", "car", given);
      return E.isLeft(fate) ? fate.left._tag : undefined;
    };
    expect(tag({ home: O.some(elsewhere) })).to.equal("WrongPortal");
    expect(tag({ home: O.some({ ...elsewhere, provider: "eu" }) })).to.equal("WrongPortal");
    expect(tag({ home: O.some({ ...ofProvider, movedFrom: 333 }) })).to.equal("WrongPortal");
  });

  it("is not judged by its portal where the state or the home tells none, or there are no credentials yet", () => {
    expect(becomes("contacts", "car", { home: O.none })).to.deep.equal(E.right(stays));
    expect(
      becomes("contacts", "companies", { old: { ...lived, portalId: O.none, home: O.none }, home: O.some(ofProvider) }),
    ).to.deep.equal(E.right({ ...stays, replaces: ["toObjectType"] }));
    expect(becomes("contacts", "companies", { home: O.some(ofProvider), context: unopened() })).to.deep.equal(
      E.right({ ...stays, replaces: ["toObjectType"] }),
    );
  });

  it("is noted, where it stays, so that nothing of this run is made in another portal", () => {
    const noted = (given: Given): ReadonlyArray<number> => {
      const own = context();
      if (E.isLeft(own.portal)) throw new Error("There is no portal");
      const portals: number[] = [];
      const portal = { ...own.portal.right, hasResourcesIn: (portalId: number) => void portals.push(portalId) };
      becomes("contacts", "car", { ...given, context: { ...own, portal: E.right(portal) } });
      return portals;
    };
    expect(noted({})).to.deep.equal([111]);
    expect(noted({ home: O.none })).to.deep.equal([111]);
    expect(noted({ home: O.some(ofProvider) })).to.deep.equal([]);
    expect(noted({ old: { ...lived, portalId: O.none } })).to.deep.equal([111]);
    expect(noted({ old: { ...lived, portalId: O.none, home: O.none } })).to.deep.equal([]);
    // A resource that comes from another Provider may live anywhere.
    const ofOther = O.some({ ...home, provider: "us" });
    expect(noted({ home: O.none, old: { ...lived, home: ofOther } })).to.deep.equal([]);
  });
});
