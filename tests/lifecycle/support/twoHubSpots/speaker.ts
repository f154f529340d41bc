/** Asks one HubSpot questions, and says what its answers mean in words that mean the same on any portal. */
import type { Path, Question, TypeName } from "./question";

interface Request {
  readonly method: string;
  readonly path: string;
  readonly authorization?: string | undefined;
  readonly contentType?: string | undefined;
  readonly body?: string | undefined;
}

/** A HubSpot of this process, whoever made it. */
export interface AnyHubSpot {
  readonly token: string;
  handle(
    request: Request,
  ): Promise<{ readonly _tag: "Answered"; readonly status: number; readonly body: string } | { readonly _tag: string }>;
}

/** What an answer means: whether it is a success, and what it tells, in an order of its own. */
export interface Meaning {
  readonly outcome: "done" | `refused: ${string}`;
  readonly told: ReadonlyArray<string>;
}

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields => typeof value === "object" && value !== null;
const fieldsOf = (value: unknown): Fields => (isFields(value) ? value : {});
const listOf = (value: unknown): ReadonlyArray<Fields> => (Array.isArray(value) ? value.map(fieldsOf) : []);
const inOrder = (lines: ReadonlyArray<string>): ReadonlyArray<string> => [...lines].sort();

/** Where an answer says no, in words as coarse as what is known. */
const refusal = (status: number, body: Fields): string | undefined => {
  const errors = listOf(body["errors"]);
  if (status < 400 && errors.length === 0 && body["status"] !== "CANCELED") return undefined;
  const said = [body, ...errors].map(({ message, subCategory }) => `${message} ${subCategory}`).join();
  if (status === 437) return "too many labels";
  for (const [pattern, meaning] of [
    [/Unable to infer object type from/, "unknown object type"],
    [/DUPLICATE_ASSOCIATION_LABEL/, "duplicate"],
    [/Definition with label still exists/, "labels stand"],
  ] as const)
    if (pattern.test(said)) return meaning;
  if (status < 400) return /INVALID_ASSOCIATION_TYPE/.test(said) ? "invalid type" : "batch";
  return String(status);
};

/** From here on are ids that no portal has given. */
const firstStranger = 2_000_000_000;

