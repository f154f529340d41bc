/**
 * The import file: what `pulumi import --file` puts into a stack's state, with full inputs and outputs, since no dynamic
 * provider can be asked. What stands is recorded as found, so that destroying the stack leaves the portal as it is.
 */
import { readLabelInputs } from "../../provider/labels/inputs";
import { objectTypeIds } from "../../provider/lifecycle/outputs";
import { readInputs } from "../../provider/limits/inputs";
import type { Limit, LimitRow } from "../../provider/model";
import type { PortalContent, PortalLimit } from "../portal/content";
import { objectNames } from "../portal/objectNames";
import type { LabelResource, LimitsResource, Plan } from "./plan";
import { labelInput, limitInput } from "./plan";

/** One resource, as Pulumi's import file has it. */
export interface Imported {
  readonly type: string;
  readonly name: string;
  readonly id: string;
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly outputs: Readonly<Record<string, unknown>>;
}

export interface ImportFile {
  readonly resources: ReadonlyArray<Imported>;
}

/** States hold this text, as the resource classes write it. */
const provider = (kind: string): string =>
  `exports.handler=()=>require("pulumi-hubspot-associations/provider").v1("${kind}")`;

type Properties = Readonly<Record<string, unknown>>;

const imported = (kind: string, name: string, id: string, inputs: Properties, outputs: Properties): Imported => {
  const __provider = provider(kind);
  return {
    type: `pulumi-nodejs:dynamic/hubspot:${kind}`,
    name,
    id,
    inputs: { ...inputs, __provider },
    outputs: { ...inputs, ...outputs, __provider },
  };
};

const row = ({ category, typeId, label, maxToObjectIds }: PortalLimit): LimitRow => ({
  category,
  typeId,
  ...(label === undefined ? {} : { label }),
  userEnforcedMaxToObjectIds: maxToObjectIds,
});

export const importFile = ({ sections }: Plan, { portalId, customObjects }: PortalContent): ImportFile => {
  const { idOf } = objectNames(customObjects);
  const located = (from: string, to: string): Properties =>
    objectTypeIds({ from: idOf(from) ?? from, to: idOf(to) ?? to });

  const labelEntry = ({ resource, label }: LabelResource): Imported =>
    imported(
      "AssociationLabel",
      resource,
      `${label.from}/${label.to}/${label.typeId}`,
      readLabelInputs(labelInput(label)).normalized,
      {
        category: "USER_DEFINED",
        typeId: label.typeId,
        inverseTypeId: label.inverseTypeId,
        adopted: true,
        portalId,
        ...located(label.from, label.to),
      },
    );

  const limitsEntry = ({ resource, pair: { from, to }, limits }: LimitsResource): Imported => {
    const { normalized } = readInputs({ fromObjectType: from, toObjectType: to, limits: limits.map(limitInput) });
    const standing = limits.map(({ category, typeId, maxToObjectIds }): Limit => ({
      category,
      typeId,
      maxToObjectIds,
    }));
    return imported("AssociationConfiguration", resource, `${from}/${to}`, normalized, {
      resolved: standing.map(({ category, typeId }) => ({ category, typeId })),
      results: limits.map(row),
      others: [],
      previous: standing,
      portalId,
      ...located(from, to),
    });
  };

  return {
    resources: sections.flatMap(({ labels, limits }) => [...labels.map(labelEntry), ...limits.map(limitsEntry)]),
  };
};

export const importFileText = (file: ImportFile): string => `${JSON.stringify(file, undefined, 2)}\n`;
