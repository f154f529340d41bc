import { expect } from "chai";
import * as E from "fp-ts/Either";
import * as O from "fp-ts/Option";
import type { Configuration, Identity } from "../../../provider/configuration";
import { contextOf } from "../../../provider/portals";
import { secret } from "../../../provider/secret";
import { testRuntime } from "../../support/provider/runtime";

const source = { _tag: "StackConfiguration" } as const;
const identityOf = (accessToken: string, baseUrl: string): Identity => ({
  origin: { source, setting: "accessToken" },
  credentials: { _tag: "AccessToken", accessToken: secret(accessToken) },
  baseUrl,
});
const configuration: Configuration = {
  apiVersion: "v4",
  requestsPerTenSeconds: Infinity,
  requestTimeoutSeconds: 30,
  previewChecks: true,
  identity: O.some(identityOf("token-of-these-tests", "http://127.0.0.1:1")),
  portalId: O.none,
  notKnownYet: false,
  source,
};
const identity = (accessToken: string, baseUrl = "http://127.0.0.1:1"): Pick<Configuration, "identity"> => ({
  identity: O.some(identityOf(accessToken, baseUrl)),
});
const runtime = testRuntime();
const open = (more: Partial<Configuration> = {}) =>
  contextOf(E.right({ ...configuration, ...more }), "tests/1", runtime);

describe("the context of a configuration", () => {
  it("is one for all kinds of resources of the process", () => {
    expect(open()).to.equal(open());
  });

  it("is shared with nobody who is configured in another way", () => {
    const all = [
      open(),
      open(identity("another")),
      open(identity("token-of-these-tests", "http://127.0.0.1:2")),
      open({ portalId: O.some(111) }),
      open({ requestsPerTenSeconds: 5 }),
    ];
    expect(new Set(all).size).to.equal(all.length);
    expect(new Set(all.map(({ claims }) => claims)).size).to.equal(all.length);
    expect(new Set(all.map(({ portal }) => portal)).size).to.equal(all.length);
  });

  it("has no portal without credentials, and may still look for one to say so", () => {
    const { portal, mayLook, portalId } = open({ identity: O.none, portalId: O.some(111) });
    expect([portal, mayLook, portalId]).to.deep.equal([
      E.left({ _tag: "MissingCredentials", source }),
      true,
      O.some(111),
    ]);
  });

  it("has no portal where a setting is wrong", () => {
    const failure = { setting: "hubspot:baseUrl", problem: "is not a URL" };
    const { portal, mayLook } = contextOf(E.left(failure), "tests/1", runtime);
    expect([portal, mayLook]).to.deep.equal([E.left({ _tag: "InvalidConfiguration", failure }), true]);
  });

  it("does not look where that is switched off, or the configuration is not known yet", () => {
    expect([open({ previewChecks: false }).mayLook, open({ notKnownYet: true }).mayLook]).to.deep.equal([false, false]);
  });
});
