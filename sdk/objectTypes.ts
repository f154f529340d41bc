/**
 * HubSpot's own object types: their ids and their names. Written by scripts/generate-object-types.mjs; change
 * data/object-types.json instead of this file.
 */

/**
 * The object types that every portal has.
 *
 * Source: HubSpot's table "Object type ID values".
 */
export const objectTypes = [
  { objectTypeId: "0-1", name: "contacts", singular: "contact" },
  { objectTypeId: "0-2", name: "companies", singular: "company" },
  { objectTypeId: "0-3", name: "deals", singular: "deal" },
  { objectTypeId: "0-5", name: "tickets", singular: "ticket" },
  { objectTypeId: "0-7", name: "products", singular: "product" },
  { objectTypeId: "0-8", name: "line_items", singular: "line_item" },
  { objectTypeId: "0-14", name: "quotes", singular: "quote" },
  { objectTypeId: "0-18", name: "communications", singular: "communication" },
  { objectTypeId: "0-19", name: "feedback_submissions", singular: "feedback_submission" },
  { objectTypeId: "0-27", name: "tasks", singular: "task" },
  { objectTypeId: "0-46", name: "notes", singular: "note" },
  { objectTypeId: "0-47", name: "meetings", singular: "meeting" },
  { objectTypeId: "0-48", name: "calls", singular: "call" },
  { objectTypeId: "0-49", name: "emails", singular: "email" },
  { objectTypeId: "0-53", name: "invoices", singular: "invoice" },
  { objectTypeId: "0-54", name: "marketing_events", singular: "marketing_event" },
  { objectTypeId: "0-69", name: "subscriptions", singular: "subscription" },
  { objectTypeId: "0-74", name: "goals", singular: "goal" },
  { objectTypeId: "0-84", name: "discounts", singular: "discount" },
  { objectTypeId: "0-85", name: "fees", singular: "fee" },
  { objectTypeId: "0-86", name: "taxes", singular: "tax" },
  { objectTypeId: "0-101", name: "payments", singular: "payment" },
  { objectTypeId: "0-115", name: "users", singular: "user" },
  { objectTypeId: "0-116", name: "postal_mail", singular: "postal_mail" },
  { objectTypeId: "0-123", name: "orders", singular: "order" },
  { objectTypeId: "0-136", name: "leads", singular: "lead" },
  { objectTypeId: "0-142", name: "carts", singular: "cart" },
  { objectTypeId: "0-162", name: "services", singular: "service" },
  { objectTypeId: "0-410", name: "courses", singular: "course" },
  { objectTypeId: "0-420", name: "listings", singular: "listing" },
  { objectTypeId: "0-421", name: "appointments", singular: "appointment" },
  { objectTypeId: "0-970", name: "projects", singular: "project" },
] as const;
