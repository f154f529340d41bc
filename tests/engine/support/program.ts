/** Programs of association configurations and labels, one line for each resource. */
import { associationTypes, objectTypes } from "../../../data";
import type { AssociationConfigurationArgs, AssociationLabelArgs, AssociationLimit } from "../../../sdk";

const nameOfObjectType = new Map(objectTypes.map((type) => [type.objectTypeId, type.name]));

/** The limits on the own associations of pairs of standard object types, as stories show them, by their pairs. */
const ownLimits: ReadonlyMap<string, string> = new Map(
  associationTypes
    .filter(({ qualifier }) => qualifier === undefined)
    .flatMap(({ typeId, ...ids }) => {
      const from = nameOfObjectType.get(ids.fromObjectTypeId ?? "");
      const to = nameOfObjectType.get(ids.toObjectTypeId ?? "");
      return from === undefined || to === undefined ? [] : [[`${from}/${to}`, `${from}/${to} ${typeId}`] as const];
    }),
);

/** The first pairs of standard object types that have an unlabeled association. */
export const pairs = (count: number): ReadonlyArray<string> => [...ownLimits.keys()].slice(0, count);

/** The limit on a pair's own association, as a story shows it: `contacts/companies 279`. */
export const ownLimit = (pair: string): string => ownLimits.get(pair) ?? pair;

/** A limit on the pair's own association. */
export const unlabeled = (maxToObjectIds: number): AssociationLimit => ({ unlabeled: true, maxToObjectIds });

/** A limit on one of HubSpot's own association types. */
export const ofType = (typeId: number, maxToObjectIds: number): AssociationLimit => ({
  category: "HUBSPOT_DEFINED",
  typeId,
  maxToObjectIds,
});

/** A limit on one of the portal's own labels. */
export const ofLabel = (typeId: number, maxToObjectIds: number): AssociationLimit => ({
  category: "USER_DEFINED",
  typeId,
  maxToObjectIds,
});

/** A limit on a label by its text. */
export const ofText = (text: string, maxToObjectIds: number): AssociationLimit => ({ label: text, maxToObjectIds });

/** A value that stands in the program as it is, such as `decided.typeId`. */
interface Expression {
  readonly expression: string;
}

interface LimitOfOutput {
  readonly category: "USER_DEFINED";
  readonly typeId: Expression;
  readonly maxToObjectIds: number;
}

/** A limit on a label of the program by one of its outputs, such as `decided.typeId`. */
export const ofOutput = (expression: string, maxToObjectIds: number): LimitOfOutput => ({
  category: "USER_DEFINED",
  typeId: { expression },
  maxToObjectIds,
});

const isExpression = (value: object): value is Expression => "expression" in value;

/** A value as a program writes it: JSON, but for its expressions. */
const literal = (value: unknown): string => {
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  if (isExpression(value)) return value.expression;
  if (Array.isArray(value)) return `[${value.map(literal).join(",")}]`;
  const entries = Object.entries(value).filter(([, part]) => part !== undefined);
  return `{${entries.map(([key, part]) => `${JSON.stringify(key)}:${literal(part)}`).join(",")}}`;
};

const resource = (type: string, name: string, args: unknown, options: string | undefined): string =>
  `new hubspot.${type}(${[literal(name), literal(args), ...(options === undefined ? [] : [options])].join(", ")});\n`;

/** What else may be said of a configuration; `options` is program text, such as `{ provider: staging }`. */
export interface More extends Omit<Partial<AssociationConfigurationArgs>, "limits"> {
  readonly options?: string;
}

/** A label with two texts, as programs declare it. */
export const decisionMaker = {
  fromObjectType: "contacts",
  toObjectType: "companies",
  name: "decision_maker",
  label: "Decision maker",
  inverseLabel: "Decided by",
};

/** A label with one text, between two other object types. */
export const sponsor = { fromObjectType: "deals", toObjectType: "contacts", name: "sponsor", label: "Sponsor" };

/** A configuration of the program: its name, its pair such as `contacts/companies`, and its limits. */
export const configuration = (
  name: string,
  pair: string,
  limits: ReadonlyArray<AssociationLimit | LimitOfOutput>,
  { options, ...more }: More = {},
): string => {
  const [fromObjectType, toObjectType] = pair.split("/");
  return resource("AssociationConfiguration", name, { fromObjectType, toObjectType, limits, ...more }, options);
};

/**
 * A label of the program, which other lines know by its name: `label("decided", …)` begins `const decided = `. `options`
 * is program text, such as `{ protect: true }`.
 */
export const label = (name: string, args: AssociationLabelArgs, options?: string): string =>
  `const ${name} = ${resource("AssociationLabel", name, args, options)}`;
