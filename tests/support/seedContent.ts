/** What the command would read from a portal of the sandbox: the content of its state, for tests that need a portal. */
import type { PortalContent, PortalLabel, PortalLimit } from "../../cli/portal/content";
import type { PortalState } from "../../sandbox";
import { startSandbox } from "../../sandbox";
import { sameType, typesOf } from "../../sandbox/associationTypes";
import type { Label, StandingLimit } from "../../sandbox/model";

const isMadeByPeople = ({ category, label }: Label): boolean => category === "USER_DEFINED" && label !== null;

const portalLabel = ({ from, to, name, typeId, label, inverseTypeId, inverseLabel }: Label): PortalLabel => ({
  from,
  to,
  name,
  typeId,
  label: label ?? "",
  inverseTypeId,
  inverseLabel: inverseLabel ?? label ?? "",
});

/** HubSpot's own labels, and texts that mean two types of the pair, go by their ids. */
const portalLimit = ({ labels }: PortalState, limit: StandingLimit): PortalLimit => {
  const types = typesOf(labels, limit);
  const label = types.find((type) => sameType(type, limit))?.label ?? null;
  if (label === null) return { ...limit, naming: "unlabeled" };
  const isPlain = limit.category === "USER_DEFINED" && types.filter((type) => type.label === label).length === 1;
  return { ...limit, label, naming: isPlain ? "label" : "id" };
};

const byText =
  <A>(textOf: (value: A) => string) =>
  (a: A, b: A): number =>
    textOf(a) < textOf(b) ? -1 : textOf(a) > textOf(b) ? 1 : 0;

/** The content of a portal's state. */
export const contentOfState = (portal: PortalState): PortalContent => ({
  portalId: portal.portalId,
  accountType: portal.accountType,
  customObjects: portal.objectTypes
    .map(({ objectTypeId, name }) => ({
      objectTypeId,
      fullyQualifiedName: `p${portal.portalId}_${name}`,
      name,
    }))
    .sort(byText(({ name }) => name)),
  labels: portal.labels
    .filter(isMadeByPeople)
    .map(portalLabel)
    .sort(byText(({ from, to, label, inverseLabel }) => JSON.stringify([from, to, label, inverseLabel]))),
  limits: portal.limits
    .map((limit) => portalLimit(portal, limit))
    .sort(byText(({ from, to, naming, label = "" }) => JSON.stringify([from, to, naming === "unlabeled", label]))),
  leftOut: portal.labels
    .filter((label) => label.label !== null && !isMadeByPeople(label))
    .map(({ from, to, label }) => ({
      what: `${from} to ${to}: "${label}"`,
      why: "it is not a label that people made",
    })),
});

/** The content of the portal of a seed, such as `demo`. */
export const seedContent = async (seed: string): Promise<PortalContent> => {
  const sandbox = await startSandbox({ seed });
  try {
    const [portal] = sandbox.state().portals;
    if (portal === undefined) throw new Error(`The seed ${seed} has no portal`);
    return contentOfState(portal);
  } finally {
    await sandbox.close();
  }
};
