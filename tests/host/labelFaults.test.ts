/** What happens to a label behind its state's back, in real processes: a killed one has made it, others have deleted it. */
import { expect } from "chai";
import type { Sandbox } from "../../sandbox";
import type { Properties } from "./harness";
import { scenes } from "./support/scene";
import { messageOf, succeeded } from "./support/values";

const inputs: Properties = {
  fromObjectType: "contacts",
  toObjectType: "companies",
  name: "signatory",
  label: "Signatory",
  inverseLabel: "Signed by",
  onCreate: "fail",
};

const labels = (sandbox: Sandbox): ReadonlyArray<string> =>
  (sandbox.state().portals[0]?.labels ?? []).map(
    ({ name, label, inverseLabel }) => `${name}: ${label} | ${inverseLabel}`,
  );

const asDeclared = ["signatory: Signatory | Signed by"];

/** There is no event for what is looked at from outside. */
const until = async (holds: () => boolean): Promise<void> => {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 10));
};

describe("a label whose state does not know what became of it", () => {
  const begin = scenes();

  it("because the process was killed between making and noting it: the next up says that it stands, and takes it over if told", async () => {
    const { sandbox, host, nextHost } = await begin({ kind: "AssociationLabel" });
    sandbox.faults([{ match: { method: "POST", path: "/labels$" }, fault: { delay: 600_000 } }]);
    const making = host.create(inputs);
    await until(() => labels(sandbox).length > 0);
    await host.stop();
    expect(messageOf(await making)).not.to.equal("");
    const next = await nextHost();
    expect(messageOf(await next.create(inputs))).to.match(
      /^contacts\/companies: the portal has the label "Signatory" \(USER_DEFINED \d+\) already, and onCreate is "fail", .*; set onCreate: "adopt" to look after it/,
    );
    const { id, properties } = succeeded(await next.create({ ...inputs, onCreate: "adopt", onDelete: "delete" }));
    expect(labels(sandbox)).to.deep.equal(asDeclared);
    expect(await (await nextHost()).delete(id, properties)).to.equal(undefined);
    expect(labels(sandbox)).to.deep.equal([]);
  });

  it("because others have deleted it: a delete is done, whatever HubSpot says of it", async () => {
    for (const deleteUnknownStatus of [204, 400] as const) {
      const { sandbox, host, nextHost, writes } = await begin({
        kind: "AssociationLabel",
        switches: { deleteUnknownStatus },
      });
      const { id, properties } = succeeded(await host.create(inputs));
      expect(labels(sandbox)).to.deep.equal(asDeclared);
      sandbox.setState({
        portals: sandbox.state().portals.map((portal) => ({ ...portal, labels: [] })),
        switches: { deleteUnknownStatus },
      });
      expect(await (await nextHost()).delete(id, properties)).to.equal(undefined);
      expect(writes().length).to.equal(2);
    }
  });
});