export const speaker = (hubspot: AnyHubSpot) => {
  const ids = new Map<TypeName, number>();
  const strangers = new Map<TypeName, number>();

  const stranger = (type: TypeName): number => {
    const id = strangers.get(type) ?? firstStranger + strangers.size;
    strangers.set(type, id);
    return id;
  };

  const send = async (method: string, path: string, json?: unknown): Promise<{ status: number; body: Fields }> => {
    const content = json === undefined ? {} : { contentType: "application/json", body: JSON.stringify(json) };
    const outcome = await hubspot.handle({ method, path, authorization: `Bearer ${hubspot.token}`, ...content });
    if (!("status" in outcome)) throw new Error(`${method} ${path} has no answer: ${outcome._tag}`);
    const body: unknown = outcome.body === "" ? {} : JSON.parse(outcome.body);
    return { status: outcome.status, body: fieldsOf(body) };
  };

  const pathOf = (of: Path): string => of.map(encodeURIComponent).join("/");
  const labelsAt = (of: Path): string => `/crm/associations/v4/${pathOf(of)}/labels`;
  const limitsAt = (of: Path): string => `/crm/associations/v4/definitions/configurations/${pathOf(of)}`;

  /** The id that a type has here; which one is plain, the pair's list tells. */
  const typeAt = async (of: Path, type: TypeName): Promise<{ category: string; typeId: number }> => {
    if (typeof type === "number") return { category: "HUBSPOT_DEFINED", typeId: type };
    if (type !== "plain") return { category: "USER_DEFINED", typeId: ids.get(type) ?? stranger(type) };
    const { body } = await send("GET", labelsAt(of));
    const plain = listOf(body["results"]).find(
      ({ category, label }) => category === "USER_DEFINED" && (label === null || label === undefined),
    );
    return {
      category: "USER_DEFINED",
      typeId: typeof plain?.["typeId"] === "number" ? plain["typeId"] : stranger(type),
    };
  };

  const nameOf = ({ category, typeId }: Fields): string => {
    if (category !== "USER_DEFINED") return `${category} ${typeId}`;
    return (
      [...ids]
        .filter(([, id]) => id === typeId)
        .map(([name]) => name)[0]
        ?.toString() ?? "plain"
    );
  };

  const limitRows = (body: Fields): ReadonlyArray<string> =>
    listOf(body["results"]).flatMap((row) => {
      const most = row["userEnforcedMaxToObjectIds"];
      return most === null || most === undefined ? [] : [`${nameOf(row)} = ${most}`];
    });
  const typeRows = (body: Fields): ReadonlyArray<string> =>
    listOf(body["results"]).map((row) => `${nameOf(row)}: ${row["label"] ?? "no label"}`);
  /** Of schemas, only what is known of: the labels that were asked for. */
  const schemaRows = (body: Fields): ReadonlyArray<string> =>
    listOf(body["associations"]).flatMap(({ id, name, fromObjectTypeId, toObjectTypeId }) => {
      const known = [...ids].find(([type, own]) => String(own) === id && String(type).startsWith(`${name}:`));
      return known === undefined ? [] : [`${fromObjectTypeId}/${toObjectTypeId} ${known[0]}`];
    });
  const trackingRows = (body: Fields): ReadonlyArray<string> =>
    listOf(body["results"]).map(({ fromObjectType, toObjectType, allLabels, usage, limit }) => {
      const [from, to] = [fieldsOf(fromObjectType), fieldsOf(toObjectType)].map((type) => type["objectTypeId"]);
      const texts = Array.isArray(allLabels) ? allLabels.map(String) : [];
      return `${from}/${to}: ${inOrder(texts).join(", ")} (${usage} of ${limit})`;
    });

  const asked = async (question: Question): Promise<{ status: number; body: Fields; told: ReadonlyArray<string> }> => {
    const get = async (path: string, tell: (body: Fields) => ReadonlyArray<string>) => {
      const { status, body } = await send("GET", path);
      return { status, body, told: tell(body) };
    };
    const write = async (method: string, path: string, json?: unknown) => ({
      ...(await send(method, path, json)),
      told: [],
    });
    switch (question.do) {
      case "account":
        return get("/account-info/v3/details", ({ portalId }) => [`portal ${portalId}`]);
      case "all":
        return get("/crm/associations/v4/definitions/configurations/all", limitRows);
      case "schemas":
        return get("/crm-object-schemas/v3/schemas", ({ results }) =>
          listOf(results).map(
            ({ objectTypeId, name, fullyQualifiedName }) => `${objectTypeId} ${name} ${fullyQualifiedName}`,
          ),
        );
      case "schema":
        return get(`/crm-object-schemas/v3/schemas/${encodeURIComponent(question.of)}`, schemaRows);
      case "tracking":
        return get("/crm/v3/limits/associations/labels", trackingRows);
      case "pair":
        return get(limitsAt(question.of), limitRows);
      case "list":
        return get(labelsAt(question.of), typeRows);
      case "update": {
        const inputs = [];
        for (const [type, maxToObjectIds] of question.inputs)
          inputs.push({ ...(await typeAt(question.of, type)), maxToObjectIds });
        const answer = await send("POST", `${limitsAt(question.of)}/batch/update`, { inputs });
        return { ...answer, told: limitRows(answer.body) };
      }
      case "purge": {
        const inputs = [];
        for (const type of question.types) inputs.push(await typeAt(question.of, type));
        return write("POST", `${limitsAt(question.of)}/batch/purge`, { inputs });
      }
      case "create": {
        const { of, name, label, inverse } = question;
        const texts = { label, ...(inverse === undefined ? {} : { inverseLabel: inverse }) };
        const answer = await send("POST", labelsAt(of), { name, ...texts });
        if (refusal(answer.status, answer.body) === undefined) {
          const [own, other = own] = listOf(answer.body["results"]);
          if (typeof own?.["typeId"] === "number") ids.set(`${name}:label`, own["typeId"]);
          if (typeof other?.["typeId"] === "number") ids.set(`${name}:inverse`, other["typeId"]);
        }
        return { ...answer, told: typeRows(answer.body) };
      }
      case "change": {
        const { of, type, label, inverse } = question;
        const texts = { label, ...(inverse === undefined ? {} : { inverseLabel: inverse }) };
        return write("PUT", labelsAt(of), { associationTypeId: (await typeAt(of, type)).typeId, ...texts });
      }
      case "delete":
        return write("DELETE", `${labelsAt(question.of)}/${(await typeAt(question.of, question.type)).typeId}`);
    }
  };

  return {
    ask: async (question: Question): Promise<Meaning> => {
      const { status, body, told } = await asked(question);
      const no = refusal(status, body);
      return no === undefined ? { outcome: "done", told: inOrder(told) } : { outcome: `refused: ${no}`, told: [] };
    },
  };
};
