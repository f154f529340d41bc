/** What reaches Pulumi's dynamic host where a hook fails in a way that nobody thought of. */
import { expect } from "chai";
import { dynamicProvider } from "../../../provider/host";
import type { Resource } from "../../../provider/lifecycle/resource";

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

describe("a hook that throws", () => {
  const provider = dynamicProvider(() => resource);

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
