/**
 * Which resources a program needs to say what stands in a portal. What no program can say, or what this provider would
 * refuse, is left out with the reason. Pure.
 */
import { showPair } from "../../provider/associationType";
import { showNamed } from "../../provider/catalogue";
import { readLabelInputs } from "../../provider/labels/inputs";
import { readInputs } from "../../provider/limits/inputs";
import { brokenRules, showFailure } from "../../provider/limits/rules";
import { sameText } from "../../provider/limits/selector";
import type { LimitInput, Pair } from "../../provider/model";
import type { LeftOut, PortalContent, PortalLabel, PortalLimit } from "../portal/content";
import { compareObjects, comparePairs } from "../portal/objectNames";
import { newNames, slug } from "./names";

/** An `AssociationLabel` to write. */
export interface LabelResource {
  readonly resource: string;
  readonly label: PortalLabel & { readonly name: string };
  /** The name is made from the text, or differs from HubSpot's: why. */
  readonly remark?: string;
}

/** An `AssociationConfiguration` to write: the limits of one directed pair. */
export interface LimitsResource {
  readonly resource: string;
  readonly pair: Pair;
  readonly limits: ReadonlyArray<PortalLimit>;
}

/** The resources between two object types, in either direction. */
export interface Section {
  readonly pair: Pair;
  readonly labels: ReadonlyArray<LabelResource>;
  readonly limits: ReadonlyArray<LimitsResource>;
}

export interface Plan {
  readonly sections: ReadonlyArray<Section>;
  readonly leftOut: ReadonlyArray<LeftOut>;
}

/** A limit as a program writes it. */
export const limitInput = ({ naming, category, typeId, label, maxToObjectIds }: PortalLimit): LimitInput =>
  naming === "unlabeled"
    ? { unlabeled: true, maxToObjectIds }
    : naming === "label" && label !== undefined
      ? { label, maxToObjectIds }
      : { category, typeId, maxToObjectIds };

/** A label as a program writes it. */
export const labelInput = ({
  from,
  to,
  name,
  label,
  inverseLabel,
}: LabelResource["label"]): Readonly<Record<string, string>> => ({
  fromObjectType: from,
  toObjectType: to,
  name,
  label,
  ...(label === inverseLabel ? {} : { inverseLabel }),
});

const showLabel = ({ from, to, label, inverseLabel }: PortalLabel): string =>
  `the label "${label}"${label === inverseLabel ? "" : ` ("${inverseLabel}")`} from ${from} to ${to}`;

const showLimit = ({ from, to, maxToObjectIds, label, ...type }: PortalLimit): string =>
  `the limit ${maxToObjectIds} on ${showNamed(type, label)} from ${from} to ${to}`;

/** The text that a label shows in a direction, if it has to do with it. */
const shows = (label: PortalLabel, pair: Pair, text: string): boolean =>
  (showPair(label) === showPair(pair) && sameText(label.label, text)) ||
  (label.to === pair.from && label.from === pair.to && sameText(label.inverseLabel, text));

const labelProblem = (
  label: LabelResource["label"],
  taken: ReadonlyArray<LabelResource["label"]>,
): string | undefined => {
  const { from, to, typeId, inverseTypeId, label: text, inverseLabel } = label;
  const { failures } = readLabelInputs(labelInput(label));
  if (failures.length > 0) return failures.map(showFailure).join("; ");
  // Between records of one object type, HubSpot's rules know no label that has two sides with the same text.
  if (from === to && typeId !== inverseTypeId && text === inverseLabel)
    return "it has two sides that say the same, which no program can tell apart";
  const same = taken.find(
    (other) => shows(other, { from, to }, text) || shows(other, { from: to, to: from }, inverseLabel),
  );
  return same === undefined ? undefined : `another label of the pair shows the same text (${showLabel(same)})`;
};

