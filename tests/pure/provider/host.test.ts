/** What reaches Pulumi's dynamic host where a hook fails in a way that nobody thought of. */
import { expect } from "chai";
import * as E from "fp-ts/Either";
import * as O from "fp-ts/Option";
import * as T from "fp-ts/Task";
import * as TE from "fp-ts/TaskEither";
import { dynamicProvider } from "../../../provider/host";
import type { Failure } from "../../../provider/failure";
import { newMask } from "../../../provider/mask";
import type { Resource } from "../../../provider/lifecycle/resource";
import { secret } from "../../../provider/secret";

const broken = (): never => {
  throw new TypeError("with a token in it");
};
const resource: Resource = {
  check: broken,
  diff: broken,
  create: broken,
  update: broken,
  read: broken,
  delete: broken,
};
const problem = "the provider failed in an unexpected way (TypeError); please report it";

describe("a hook that fails", () => {
  const token = "pat-na1-of-a-test";
  const failure: Failure = {
    _tag: "NotThere",
    pair: { from: "contacts", to: token },
    problem: encodeURIComponent(`${token}\u001b`),
  };
  const failing = TE.left({ failure, kept: O.some({ id: "a", outputs: {} }) });
  const mask = newMask();
  mask.hide([secret(token)]);
  const provider = dynamicProvider(
    () => ({
      check: () => T.of({ inputs: {}, failures: [`${token}\u001b`] }),
      diff: () => E.left(failure),
      create: () => failing,
      update: () => failing,
      read: () => TE.left(failure),
      delete: () => TE.left(failure),
    }),
    mask.over,
  );
  const thrownBy = (call: Promise<unknown> | undefined): Promise<unknown> =>
    Promise.resolve(call).then(
      () => "nothing",
      (error: unknown) => ({ ...Object(error), message: error instanceof Error ? error.message : "" }),
    );

  it("says so without a credential, in its reasons, too, and without what a terminal would obey", async () => {
    expect(await provider.check?.({}, {})).to.deep.equal({
      inputs: {},
      failures: [{ property: "", reason: "[secret] " }],
    });
    const thrown = await Promise.all([
      thrownBy(provider.diff?.("a", {}, {})),
      thrownBy(provider.create({})),
      thrownBy(provider.update?.("a", {}, {})),
      thrownBy(provider.read?.("a", {})),
      thrownBy(provider.delete?.("a", {})),
    ]);
    for (const each of thrown) {
      expect(JSON.stringify(each)).to.contain("contacts/[secret]: [secret]%1B");
      expect(JSON.stringify(each)).not.to.contain(token);
    }
  });
});

describe("a hook that throws", () => {
  const provider = dynamicProvider(
    () => resource,
    (text) => text,
  );

  it("is a failure of the check, which leaves the inputs as they are", async () => {
    expect(await provider.check?.({}, { a: 1, __provider: "text" })).to.deep.equal({
      inputs: { a: 1 },
      failures: [{ property: "", reason: problem }],
    });
  });

  it("is an error without a stack everywhere else, and tells nothing of what was thrown", async () => {
    const calls: ReadonlyArray<() => Promise<unknown> | undefined> = [
      () => provider.diff?.("id", {}, {}),
      () => provider.create({}),
      () => provider.update?.("id", {}, {}),
      () => provider.read?.("id", {}),
      () => provider.delete?.("id", {}),
    ];
    const thrown = await Promise.all(
      calls.map(async (call) => {
        try {
          return await call();
        } catch (error) {
          return error instanceof Error ? [error.message, error.stack, String(error)] : error;
        }
      }),
    );
    expect(thrown).to.deep.equal(calls.map(() => [problem, "", ""]));
  });
});
