/** Two small portals that differ in one thing of every kind, as examples. */
import type { PortalContent, PortalLabel, PortalLimit } from "../../../../../cli/portal/content";

export const label = (
  pair: string,
  typeId: number,
  texts: string,
  name: string | undefined = texts.toLowerCase().replace(/\W+/g, "_"),
): PortalLabel => {
  const [from = "", to = ""] = pair.split("/");
  const [forward = "", inverse = forward] = texts.split(" / ");
  const inverseTypeId = from === to && forward === inverse ? typeId : typeId + 1;
  return {
    from,
    to,
    ...(name === "" ? {} : { name }),
    typeId,
    label: forward,
    inverseTypeId,
    inverseLabel: inverse,
  };
};

/** On a label by its text. */
export const labelLimit = (pair: string, typeId: number, text: string, maxToObjectIds: number): PortalLimit => {
  const [from = "", to = ""] = pair.split("/");
  return { from, to, naming: "label", category: "USER_DEFINED", typeId, label: text, maxToObjectIds };
};

/** On a pair's own association, HubSpot's where the id is a small one. */
export const unlabeledLimit = (pair: string, typeId: number, maxToObjectIds: number): PortalLimit => {
  const [from = "", to = ""] = pair.split("/");
  const category = typeId < 1_000 ? "HUBSPOT_DEFINED" : "USER_DEFINED";
  return { from, to, naming: "unlabeled", category, typeId, maxToObjectIds };
};

/** On a type that only its id tells. */
export const idLimit = (
  pair: string,
  category: string,
  typeId: number,
  text: string | undefined,
  maxToObjectIds: number,
): PortalLimit => {
  const [from = "", to = ""] = pair.split("/");
  return { from, to, naming: "id", category, typeId, ...(text === undefined ? {} : { label: text }), maxToObjectIds };
};

export const portal = (portalId: number, rest: Partial<PortalContent> = {}): PortalContent => ({
  portalId,
  customObjects: [],
  labels: [],
  limits: [],
  leftOut: [],
  ...rest,
});

export const staging = portal(111, {
  accountType: "SANDBOX",
  customObjects: [{ objectTypeId: "2-1", fullyQualifiedName: "p111_car", name: "car" }],
  labels: [
    label("contacts/contacts", 2001, "Manager / Direct report"),
    label("contacts/companies", 2003, "Decision maker"),
    label("companies/contacts", 2005, "Employee / Employer"),
    label("contacts/companies", 2007, "Champion"),
    label("contacts/companies", 2009, "Billing contact"),
    label("contacts/car", 2011, "Drives / Driver"),
  ],
  limits: [
    unlabeledLimit("contacts/companies", 279, 5),
    labelLimit("contacts/companies", 2003, "Decision maker", 2),
    labelLimit("companies/contacts", 2010, "Billing contact", 3),
    idLimit("contacts/companies", "HUBSPOT_DEFINED", 1, "Primary", 1),
    labelLimit("contacts/car", 2011, "Drives", 1),
  ],
});

export const production = portal(222, {
  labels: [
    label("contacts/contacts", 3001, "Direct report / Manager", "manager_direct_report"),
    label("contacts/companies", 3003, "Decision Maker", "decision_maker"),
    label("contacts/companies", 3005, "Employer / Staff", "employee_employer"),
    label("contacts/companies", 3007, "Champion", "champion_1"),
    label("contacts/deals", 3009, "Économiste\u001b[31m"),
  ],
  limits: [
    unlabeledLimit("contacts/companies", 279, 10),
    labelLimit("contacts/companies", 3003, "Decision Maker", 2),
    unlabeledLimit("deals/contacts", 3, 20),
  ],
});
