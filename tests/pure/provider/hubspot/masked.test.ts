import { expect } from "chai";
import * as E from "fp-ts/Either";
import * as TE from "fp-ts/TaskEither";
import { masked } from "../../../../provider/hubspot/masked";
import type { Reply, Request } from "../../../../provider/hubspot/send";
import { newMask } from "../../../../provider/mask";
import { secret } from "../../../../provider/secret";

const token = "pat-na1-of-a-test";
const call = { method: "POST", path: "/x", doing: "asking" } as const;

/** What comes through of an answer that holds the same text in its header and its body. */
const through = async (
  request: Partial<Request>,
  status: number,
  text: string,
  mask = newMask(),
): Promise<ReadonlyArray<string | null>> => {
  const reply: Reply = { status, header: (name) => (name === "x" ? text : null), text };
  mask.hide([secret(token)]);
  const result = await masked({ mask })(() => TE.right(reply))({ call, ...request })();
  return E.isRight(result) ? [result.right.text, result.right.header("x"), result.right.header("y")] : [];
};

describe("an answer", () => {
  it("comes without the credentials of this process, in its headers and its body", async () => {
    expect(await through({}, 200, `a ${token} b`)).to.deep.equal(["a [secret] b", "a [secret] b", null]);
    expect(await through({}, 500, encodeURIComponent(token))).to.deep.equal(["[secret]", "[secret]", null]);
  });

  const granted = JSON.stringify({ access_token: "granted-to-a-test", expires_in: 1_800 });
  const form = secret("grant_type=refresh_token");

  it("that gives an access token gives it to whoever decodes it, again and again, and nothing else shows it", async () => {
    const mask = newMask();
    for (let times = 0; times < 2; times++)
      expect(await through({ form }, 200, granted, mask)).to.deep.equal([
        granted,
        granted.replace("granted-to-a-test", "[secret]"),
        null,
      ]);
    expect(await through({}, 200, "granted-to-a-test", mask)).to.deep.equal(["[secret]", "[secret]", null]);
  });

  it("that only looks as if it gave one is as all others: of what was no form, or is an error", async () => {
    for (const [request, status] of [
      [{}, 200],
      [{ form }, 400],
    ] as const) {
      const mask = newMask();
      await through(request, status, granted, mask);
      expect(mask.over("granted-to-a-test")).to.equal("granted-to-a-test");
    }
    expect(await through({ form }, 400, token)).to.deep.equal(["[secret]", "[secret]", null]);
  });
});
