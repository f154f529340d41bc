/** What the tests of labels share: a portal with a custom object type, the label calls, and their answers. */
import type { PortalInput, DirectSandbox, SwitchesInput } from "../../../sandbox";
import type { Answer } from "./helper";
import { ask, isObject, started, userDefined, withoutCorrelationId } from "./helper";

export const v4 = "/crm/associations/v4";

/** The first association type that is made in this portal gets the id 7800. */
export const portal: PortalInput = { portalId: 77, objectTypes: [{ objectTypeId: "2-123", name: "car" }] };

/** Without the associations with activities that a custom object has from the start, which would stand in every state. */
export const withPortal = (more: Partial<PortalInput> = {}, switches: SwitchesInput = {}): Promise<DirectSandbox> =>
  started({ portals: [{ ...portal, ...more }], switches: { newObjectAssociations: "none", ...switches } });

export const create = (
  sandbox: Pick<DirectSandbox, "handle" | "token">,
  pair: string,
  body: unknown,
): Promise<Answer> => ask(sandbox, "POST", `${v4}/${pair}/labels`, body);
export const update = (sandbox: DirectSandbox, pair: string, body: unknown): Promise<Answer> =>
  ask(sandbox, "PUT", `${v4}/${pair}/labels`, body);
export const remove = (sandbox: DirectSandbox, pair: string, typeId: number | string): Promise<Answer> =>
  ask(sandbox, "DELETE", `${v4}/${pair}/labels/${typeId}`);

export const results = ({ body }: Answer): ReadonlyArray<unknown> =>
  isObject(body) && Array.isArray(body["results"]) ? body["results"] : [];

/** What the list of labels shows besides HubSpot's own. */
export const listed = async (
  sandbox: Pick<DirectSandbox, "handle" | "token">,
  pair: string,
): Promise<ReadonlyArray<unknown>> =>
  results(await ask(sandbox, "GET", `${v4}/${pair}/labels`)).filter(
    (row) => isObject(row) && row["category"] === "USER_DEFINED",
  );

export const refusal = ({ status, body }: Answer): unknown => [status, withoutCorrelationId(body)];
export const refused = (message: string, more: object = {}): unknown => [
  400,
  { status: "error", message, category: "VALIDATION_ERROR", ...more },
];
export const duplicate = { subCategory: "AssociationValidationError.DUPLICATE_ASSOCIATION_LABEL" };

export const labelsOf = (sandbox: DirectSandbox): unknown => sandbox.state().portals[0]?.labels;
export const row = (typeId: number, label: string | null): unknown => ({ ...userDefined(typeId), label });
