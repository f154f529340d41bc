/**
 * The associations that every custom object has with activities from its making on, each way. Nine were recorded; here
 * are those with the activities that `data/` knows. As with every pair of a custom object they are the portal's own, and
 * without a label. They have the first ids of the portal: objects are made before their labels.
 */
import type { CustomObjectType, Label, PortalState } from "./model";
import { findObjectType } from "./objectTypes";
import { freeName, userDefined } from "./pairLabels";

const activities = ["notes", "tasks", "emails", "calls", "meetings", "communications", "postal_mail"];

function* freeIds(taken: ReadonlySet<number>): Generator<number, never> {
  for (let id = 1; ; id += 1) if (!taken.has(id)) yield id;
}

/** The labels of a portal, and before them the associations with activities that its custom objects lack. */
export const withActivities = (
  portal: Pick<PortalState, "portalId" | "objectTypes">,
  labels: ReadonlyArray<Label>,
): ReadonlyArray<Label> => {
  const ids = freeIds(new Set(labels.flatMap(({ typeId, inverseTypeId }) => [typeId, inverseTypeId])));
  const names = new Set(labels.map(({ name }) => name));
  const plain = labels.filter(({ category, label }) => category === userDefined && label === null);
  const standing = new Set(plain.flatMap(({ from, to }) => [`${from}/${to}`, `${to}/${from}`]));
  const lacking = portal.objectTypes.flatMap(({ name }: CustomObjectType) =>
    activities.filter((to) => !standing.has(`${name}/${to}`)).map((to) => ({ from: name, to })),
  );
  const made = lacking.map(({ from, to }): Label => {
    const name = freeName(`${from}_to_${findObjectType(portal, to)?.singular ?? to}`, names);
    names.add(name);
    const [typeId, inverseTypeId] = [ids.next().value, ids.next().value];
    return { name, from, to, category: userDefined, typeId, label: null, inverseTypeId, inverseLabel: null };
  });
  return [...made, ...labels];
};