const planLabels = (
  labels: ReadonlyArray<PortalLabel>,
): { readonly planned: ReadonlyArray<LabelResource>; readonly leftOut: ReadonlyArray<LeftOut> } => {
  const resources = newNames("-");
  const internal = newNames("_");
  for (const { name } of labels) if (name !== undefined) internal.take(name);
  const planned: LabelResource[] = [];
  const leftOut: LeftOut[] = [];
  const byPair = new Map<string, LabelResource["label"][]>();
  for (const label of labels) {
    const key = [label.from, label.to].sort(compareObjects).join("/");
    const taken = byPair.get(key) ?? [];
    const allowed = label.name?.replaceAll("-", "_").replace(/^(?=\d)/, "label_");
    const name =
      label.name !== undefined && allowed === label.name
        ? label.name
        : internal.free(allowed ?? (slug(label.label, "_") || "label").replace(/^(?=\d)/, "label_"));
    const remark =
      label.name === undefined
        ? "the portal did not tell this label's internal name"
        : name === label.name
          ? undefined
          : `"${label.name}" in the portal, which is no name that HubSpot would give today`;
    const wanted = { ...label, name };
    const problem = labelProblem(wanted, taken);
    if (problem !== undefined) {
      leftOut.push({ what: showLabel(label), why: problem });
      continue;
    }
    byPair.set(key, [...taken, wanted]);
    planned.push({
      resource: resources.free(slug(name, "-") || "label"),
      label: wanted,
      ...(remark === undefined ? {} : { remark }),
    });
  }
  return { planned, leftOut };
};

/** What the provider would say of these limits of one pair, if it refused them. */
const problemOf = (limits: ReadonlyArray<PortalLimit>): string | undefined => {
  const [first] = limits;
  if (first === undefined) return undefined;
  const { failures, declared } = readInputs({
    fromObjectType: first.from,
    toObjectType: first.to,
    limits: limits.map(limitInput),
  });
  const broken = [...failures, ...brokenRules(declared)];
  if (broken.length > 0) return broken.map(({ problem }) => problem).join("; ");
  const own = limits.find(({ naming }) => naming === "unlabeled");
  const above = limits.find(({ maxToObjectIds }) => own !== undefined && maxToObjectIds > own.maxToObjectIds);
  return own === undefined || above === undefined
    ? undefined
    : `it is more than the ${own.maxToObjectIds} that the pair as a whole may have, which HubSpot would refuse`;
};

/** Two texts that differ in capitals only are one to the provider: then an id says which is meant. */
const byIdWhereNeeded = (limit: PortalLimit, limits: ReadonlyArray<PortalLimit>): PortalLimit =>
  limit.naming === "label" &&
  limits.some((other) => other !== limit && sameText(other.label ?? "", limit.label ?? "") && other.naming === "label")
    ? { ...limit, naming: "id" }
    : limit;

const planLimits = (
  limits: ReadonlyArray<PortalLimit>,
): { readonly planned: ReadonlyArray<LimitsResource>; readonly leftOut: ReadonlyArray<LeftOut> } => {
  const resources = newNames("-");
  const pairs = new Map<string, PortalLimit[]>();
  for (const limit of limits) pairs.set(showPair(limit), [...(pairs.get(showPair(limit)) ?? []), limit]);
  const leftOut: LeftOut[] = [];
  const planned = [...pairs.values()].flatMap((all): ReadonlyArray<LimitsResource> => {
    const kept: PortalLimit[] = [];
    for (const limit of all.map((one) => byIdWhereNeeded(one, all))) {
      const problem = problemOf([...kept, limit]);
      if (problem === undefined) kept.push(limit);
      else leftOut.push({ what: showLimit(limit), why: problem });
    }
    const [first] = kept;
    if (first === undefined) return [];
    const { from, to } = first;
    return [{ resource: resources.free(`${slug(from, "-")}-to-${slug(to, "-")}`), pair: { from, to }, limits: kept }];
  });
  return { planned, leftOut };
};

export const plan = ({ labels, limits, leftOut }: PortalContent): Plan => {
  const plannedLabels = planLabels(labels);
  const plannedLimits = planLimits(limits);
  const sections = new Map<string, { pair: Pair; labels: LabelResource[]; limits: LimitsResource[] }>();
  const sectionOf = ({ from, to }: Pair): { labels: LabelResource[]; limits: LimitsResource[] } => {
    const [first, second] = compareObjects(from, to) > 0 ? [to, from] : [from, to];
    const pair = { from: first, to: second };
    const section = sections.get(showPair(pair)) ?? { pair, labels: [], limits: [] };
    sections.set(showPair(pair), section);
    return section;
  };
  for (const resource of plannedLabels.planned) sectionOf(resource.label).labels.push(resource);
  for (const resource of plannedLimits.planned) sectionOf(resource.pair).limits.push(resource);
  return {
    sections: [...sections.values()].sort((a, b) => comparePairs(a.pair, b.pair)),
    leftOut: [...leftOut, ...plannedLabels.leftOut, ...plannedLimits.leftOut],
  };
};
