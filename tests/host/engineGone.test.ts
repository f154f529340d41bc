/** A provider process ends with its engine, which may be killed and end nobody. */
import { expect } from "chai";
import { scenes } from "./support/scene";
import { within } from "./support/within";
import { declared, succeeded, unlabeled } from "./support/values";

const inputs = declared("contacts/companies", [unlabeled(5)]);

describe("a provider process", () => {
  const begin = scenes();

  it("ends by itself once its engine is gone, and stays where it is there or was never seen", async () => {
    const { host, nextHost } = await begin();
    const others = [await nextHost(), await nextHost({ engine: "nobody" })];
    for (const each of [host, ...others]) succeeded(await each.check({}, inputs));
    host.loseEngine();
    await within(120_000, host.ended);
    for (const each of others) succeeded(await each.check({}, inputs));
    expect(host.printed()).to.equal("");
  });
});
