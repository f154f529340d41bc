/** The resources of an `AssociationModel`, as its component registers them: labels, and limits after those they name. */
import type { Properties } from "../../support/engine/hooks";
import type { OutputOf, Registered } from "../../support/engine/run";
import type {
  ConfigurationDescription,
  LabelDescription,
  LimitDescription,
} from "../../../sdk/associationModel/expand";

export interface Expanded {
  readonly labels: ReadonlyArray<LabelDescription>;
  readonly configurations: ReadonlyArray<ConfigurationDescription>;
}

/** A program's inputs leave out what is not said. */
const said = (args: object): Properties =>
  Object.fromEntries(Object.entries(args).filter(([, value]) => value !== undefined));

const limitOf = (description: LimitDescription, outputOf: OutputOf): Properties => {
  const { maxToObjectIds } = description;
  switch (description._tag) {
    case "Unlabeled":
      return { unlabeled: true, maxToObjectIds };
    case "Existing":
      return { label: description.label, maxToObjectIds };
    case "Made": {
      const typeId = outputOf(description.name, description.side === "label" ? "typeId" : "inverseTypeId");
      return { category: "USER_DEFINED", typeId, maxToObjectIds };
    }
  }
};

export const registeredBy = ({ labels, configurations }: Expanded): ReadonlyArray<Registered> => [
  ...labels.map((label) => ({ name: label.name, kind: "AssociationLabel", inputs: said(label) })),
  ...configurations.map(({ key, after, limits, ...args }) => ({
    name: key,
    kind: "AssociationConfiguration",
    dependsOn: after,
    inputs: (outputOf: OutputOf) => said({ ...args, limits: limits.map((limit) => limitOf(limit, outputOf)) }),
  })),
];
