/** What people have done to the labels of a pair before a program has its turn, and undo afterwards. */
import type { Label } from "../../../sandbox";
import type { Case } from "./cases";
import { labelOperations } from "./labelOperations";
import { firstTypeId, labelOf, labels } from "./operations";

/** As many as a pair has at the most, the ones that stand among them. */
const fifty: ReadonlyArray<Label> = [
  ...labels,
  ...Array.from({ length: 50 - labels.length }, (_, index) =>
    labelOf(201 + 2 * index, `label_${index}`, `Label ${index}`, `By label ${index}`),
  ),
];

interface Meddling {
  readonly trouble: string;
  readonly labels: ReadonlyArray<Label>;
}

const meddled = (name: string, troubles: ReadonlyArray<Meddling>): ReadonlyArray<Case> =>
  labelOperations
    .filter((operation) => operation.name === name)
    .flatMap((operation) => troubles.map((trouble) => ({ operation, mayEnd: ["clean error"] as const, ...trouble })));

const changed = labelOf(firstTypeId, "signatory", "Signs", "Signs for");

/** Where HubSpot refuses what a program says of a label, until there is room for it. */
export const refusedCases: ReadonlyArray<Case> = [
  ...meddled("a new label", [
    { trouble: "fifty labels", labels: fifty },
    { trouble: "its name is another's", labels: [...labels, labelOf(61, "signatory", "Lawyer", "Client")] },
    { trouble: "its text is another's", labels: [...labels, labelOf(61, "lawyer", "Signatory", "Client")] },
    { trouble: "its other text is another's", labels: [...labels, labelOf(61, "lawyer", "Lawyer", "Signed by")] },
  ]),
  ...meddled("a change of both texts of a label", [
    { trouble: "it is deleted by others", labels },
    { trouble: "its text is another's", labels: [...labels, changed, labelOf(61, "lawyer", "Signatory", "Client")] },
  ]),
];
