/** The operations of a label's life, and of a limit that names one by its text. */
import type { Properties } from "../engine/hooks";
import { declared } from "../inputs";
import type { Operation } from "./operations";
import { champion, firstTypeId, labelOf, labels, otherDirection, showStanding, untouched } from "./operations";

const limits = [champion, otherDirection];

const labeled = (label: string, inverseLabel: string, more: Properties = {}): Properties => ({
  fromObjectType: "contacts",
  toObjectType: "companies",
  name: "signatory",
  label,
  inverseLabel,
  ...more,
});

const signatory = labeled("Signatory", "Signed by");
const stands = showStanding({
  limits,
  labels: [...labels, labelOf(firstTypeId, "signatory", "Signatory", "Signed by")],
});

const adopted = (label: string, inverseLabel: string) => labelOf(51, "signs", label, inverseLabel);
const adoptedStands = showStanding({ limits, labels: [...labels, adopted("Signatory", "Signed by")] });

const ofLabel: Pick<Operation, "kind" | "found" | "foundLabels"> = {
  kind: "AssociationLabel",
  found: limits,
  foundLabels: labels,
};

export const labelOperations: ReadonlyArray<Operation> = [
  {
    ...ofLabel,
    name: "a new label",
    command: "up",
    requests: ["account", "labels", "makeLabel"],
    program: signatory,
    healthy: stands,
    takesOver: { onCreate: "adopt", onDelete: "delete" },
  },
  {
    ...ofLabel,
    name: "a label that is taken over",
    foundLabels: [...labels, adopted("signatory", "Signs for")],
    command: "up",
    requests: ["account", "labels", "changeLabel", "mirror"],
    program: { ...signatory, onCreate: "adopt" },
    healthy: adoptedStands,
    left: adoptedStands,
  },
  {
    ...ofLabel,
    name: "a change of both texts of a label",
    before: { program: labeled("Signs", "Signs for"), meanwhile: [] },
    command: "up",
    requests: ["account", "changeLabel"],
    program: signatory,
    healthy: stands,
  },
  {
    ...ofLabel,
    name: "a read of a label",
    before: {
      program: signatory,
      meanwhile: [],
      relabeled: [labelOf(firstTypeId, "signatory", "Signs", "Signs for")],
    },
    command: "refresh",
    requests: ["account", "labels", "mirror"],
    program: signatory,
    healthy: stands,
    seen: { label: "Signs", inverseLabel: "Signs for" },
  },
  {
    ...ofLabel,
    name: "a delete of a label",
    before: { program: signatory, meanwhile: [] },
    command: "destroy",
    requests: ["account", "deleteLabel"],
    program: signatory,
    healthy: stands,
  },
];

export const limitByText: Operation = {
  name: "a limit by the text of a label",
  kind: "AssociationConfiguration",
  found: limits,
  foundLabels: labels,
  command: "up",
  requests: ["account", "labels", "all", "update"],
  program: declared("contacts/companies", [{ label: "Decision maker", maxToObjectIds: 2 }]),
  healthy: { ...untouched, "contacts/companies USER_DEFINED 36": 2 },
};
