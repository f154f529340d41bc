/**
 * `demo`: a mid-size company that sells software and services, also by way of partners. Eight object types, two of
 * them custom; 25 pairs with 40 labels and 30 limits, and records that are at or near some of these.
 */
import type { PortalInput } from "../model";
import { demoUsage } from "./demoUsage";
import type { SeedContent, SeedLabel, SeedLimit } from "./portalFrom";
import { portalFrom } from "./portalFrom";

/** Labels with one text for both sides, or with one for each: first what a record of `from` calls one of `to`. */
const labels = (
  from: string,
  to: string,
  ...texts: ReadonlyArray<readonly [label: string, inverseLabel?: string]>
): ReadonlyArray<SeedLabel> =>
  texts.map(([label, inverseLabel = label]) => {
    const name = label.toLowerCase().replaceAll(" ", "_");
    return { from, to, name, label, inverseLabel };
  });

const limits = (
  from: string,
  to: string,
  ...most: ReadonlyArray<readonly [label: string | null, maxToObjectIds: number]>
): ReadonlyArray<SeedLimit> => most.map(([label, maxToObjectIds]) => ({ from, to, label, maxToObjectIds }));

const content: SeedContent = {
  objectTypes: [
    { objectTypeId: "2-4801", name: "contract" },
    { objectTypeId: "2-4802", name: "partner" },
  ],
  labels: [
    ...labels("contacts", "contacts", ["Manager", "Direct report"], ["Colleague"], ["Referred by", "Referral"]),
    ...labels(
      "contacts",
      "companies",
      ["Decision maker"],
      ["Champion"],
      ["Employer", "Employee"],
      ["Procurement contact"],
    ),
    ...labels("contacts", "deals", ["Economic buyer"], ["Technical evaluator"], ["Legal reviewer"]),
    ...labels("contacts", "tickets", ["Reported ticket", "Reporter"], ["Watcher"]),
    ...labels("contacts", "invoices", ["Invoice to approve", "Approver"]),
    ...labels("contacts", "services", ["Key user"], ["Sponsor"]),
    ...labels("contacts", "contract", ["Signed contract", "Signatory"], ["Renewal contact"]),
    ...labels("contacts", "partner", ["Partner manager"], ["Referring partner", "Referred contact"]),
    ...labels("companies", "companies", ["Competitor"], ["Franchisor", "Franchisee"], ["Supplier", "Buyer"]),
    ...labels("companies", "deals", ["End customer"], ["Competing vendor"]),
    ...labels("companies", "tickets", ["Affected customer"]),
    ...labels("companies", "invoices", ["Invoice to pay", "Payer"]),
    ...labels("companies", "contract", ["Customer"]),
    ...labels(
      "companies",
      "partner",
      ["Implementation partner", "Implementation customer"],
      ["Reseller", "Reseller customer"],
      ["Technology partner"],
    ),
    ...labels("deals", "tickets", ["Blocking ticket", "Blocked deal"]),
    ...labels("deals", "services", ["Sold service", "Originating deal"]),
    ...labels("deals", "contract", ["Resulting contract", "Originating deal"], ["Contract to renew", "Renewal deal"]),
    ...labels("deals", "partner", ["Sourcing partner", "Sourced deal"], ["Influencing partner", "Influenced deal"]),
    ...labels("tickets", "partner", ["Escalated to", "Escalated ticket"]),
    ...labels("services", "contract", ["Covering contract", "Covered service"]),
    ...labels("invoices", "contract", ["Billed contract", "Recurring invoice"]),
    ...labels("contract", "contract", ["Successor", "Predecessor"]),
  ],
  limits: [
    ...limits("contacts", "contacts", ["Manager", 1]),
    ...limits("contacts", "companies", [null, 5], ["Employer", 2]),
    ...limits("companies", "contacts", [null, 500], ["Decision maker", 5], ["Procurement contact", 2]),
    ...limits("deals", "contacts", [null, 20], ["Economic buyer", 1], ["Legal reviewer", 2]),
    ...limits("tickets", "contacts", ["Reporter", 1]),
    ...limits("contract", "contacts", ["Signatory", 2], ["Renewal contact", 1]),
    ...limits("partner", "contacts", ["Partner manager", 1]),
    ...limits("deals", "companies", [null, 4], ["End customer", 1]),
    ...limits("tickets", "companies", [null, 2]),
    ...limits("invoices", "companies", ["Payer", 1]),
    ...limits("services", "companies", [null, 1]),
    ...limits("contract", "companies", [null, 3], ["Customer", 1]),
    ...limits("companies", "partner", ["Implementation partner", 2]),
    ...limits("invoices", "deals", [null, 1]),
    ...limits("deals", "contract", [null, 2], ["Resulting contract", 1]),
    ...limits("deals", "partner", [null, 3], ["Sourcing partner", 1]),
    ...limits("tickets", "services", [null, 3]),
    ...limits("tickets", "partner", ["Escalated to", 1]),
    ...limits("contract", "contract", ["Successor", 1], ["Predecessor", 1]),
  ],
  recordUsage: demoUsage,
};

export const demo = (portalId: number): PortalInput => portalFrom(portalId, content);
