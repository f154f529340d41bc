/** A portal of which little has to be asked, for tests of what all portals have in common. */
import type { PortalInput } from "../../../sandbox";

/** With a label, a limit that one record has reached and another is near, and the custom objects of the seed `demo`. */
export const smallPortal: PortalInput = {
  portalId: 4_242_424,
  objectTypes: [
    { objectTypeId: "2-4801", name: "contract" },
    { objectTypeId: "2-4802", name: "partner" },
  ],
  labels: [{ from: "contacts", to: "companies", typeId: 40, label: "Employer", inverseLabel: "Employee" }],
  limits: [{ from: "contacts", to: "companies", category: "HUBSPOT_DEFINED", typeId: 279, maxToObjectIds: 5 }],
  recordUsage: [
    {
      from: "contacts",
      to: "companies",
      records: [
        { objectId: 101, associated: 5 },
        { objectId: 102, associated: 4 },
      ],
    },
  ],
};
