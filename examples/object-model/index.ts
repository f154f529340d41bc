/**
 * The associations of a company that sells to companies, as one model: an entry for each pair of object types, read
 * from its first type, with the numbers of both directions. The model is plain data; it could as well stand in the
 * stack's configuration, `new pulumi.Config().requireObject<hubspot.AssociationModelArgs>("model")`.
 */
import * as hubspot from "pulumi-hubspot-associations";

const crm = new hubspot.AssociationModel("crm", {
  associations: [
    {
      fromObjectType: "contacts",
      toObjectType: "companies",
      maxToObjectIds: 5, // a contact has at most five companies,
      maxFromObjectIds: 500, // a company at most 500 contacts
      labels: [
        // With a name, a label is made: "Decision maker" on the contact, "Decided by" on the company.
        // A contact decides for at most two companies, a company is decided for by at most three contacts.
        {
          name: "decision_maker",
          label: "Decision maker",
          inverseLabel: "Decided by",
          maxToObjectIds: 2,
          maxFromObjectIds: 3,
        },
        // Without a name, a label stands there already and is only limited: HubSpot's own, or one made by hand.
        { label: "Primary", maxToObjectIds: 1 },
      ],
    },
    {
      fromObjectType: "deals",
      toObjectType: "companies",
      maxToObjectIds: 3,
      labels: [
        { label: "Primary", maxToObjectIds: 1 },
        { name: "reseller", label: "Reseller", inverseLabel: "Resells in", maxToObjectIds: 1 },
      ],
    },
    {
      fromObjectType: "deals",
      toObjectType: "contacts",
      maxToObjectIds: 20,
      // One text for both sides. It has no limit of its own here.
      labels: [{ name: "signatory", label: "Signatory" }],
    },
    {
      fromObjectType: "contacts",
      toObjectType: "contacts",
      // Between records of one object type HubSpot keeps one number for both ways; a label with two texts has two:
      // a contact manages at most 30 others, and has one manager.
      maxToObjectIds: 50,
      labels: [
        { name: "manager", label: "Manages", inverseLabel: "Managed by", maxToObjectIds: 30, maxFromObjectIds: 1 },
      ],
    },
    {
      fromObjectType: "tickets",
      toObjectType: "contacts",
      maxToObjectIds: 3,
      // Nobody else sets limits between these two: one that appears in HubSpot's settings is drift, and goes.
      authoritative: true,
    },
    // A custom object goes by its plain name, which is the same in every portal that has it; its id is not. This one
    // stays out here, since a portal without the custom object would refuse it:
    // { fromObjectType: "car", toObjectType: "contacts", maxToObjectIds: 2, maxFromObjectIds: 10 },
  ],
});

/** HubSpot's numbers of the label that was made, for those who set associations by the API. */
export const decisionMaker = {
  contactToCompany: crm.labels["decision_maker"]?.typeId,
  companyToContact: crm.labels["decision_maker"]?.inverseTypeId,
};
