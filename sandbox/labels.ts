/** What HubSpot's label endpoints do: list, make, change and delete the association types of a pair. */
import type { AssociationType } from "./associationTypes";
import { directions, typesOf } from "./associationTypes";
import type { Handler } from "./call";
import { byNames, withPair } from "./call";
import { invalidBody, invalidInput, nothingToDelete } from "./errors";
import { readLabelChange, readNewLabel } from "./labelInput";
import { refusalOfChange, refusalOfDelete, refusalOfId, refusalOfNew } from "./labelRules";
import type { Label } from "./model";
import { findLabel, findLabelOfEitherId, withNewLabel, withoutLabel, withTexts } from "./pairLabels";

/** `GET …/{from}/{to}/labels`: all association types of the pair, HubSpot's own ones too. No row tells the name. */
export const readLabels: Handler = withPair((_store, { portal }, pair) => ({
  status: 200,
  body: { results: typesOf(portal.labels, byNames(pair)) },
}));

/**
 * The types that a label consists of, each once: a label that is its own inverse is one type, and no document or
 * recorded answer shows it twice.
 */
const typesMade = (label: Label, order: "forwardFirst" | "inverseFirst"): ReadonlyArray<AssociationType> => {
  const types = directions(label).map(({ category, typeId, label }) => ({ category, typeId, label }));
  return order === "forwardFirst" ? types : types.reverse();
};

/** `POST …/{from}/{to}/labels`: answers with every type that was made, an unlabeled one made along with it too. */
export const createLabel: Handler = withPair((store, { portal, body }, pair) => {
  const input = readNewLabel(body);
  if (!input.ok) return invalidBody(input.problems);
  const refused = refusalOfNew(portal, pair, input.value);
  if (refused !== undefined) return refused;
  const { portal: after, made } = withNewLabel(portal, byNames(pair), input.value);
  store.replacePortal(after);
  const { createdLabelOrder, newNamesBehindMilliseconds } = store.state().switches;
  store.memory(portal.portalId).late.made(made, newNamesBehindMilliseconds);
  return { status: 200, body: { results: made.flatMap((label) => typesMade(label, createdLabelOrder)) } };
});

/** `PUT …/{from}/{to}/labels`: the type is named by its id in the direction of the path. */
export const updateLabel: Handler = withPair((store, { portal, body }, pair) => {
  const change = readLabelChange(body);
  if (!change.ok) return invalidBody(change.problems);
  const { typeId } = change.value;
  const label = findLabel(portal, byNames(pair), typeId);
  if (label === undefined) return refusalOfId(portal, pair, typeId);
  const refused = refusalOfChange(portal, pair, label, change.value);
  if (refused !== undefined) return refused;
  store.replacePortal(withTexts(portal, label, typeId, byNames(pair), change.value));
  return { status: 204 };
});

/** `DELETE …/{from}/{to}/labels/{typeId}`: the type is named by its id in either direction, and both go. */
export const deleteLabel: Handler = withPair((store, { portal, parameters }, pair) => {
  const { typeId: written = "" } = parameters;
  if (!/^\d+$/.test(written)) return invalidInput(`Invalid association type id: ${written}`);
  const typeId = Number(written);
  const { deleteLabelById, deleteUnknownStatus, deletedLabelsLingerMilliseconds, labelInUse } = store.state().switches;
  const find = deleteLabelById === "either" ? findLabelOfEitherId : findLabel;
  const label = find(portal, byNames(pair), typeId);
  if (label === undefined) {
    const unknown = deleteUnknownStatus === 204 ? { status: 204 } : nothingToDelete();
    return refusalOfId(portal, pair, typeId, unknown);
  }
  const refused = refusalOfDelete(portal, pair, label, typeId, labelInUse);
  if (refused !== undefined) return refused;
  store.replacePortal(withoutLabel(portal, label));
  store.memory(portal.portalId).late.deleted(label, deletedLabelsLingerMilliseconds);
  return { status: 204 };
});
