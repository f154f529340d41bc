/** A label between records of one object type keeps its one text or two: one of the other kind is not adopted. */
import { expect } from "chai";
import * as E from "fp-ts/Either";
import { renderFailure } from "../../provider/failure";
import type { Properties } from "../../provider/lifecycle/resource";
import type { PortalInput, DirectSandbox } from "../../sandbox";
import { createSandbox } from "../../sandbox";
import { asJson, newProcess } from "../support/provider/process";

const ofContacts = { from: "contacts", to: "contacts" };
const portal: PortalInput = {
  portalId: 111,
  labels: [
    { ...ofContacts, name: "friend", typeId: 60, inverseTypeId: 60, label: "Friend" },
    { ...ofContacts, name: "twin", typeId: 80, inverseTypeId: 81, label: "Twin", inverseLabel: "Twin" },
    { ...ofContacts, name: "boss", typeId: 70, inverseTypeId: 71, label: "Manages", inverseLabel: "Reports to" },
  ],
};

const label = (name: string, text: string, inverseLabel?: string): Properties => ({
  fromObjectType: "contacts",
  toObjectType: "contacts",
  name,
  label: text,
  ...(inverseLabel === undefined ? {} : { inverseLabel }),
  onCreate: "adopt",
});

const cases: ReadonlyArray<readonly [what: string, Properties, problem: string]> = [
  [
    "with one text, which the program gives two,",
    label("friend", "Friend", "Befriended by"),
    'contacts/contacts: the label "Friend" (USER_DEFINED 60) that stands in the portal has one text for both sides, and this program gives it two, which HubSpot cannot change; leave out inverseLabel, or choose another text to make a label beside it',
  ],
  [
    "with two texts, which the program gives one,",
    label("boss", "Manages"),
    'contacts/contacts: the label "Manages" (USER_DEFINED 70) that stands in the portal has two texts, "Manages" and "Reports to", and this program gives it one, which HubSpot cannot change; write inverseLabel: "Reports to", or choose another text to make a label beside it',
  ],
  [
    "of one text twice by a program that gives it once",
    label("twin", "Twin"),
    'contacts/contacts: the label "Twin" (USER_DEFINED 80) that stands in the portal has a text of its own for each side, "Twin" twice, which no program can give it; write an inverseLabel with another text, which its other side then shows, or choose another text to make a label beside it',
  ],
];

describe("a label between records of one object type", () => {
  let sandbox: DirectSandbox;
  before(() => {
    sandbox = createSandbox({ portals: [portal], quota: { max: 1_000_000 } });
  });
  beforeEach(() => {
    sandbox.reset();
    sandbox.setState({ portals: [portal] });
  });

  for (const [what, inputs, problem] of cases) {
    it(`${what} is not taken over: the preview says so, and the create writes nothing`, async () => {
      const { failures } = await newProcess(sandbox).label.check({}, inputs)();
      expect(failures).to.deep.equal([problem]);
      const created = await newProcess(sandbox).label.create(inputs)();
      expect(E.isLeft(created) ? renderFailure(created.left.failure) : created.right).to.deep.equal([problem]);
      expect(sandbox.requests().filter(({ method }) => method !== "GET")).to.deep.equal([]);
    });
  }

  for (const inputs of [
    label("friend", "Friend"),
    label("boss", "Manages", "Reports to"),
    label("boss", "Manages", "Led by"),
    label("twin", "Twin", "Twin of"),
  ]) {
    it(`of the declared kind is taken over and then unchanged: ${JSON.stringify(inputs)}`, async () => {
      const checked = await newProcess(sandbox).label.check({}, inputs)();
      expect(checked.failures).to.deep.equal([]);
      const created = await newProcess(sandbox).label.create(asJson(checked.inputs))();
      if (E.isLeft(created)) throw new Error(renderFailure(created.left.failure).join());
      const { id, outputs } = created.right;
      expect(newProcess(sandbox).label.diff(id, asJson(outputs), checked.inputs)).to.deep.equal(
        E.right({ changes: false, replaces: [], deleteBeforeReplace: false }),
      );
    });
  }

  it("that the schema does not have yet is not taken over, since its kind would be a guess", async () => {
    const body = { results: [], id: "contacts", name: "contacts", associations: [] };
    sandbox.faults([{ match: { path: "/crm-object-schemas/" }, times: 9, fault: { status: 200, body } }]);
    const created = await newProcess(sandbox).label.create(label("friend", "Friend"))();
    expect(E.isLeft(created) ? renderFailure(created.left.failure) : created.right).to.deep.equal([
      'contacts/contacts: HubSpot does not tell yet whether the label "Friend" (USER_DEFINED 60) has one text or two; it may take some five minutes after it was made, so run this again',
    ]);
    expect(sandbox.requests().filter(({ method }) => method !== "GET")).to.deep.equal([]);
  });

  it("of two texts is not said to have one where the list does not show its other side yet", async () => {
    const body = { results: [{ category: "USER_DEFINED", typeId: 70, label: "Manages" }] };
    sandbox.faults([{ match: { path: "/contacts/labels" }, times: 9, fault: { status: 200, body } }]);
    const { failures } = await newProcess(sandbox).label.check({}, label("boss", "Manages"))();
    expect(failures).to.deep.equal([
      'contacts/contacts: the label "Manages" (USER_DEFINED 70) that stands in the portal has two texts, and this program gives it one, which HubSpot cannot change; HubSpot does not show the other text yet: write it as inverseLabel, or choose another text to make a label beside it',
    ]);
  });
});
