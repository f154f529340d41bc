/**
 * The association limits of a small CRM. Read it as the answer to one question for each line: how many of those may one
 * of these have? `npm run quickstart` takes this program through its life against a local HubSpot.
 */
import * as hubspot from "pulumi-hubspot-associations";

// Each resource is one direction of one pair of object types, and each limit has exactly one selector.
// `unlabeled` selects the pair's own association, the one every portal has: a contact works for at most five companies.
// HubSpot's own labels come from the catalogue, here "Contact to primary company": only one of the five is primary.
const contactToCompany = new hubspot.AssociationConfiguration("contact-to-company", {
  fromObjectType: "contacts",
  toObjectType: "companies",
  limits: [
    { unlabeled: true, maxToObjectIds: 5 },
    { ...hubspot.associationTypes.contactToCompanyPrimary, maxToObjectIds: 1 },
  ],
});

// The other direction has limits of its own: a company has at most 500 contacts.
// `authoritative` says that nobody else sets limits here; one that appears in HubSpot's settings is drift, and goes.
new hubspot.AssociationConfiguration("company-to-contact", {
  fromObjectType: "companies",
  toObjectType: "contacts",
  limits: [{ unlabeled: true, maxToObjectIds: 500 }],
  authoritative: true,
});

// A deal is made with one company. A limit that stands already is taken over by default; "fail" would rather stop.
new hubspot.AssociationConfiguration("deal-to-company", {
  fromObjectType: "deals",
  toObjectType: "companies",
  limits: [{ unlabeled: true, maxToObjectIds: 1 }],
  onCreate: "fail",
});

// A ticket is about at most three contacts. Destroying a resource puts back what stood before it came; "purge" leaves
// no limit at all, whatever stood there.
new hubspot.AssociationConfiguration("ticket-to-contact", {
  fromObjectType: "tickets",
  toObjectType: "contacts",
  limits: [{ unlabeled: true, maxToObjectIds: 3 }],
  onDelete: "purge",
});

/** The portal that all this was written to. */
export const portalId = contactToCompany.portalId;
