/**
 * A label and the limits of its two directions, each a resource of its own: for those who declare a few pairs, or want
 * an option for one resource alone. `examples/object-model` says such things in one model.
 */
import * as hubspot from "pulumi-hubspot-associations";

// One resource makes both sides of the label: a contact is the "Decision maker" of a company, a company is "Decided by"
// a contact. Deleting a label takes it off every record that carries it; `protect` is the guard against that.
const decisionMaker = new hubspot.AssociationLabel(
  "decision-maker",
  {
    fromObjectType: "contacts",
    toObjectType: "companies",
    name: "decision_maker",
    label: "Decision maker",
    inverseLabel: "Decided by",
  },
  { protect: true },
);

// Each side has its own association type, and so a limit of its own. The ids differ from portal to portal; as outputs
// of the label they are right in each, and the label is made before the limit.
new hubspot.AssociationConfiguration("contact-to-company", {
  fromObjectType: "contacts",
  toObjectType: "companies",
  limits: [
    { unlabeled: true, maxToObjectIds: 5 },
    { category: "USER_DEFINED", typeId: decisionMaker.typeId, maxToObjectIds: 2 },
    // A label that stands there anyway goes by its text: HubSpot's own, or one made by hand.
    { label: "Primary", maxToObjectIds: 1 },
  ],
});

// The other direction: a company is decided for by at most three contacts. `inverseLabel` is what people read here.
new hubspot.AssociationConfiguration(
  "company-to-contact",
  {
    fromObjectType: "companies",
    toObjectType: "contacts",
    limits: [
      { unlabeled: true, maxToObjectIds: 500 },
      { label: "Decided by", maxToObjectIds: 3 },
    ],
  },
  { dependsOn: decisionMaker },
);

/** HubSpot's numbers of the label, for those who set associations by the API. */
export const typeIds = { contactToCompany: decisionMaker.typeId, companyToContact: decisionMaker.inverseTypeId };
