/**
 * The catalogue: HubSpot's own association types by name. Written by scripts/generate-association-types.mjs; change
 * data/association-types.json instead of this file.
 */

/**
 * The association types that HubSpot itself defines, the same on every portal, named
 * `<from><Qualifier?>To<To><Qualifier?>`. Each is one direction: `contactToCompany` limits the companies of a contact,
 * `companyToContact` the contacts of a company. Labels that a portal's people made are not here, since their ids differ
 * from portal to portal.
 *
 * Source: HubSpot's table "Association type ID values".
 *
 * @example
 * ```ts
 * limits: [{ ...hubspot.associationTypes.contactToCompanyPrimary, maxToObjectIds: 1 }]
 * ```
 */
export const associationTypes = {
  /** "Contact to primary company": contacts (0-1) → companies (0-2). */
  contactToCompanyPrimary: { category: "HUBSPOT_DEFINED", typeId: 1 },
  /** "Company to primary contact": companies (0-2) → contacts (0-1). */
  companyToContactPrimary: { category: "HUBSPOT_DEFINED", typeId: 2 },
  /** "Deal to contact": deals (0-3) → contacts (0-1). */
  dealToContact: { category: "HUBSPOT_DEFINED", typeId: 3 },
  /** "Contact to deal": contacts (0-1) → deals (0-3). */
  contactToDeal: { category: "HUBSPOT_DEFINED", typeId: 4 },
  /** "Deal to primary company": deals (0-3) → companies (0-2). */
  dealToCompanyPrimary: { category: "HUBSPOT_DEFINED", typeId: 5 },
  /** "Primary company to deal": companies (0-2) → deals (0-3). */
  companyPrimaryToDeal: { category: "HUBSPOT_DEFINED", typeId: 6 },
  /** "Parent to child company": companies (0-2) → companies (0-2). */
  companyParentToCompanyChild: { category: "HUBSPOT_DEFINED", typeId: 13 },
  /** "Child to parent company": companies (0-2) → companies (0-2). */
  companyChildToCompanyParent: { category: "HUBSPOT_DEFINED", typeId: 14 },
  /** "Contact to ticket": contacts (0-1) → tickets (0-5). */
  contactToTicket: { category: "HUBSPOT_DEFINED", typeId: 15 },
  /** "Ticket to contact": tickets (0-5) → contacts (0-1). */
  ticketToContact: { category: "HUBSPOT_DEFINED", typeId: 16 },
  /** "Deal to line item": deals (0-3) → line_items (0-8). */
  dealToLineItem: { category: "HUBSPOT_DEFINED", typeId: 19 },
  /** "Line item to deal": line_items (0-8) → deals (0-3). */
  lineItemToDeal: { category: "HUBSPOT_DEFINED", typeId: 20 },
  /** "Primary company to ticket": companies (0-2) → tickets (0-5). */
  companyPrimaryToTicket: { category: "HUBSPOT_DEFINED", typeId: 25 },
  /** "Ticket to primary company": tickets (0-5) → companies (0-2). */
  ticketToCompanyPrimary: { category: "HUBSPOT_DEFINED", typeId: 26 },
  /** "Deal to ticket": deals (0-3) → tickets (0-5). */
  dealToTicket: { category: "HUBSPOT_DEFINED", typeId: 27 },
  /** "Ticket to deal": tickets (0-5) → deals (0-3). */
  ticketToDeal: { category: "HUBSPOT_DEFINED", typeId: 28 },
  /** "Ticket to thread": tickets (0-5) → thread. */
  ticketToThread: { category: "HUBSPOT_DEFINED", typeId: 32 },
  /** "Deal to quote": deals (0-3) → quotes (0-14). */
  dealToQuote: { category: "HUBSPOT_DEFINED", typeId: 63 },
  /** "Quote to deal": quotes (0-14) → deals (0-3). */
  quoteToDeal: { category: "HUBSPOT_DEFINED", typeId: 64 },
  /** "Quote to line item": quotes (0-14) → line_items (0-8). */
  quoteToLineItem: { category: "HUBSPOT_DEFINED", typeId: 67 },
  /** "Line item to quote": line_items (0-8) → quotes (0-14). */
  lineItemToQuote: { category: "HUBSPOT_DEFINED", typeId: 68 },
  /** "Quote to contact": quotes (0-14) → contacts (0-1). */
  quoteToContact: { category: "HUBSPOT_DEFINED", typeId: 69 },
  /** "Contact to quote": contacts (0-1) → quotes (0-14). */
  contactToQuote: { category: "HUBSPOT_DEFINED", typeId: 70 },
  /** "Quote to company": quotes (0-14) → companies (0-2). */
  quoteToCompany: { category: "HUBSPOT_DEFINED", typeId: 71 },
  /** "Company to quote": companies (0-2) → quotes (0-14). */
  companyToQuote: { category: "HUBSPOT_DEFINED", typeId: 72 },
  /** "Communication to contact": communications (0-18) → contacts (0-1). */
  communicationToContact: { category: "HUBSPOT_DEFINED", typeId: 81 },
  /** "Contact to communication": contacts (0-1) → communications (0-18). */
  contactToCommunication: { category: "HUBSPOT_DEFINED", typeId: 82 },
  /** "Communication to ticket": communications (0-18) → tickets (0-5). */
  communicationToTicket: { category: "HUBSPOT_DEFINED", typeId: 83 },
  /** "Ticket to communication": tickets (0-5) → communications (0-18). */
  ticketToCommunication: { category: "HUBSPOT_DEFINED", typeId: 84 },
  /** "Communication to deal": communications (0-18) → deals (0-3). */
  communicationToDeal: { category: "HUBSPOT_DEFINED", typeId: 85 },
  /** "Deal to communication": deals (0-3) → communications (0-18). */
  dealToCommunication: { category: "HUBSPOT_DEFINED", typeId: 86 },
  /** "Communication to company": communications (0-18) → companies (0-2). */
  communicationToCompany: { category: "HUBSPOT_DEFINED", typeId: 87 },
  /** "Company to communication": companies (0-2) → communications (0-18). */
  companyToCommunication: { category: "HUBSPOT_DEFINED", typeId: 88 },
  /** "Contact to feedback submission": contacts (0-1) → feedback_submissions (0-19). */
  contactToFeedbackSubmission: { category: "HUBSPOT_DEFINED", typeId: 97 },
  /** "Feedback submission to contact": feedback_submissions (0-19) → contacts (0-1). */
  feedbackSubmissionToContact: { category: "HUBSPOT_DEFINED", typeId: 98 },
  /** "Ticket to feedback submission": tickets (0-5) → feedback_submissions (0-19). */
  ticketToFeedbackSubmission: { category: "HUBSPOT_DEFINED", typeId: 99 },
  /** "Feedback submission to ticket": feedback_submissions (0-19) → tickets (0-5). */
  feedbackSubmissionToTicket: { category: "HUBSPOT_DEFINED", typeId: 100 },
  /** "Invoice to deal": invoices (0-53) → deals (0-3). */
  invoiceToDeal: { category: "HUBSPOT_DEFINED", typeId: 175 },
  /** "Deal to invoice": deals (0-3) → invoices (0-53). */
  dealToInvoice: { category: "HUBSPOT_DEFINED", typeId: 176 },
  /** "Invoice to contact": invoices (0-53) → contacts (0-1). */
  invoiceToContact: { category: "HUBSPOT_DEFINED", typeId: 177 },
  /** "Contact to invoice": contacts (0-1) → invoices (0-53). */
  contactToInvoice: { category: "HUBSPOT_DEFINED", typeId: 178 },
  /** "Invoice to company": invoices (0-53) → companies (0-2). */
  invoiceToCompany: { category: "HUBSPOT_DEFINED", typeId: 179 },
  /** "Company to invoice": companies (0-2) → invoices (0-53). */
  companyToInvoice: { category: "HUBSPOT_DEFINED", typeId: 180 },
  /** "Company to call": companies (0-2) → calls (0-48). */
  companyToCall: { category: "HUBSPOT_DEFINED", typeId: 181 },
  /** "Call to company": calls (0-48) → companies (0-2). */
  callToCompany: { category: "HUBSPOT_DEFINED", typeId: 182 },
  /** "Company to email": companies (0-2) → emails (0-49). */
  companyToEmail: { category: "HUBSPOT_DEFINED", typeId: 185 },
  /** "Email to company": emails (0-49) → companies (0-2). */
  emailToCompany: { category: "HUBSPOT_DEFINED", typeId: 186 },
  /** "Company to meeting": companies (0-2) → meetings (0-47). */
  companyToMeeting: { category: "HUBSPOT_DEFINED", typeId: 187 },
  /** "Meeting to company": meetings (0-47) → companies (0-2). */
  meetingToCompany: { category: "HUBSPOT_DEFINED", typeId: 188 },
  /** "Company to note": companies (0-2) → notes (0-46). */
  companyToNote: { category: "HUBSPOT_DEFINED", typeId: 189 },
  /** "Note to company": notes (0-46) → companies (0-2). */
  noteToCompany: { category: "HUBSPOT_DEFINED", typeId: 190 },
  /** "Company to task": companies (0-2) → tasks (0-27). */
  companyToTask: { category: "HUBSPOT_DEFINED", typeId: 191 },
  /** "Task to company": tasks (0-27) → companies (0-2). */
  taskToCompany: { category: "HUBSPOT_DEFINED", typeId: 192 },
  /** "Contact to call": contacts (0-1) → calls (0-48). */
  contactToCall: { category: "HUBSPOT_DEFINED", typeId: 193 },
  /** "Call to contact": calls (0-48) → contacts (0-1). */
  callToContact: { category: "HUBSPOT_DEFINED", typeId: 194 },
  /** "Contact to email": contacts (0-1) → emails (0-49). */
  contactToEmail: { category: "HUBSPOT_DEFINED", typeId: 197 },
  /** "Email to contact": emails (0-49) → contacts (0-1). */
  emailToContact: { category: "HUBSPOT_DEFINED", typeId: 198 },
  /** "Contact to meeting": contacts (0-1) → meetings (0-47). */
  contactToMeeting: { category: "HUBSPOT_DEFINED", typeId: 199 },
  /** "Meeting to contact": meetings (0-47) → contacts (0-1). */
  meetingToContact: { category: "HUBSPOT_DEFINED", typeId: 200 },
  /** "Contact to note": contacts (0-1) → notes (0-46). */
  contactToNote: { category: "HUBSPOT_DEFINED", typeId: 201 },
  /** "Note to contact": notes (0-46) → contacts (0-1). */
  noteToContact: { category: "HUBSPOT_DEFINED", typeId: 202 },
  /** "Contact to task": contacts (0-1) → tasks (0-27). */
  contactToTask: { category: "HUBSPOT_DEFINED", typeId: 203 },
  /** "Task to contact": tasks (0-27) → contacts (0-1). */
  taskToContact: { category: "HUBSPOT_DEFINED", typeId: 204 },
  /** "Deal to call": deals (0-3) → calls (0-48). */
  dealToCall: { category: "HUBSPOT_DEFINED", typeId: 205 },
  /** "Call to deal": calls (0-48) → deals (0-3). */
  callToDeal: { category: "HUBSPOT_DEFINED", typeId: 206 },
  /** "Deal to email": deals (0-3) → emails (0-49). */
  dealToEmail: { category: "HUBSPOT_DEFINED", typeId: 209 },
  /** "Email to deal": emails (0-49) → deals (0-3). */
  emailToDeal: { category: "HUBSPOT_DEFINED", typeId: 210 },
  /** "Deal to meeting": deals (0-3) → meetings (0-47). */
  dealToMeeting: { category: "HUBSPOT_DEFINED", typeId: 211 },
  /** "Meeting to deal": meetings (0-47) → deals (0-3). */
  meetingToDeal: { category: "HUBSPOT_DEFINED", typeId: 212 },
  /** "Deal to note": deals (0-3) → notes (0-46). */
  dealToNote: { category: "HUBSPOT_DEFINED", typeId: 213 },
  /** "Note to deal": notes (0-46) → deals (0-3). */
  noteToDeal: { category: "HUBSPOT_DEFINED", typeId: 214 },
  /** "Deal to task": deals (0-3) → tasks (0-27). */
  dealToTask: { category: "HUBSPOT_DEFINED", typeId: 215 },
  /** "Task to deal": tasks (0-27) → deals (0-3). */
  taskToDeal: { category: "HUBSPOT_DEFINED", typeId: 216 },
  /** "Quote to task": quotes (0-14) → tasks (0-27). */
  quoteToTask: { category: "HUBSPOT_DEFINED", typeId: 217 },
  /** "Task to quote": tasks (0-27) → quotes (0-14). */
  taskToQuote: { category: "HUBSPOT_DEFINED", typeId: 218 },
  /** "Ticket to call": tickets (0-5) → calls (0-48). */
  ticketToCall: { category: "HUBSPOT_DEFINED", typeId: 219 },
  /** "Call to ticket": calls (0-48) → tickets (0-5). */
  callToTicket: { category: "HUBSPOT_DEFINED", typeId: 220 },
  /** "Ticket to email": tickets (0-5) → emails (0-49). */
  ticketToEmail: { category: "HUBSPOT_DEFINED", typeId: 223 },
  /** "Email to ticket": emails (0-49) → tickets (0-5). */
  emailToTicket: { category: "HUBSPOT_DEFINED", typeId: 224 },
  /** "Ticket to meeting": tickets (0-5) → meetings (0-47). */
  ticketToMeeting: { category: "HUBSPOT_DEFINED", typeId: 225 },
  /** "Meeting to ticket": meetings (0-47) → tickets (0-5). */
  meetingToTicket: { category: "HUBSPOT_DEFINED", typeId: 226 },
  /** "Ticket to note": tickets (0-5) → notes (0-46). */
  ticketToNote: { category: "HUBSPOT_DEFINED", typeId: 227 },
  /** "Note to ticket": notes (0-46) → tickets (0-5). */
  noteToTicket: { category: "HUBSPOT_DEFINED", typeId: 228 },
  /** "Ticket to task": tickets (0-5) → tasks (0-27). */
  ticketToTask: { category: "HUBSPOT_DEFINED", typeId: 229 },
  /** "Task to ticket": tasks (0-27) → tickets (0-5). */
  taskToTicket: { category: "HUBSPOT_DEFINED", typeId: 230 },
  /** "Ticket to conversation": tickets (0-5) → conversation. */
  ticketToConversation: { category: "HUBSPOT_DEFINED", typeId: 278 },
  /** "Contact to company": contacts (0-1) → companies (0-2). */
  contactToCompany: { category: "HUBSPOT_DEFINED", typeId: 279 },
  /** "Company to contact": companies (0-2) → contacts (0-1). */
  companyToContact: { category: "HUBSPOT_DEFINED", typeId: 280 },
  /** "Quote to quote template": quotes (0-14) → quote template. */
  quoteToQuoteTemplate: { category: "HUBSPOT_DEFINED", typeId: 286 },
  /** "Subscription to contact": subscriptions (0-69) → contacts (0-1). */
  subscriptionToContact: { category: "HUBSPOT_DEFINED", typeId: 295 },
  /** "Contact to subscription": contacts (0-1) → subscriptions (0-69). */
  contactToSubscription: { category: "HUBSPOT_DEFINED", typeId: 296 },
  /** "Subscription to company": subscriptions (0-69) → companies (0-2). */
  subscriptionToCompany: { category: "HUBSPOT_DEFINED", typeId: 297 },
  /** "Company to subscription": companies (0-2) → subscriptions (0-69). */
  companyToSubscription: { category: "HUBSPOT_DEFINED", typeId: 298 },
  /** "Subscription to deal": subscriptions (0-69) → deals (0-3). */
  subscriptionToDeal: { category: "HUBSPOT_DEFINED", typeId: 299 },
  /** "Deal to subscription": deals (0-3) → subscriptions (0-69). */
  dealToSubscription: { category: "HUBSPOT_DEFINED", typeId: 300 },
  /** "Subscription to line item": subscriptions (0-69) → line_items (0-8). */
  subscriptionToLineItem: { category: "HUBSPOT_DEFINED", typeId: 301 },
  /** "Line item to subscription": line_items (0-8) → subscriptions (0-69). */
  lineItemToSubscription: { category: "HUBSPOT_DEFINED", typeId: 302 },
  /** "Subscription to quote": subscriptions (0-69) → quotes (0-14). */
  subscriptionToQuote: { category: "HUBSPOT_DEFINED", typeId: 303 },
  /** "Quote to subscription": quotes (0-14) → subscriptions (0-69). */
  quoteToSubscription: { category: "HUBSPOT_DEFINED", typeId: 304 },
  /** "Deal to deal split": deals (0-3) → deal split. */
  dealToDealSplit: { category: "HUBSPOT_DEFINED", typeId: 313 },
  /** "Goal to goal target group": goals (0-74) → goal target group. */
  goalToGoalTargetGroup: { category: "HUBSPOT_DEFINED", typeId: 333 },
  /** "Ticket to company": tickets (0-5) → companies (0-2). */
  ticketToCompany: { category: "HUBSPOT_DEFINED", typeId: 339 },
  /** "Company to ticket": companies (0-2) → tickets (0-5). */
  companyToTicket: { category: "HUBSPOT_DEFINED", typeId: 340 },
  /** "Deal to company": deals (0-3) → companies (0-2). */
  dealToCompany: { category: "HUBSPOT_DEFINED", typeId: 341 },
  /** "Company to deal": companies (0-2) → deals (0-3). */
  companyToDeal: { category: "HUBSPOT_DEFINED", typeId: 342 },
  /** "Discount to quote": discounts (0-84) → quotes (0-14). */
  discountToQuote: { category: "HUBSPOT_DEFINED", typeId: 361 },
  /** "Quote to discount": quotes (0-14) → discounts (0-84). */
  quoteToDiscount: { category: "HUBSPOT_DEFINED", typeId: 362 },
  /** "Fee to quote": fees (0-85) → quotes (0-14). */
  feeToQuote: { category: "HUBSPOT_DEFINED", typeId: 363 },
  /** "Quote to fee": quotes (0-14) → fees (0-85). */
  quoteToFee: { category: "HUBSPOT_DEFINED", typeId: 364 },
  /** "Tax to quote": taxes (0-86) → quotes (0-14). */
  taxToQuote: { category: "HUBSPOT_DEFINED", typeId: 365 },
  /** "Quote to tax": quotes (0-14) → taxes (0-86). */
  quoteToTax: { category: "HUBSPOT_DEFINED", typeId: 366 },
  /** "Discount to line item": discounts (0-84) → line_items (0-8). */
  discountToLineItem: { category: "HUBSPOT_DEFINED", typeId: 367 },
  /** "Line item to discount": line_items (0-8) → discounts (0-84). */
  lineItemToDiscount: { category: "HUBSPOT_DEFINED", typeId: 368 },
  /** "Discount to deal": discounts (0-84) → deals (0-3). */
  discountToDeal: { category: "HUBSPOT_DEFINED", typeId: 369 },
  /** "Payment to contact": payments (0-101) → contacts (0-1). */
  paymentToContact: { category: "HUBSPOT_DEFINED", typeId: 387 },
  /** "Contact to payment": contacts (0-1) → payments (0-101). */
  contactToPayment: { category: "HUBSPOT_DEFINED", typeId: 388 },
  /** "Payment to company": payments (0-101) → companies (0-2). */
  paymentToCompany: { category: "HUBSPOT_DEFINED", typeId: 389 },
  /** "Company to payment": companies (0-2) → payments (0-101). */
  companyToPayment: { category: "HUBSPOT_DEFINED", typeId: 390 },
  /** "Payment to deal": payments (0-101) → deals (0-3). */
  paymentToDeal: { category: "HUBSPOT_DEFINED", typeId: 391 },
  /** "Deal to payment": deals (0-3) → payments (0-101). */
  dealToPayment: { category: "HUBSPOT_DEFINED", typeId: 392 },
  /** "Payment to subscription": payments (0-101) → subscriptions (0-69). */
  paymentToSubscription: { category: "HUBSPOT_DEFINED", typeId: 393 },
  /** "Payment to line item": payments (0-101) → line_items (0-8). */
  paymentToLineItem: { category: "HUBSPOT_DEFINED", typeId: 395 },
  /** "Line item to payment": line_items (0-8) → payments (0-101). */
  lineItemToPayment: { category: "HUBSPOT_DEFINED", typeId: 396 },
  /** "Payment to quote": payments (0-101) → quotes (0-14). */
  paymentToQuote: { category: "HUBSPOT_DEFINED", typeId: 397 },
  /** "Quote to payment": quotes (0-14) → payments (0-101). */
  quoteToPayment: { category: "HUBSPOT_DEFINED", typeId: 398 },
  /** "callToMeeting": calls (0-48) → meetings (0-47). */
  callToMeeting: { category: "HUBSPOT_DEFINED", typeId: 399 },
  /** "meetingToCall": meetings (0-47) → calls (0-48). */
  meetingToCall: { category: "HUBSPOT_DEFINED", typeId: 400 },
  /** "Invoice to quote": invoices (0-53) → quotes (0-14). */
  invoiceToQuote: { category: "HUBSPOT_DEFINED", typeId: 407 },
  /** "Quote to invoice": quotes (0-14) → invoices (0-53). */
  quoteToInvoice: { category: "HUBSPOT_DEFINED", typeId: 408 },
  /** "Invoice to line item": invoices (0-53) → line_items (0-8). */
  invoiceToLineItem: { category: "HUBSPOT_DEFINED", typeId: 409 },
  /** "Line item to invoice": line_items (0-8) → invoices (0-53). */
  lineItemToInvoice: { category: "HUBSPOT_DEFINED", typeId: 410 },
  /** "Invoice to discount": invoices (0-53) → discounts (0-84). */
  invoiceToDiscount: { category: "HUBSPOT_DEFINED", typeId: 411 },
  /** "Discount to invoice": discounts (0-84) → invoices (0-53). */
  discountToInvoice: { category: "HUBSPOT_DEFINED", typeId: 412 },
  /** "Invoice to fee": invoices (0-53) → fees (0-85). */
  invoiceToFee: { category: "HUBSPOT_DEFINED", typeId: 413 },
  /** "Fee to invoice": fees (0-85) → invoices (0-53). */
  feeToInvoice: { category: "HUBSPOT_DEFINED", typeId: 414 },
  /** "Invoice to tax": invoices (0-53) → taxes (0-86). */
  invoiceToTax: { category: "HUBSPOT_DEFINED", typeId: 415 },
  /** "Tax to invoice": taxes (0-86) → invoices (0-53). */
  taxToInvoice: { category: "HUBSPOT_DEFINED", typeId: 416 },
  /** "Payment to discount": payments (0-101) → discounts (0-84). */
  paymentToDiscount: { category: "HUBSPOT_DEFINED", typeId: 428 },
  /** "Contact to contact": contacts (0-1) → contacts (0-1). */
  contactToContact: { category: "HUBSPOT_DEFINED", typeId: 449 },
  /** "Company to company": companies (0-2) → companies (0-2). */
  companyToCompany: { category: "HUBSPOT_DEFINED", typeId: 450 },
  /** "Deal to deal": deals (0-3) → deals (0-3). */
  dealToDeal: { category: "HUBSPOT_DEFINED", typeId: 451 },
  /** "Ticket to ticket": tickets (0-5) → tickets (0-5). */
  ticketToTicket: { category: "HUBSPOT_DEFINED", typeId: 452 },
  /** "Postal mail to contact": postal_mail (0-116) → contacts (0-1). */
  postalMailToContact: { category: "HUBSPOT_DEFINED", typeId: 453 },
  /** "Contact to postal mail": contacts (0-1) → postal_mail (0-116). */
  contactToPostalMail: { category: "HUBSPOT_DEFINED", typeId: 454 },
  /** "Postal mail to ticket": postal_mail (0-116) → tickets (0-5). */
  postalMailToTicket: { category: "HUBSPOT_DEFINED", typeId: 455 },
  /** "Ticket to postal mail": tickets (0-5) → postal_mail (0-116). */
  ticketToPostalMail: { category: "HUBSPOT_DEFINED", typeId: 456 },
  /** "Postal mail to deal": postal_mail (0-116) → deals (0-3). */
  postalMailToDeal: { category: "HUBSPOT_DEFINED", typeId: 457 },
  /** "Deal to postal mail": deals (0-3) → postal_mail (0-116). */
  dealToPostalMail: { category: "HUBSPOT_DEFINED", typeId: 458 },
  /** "Postal mail to company": postal_mail (0-116) → companies (0-2). */
  postalMailToCompany: { category: "HUBSPOT_DEFINED", typeId: 459 },
  /** "Company to postal mail": companies (0-2) → postal_mail (0-116). */
  companyToPostalMail: { category: "HUBSPOT_DEFINED", typeId: 460 },
  /** "Payment link to contact": payment link → contacts (0-1). */
  paymentLinkToContact: { category: "HUBSPOT_DEFINED", typeId: 469 },
  /** "Contact to payment link": contacts (0-1) → payment link. */
  contactToPaymentLink: { category: "HUBSPOT_DEFINED", typeId: 470 },
  /** "Payment link to company": payment link → companies (0-2). */
  paymentLinkToCompany: { category: "HUBSPOT_DEFINED", typeId: 471 },
  /** "Company to payment link": companies (0-2) → payment link. */
  companyToPaymentLink: { category: "HUBSPOT_DEFINED", typeId: 472 },
  /** "Payment link to deal": payment link → deals (0-3). */
  paymentLinkToDeal: { category: "HUBSPOT_DEFINED", typeId: 473 },
  /** "Deal to payment link": deals (0-3) → payment link. */
  dealToPaymentLink: { category: "HUBSPOT_DEFINED", typeId: 474 },
  /** "Payment link to payment": payment link → payments (0-101). */
  paymentLinkToPayment: { category: "HUBSPOT_DEFINED", typeId: 475 },
  /** "Payment to payment link": payments (0-101) → payment link. */
  paymentToPaymentLink: { category: "HUBSPOT_DEFINED", typeId: 476 },
  /** "Payment link to subscription": payment link → subscriptions (0-69). */
  paymentLinkToSubscription: { category: "HUBSPOT_DEFINED", typeId: 477 },
  /** "Subscription to payment link": subscriptions (0-69) → payment link. */
  subscriptionToPaymentLink: { category: "HUBSPOT_DEFINED", typeId: 478 },
  /** "Order to contact": orders (0-123) → contacts (0-1). */
  orderToContact: { category: "HUBSPOT_DEFINED", typeId: 507 },
  /** "Contact to order": contacts (0-1) → orders (0-123). */
  contactToOrder: { category: "HUBSPOT_DEFINED", typeId: 508 },
  /** "Order to primary company": orders (0-123) → companies (0-2). */
  orderToCompanyPrimary: { category: "HUBSPOT_DEFINED", typeId: 509 },
  /** "Primary company to order": companies (0-2) → orders (0-123). */
  companyPrimaryToOrder: { category: "HUBSPOT_DEFINED", typeId: 510 },
  /** "Deal to order": deals (0-3) → orders (0-123). */
  dealToOrder: { category: "HUBSPOT_DEFINED", typeId: 511 },
  /** "Order to deal": orders (0-123) → deals (0-3). */
  orderToDeal: { category: "HUBSPOT_DEFINED", typeId: 512 },
  /** "Order to line item": orders (0-123) → line_items (0-8). */
  orderToLineItem: { category: "HUBSPOT_DEFINED", typeId: 513 },
  /** "Line item to order": line_items (0-8) → orders (0-123). */
  lineItemToOrder: { category: "HUBSPOT_DEFINED", typeId: 514 },
  /** "Subscription to order": subscriptions (0-69) → orders (0-123). */
  subscriptionToOrder: { category: "HUBSPOT_DEFINED", typeId: 515 },
  /** "Order to subscription": orders (0-123) → subscriptions (0-69). */
  orderToSubscription: { category: "HUBSPOT_DEFINED", typeId: 516 },
  /** "Invoice to order": invoices (0-53) → orders (0-123). */
  invoiceToOrder: { category: "HUBSPOT_DEFINED", typeId: 517 },
  /** "Order to invoice": orders (0-123) → invoices (0-53). */
  orderToInvoice: { category: "HUBSPOT_DEFINED", typeId: 518 },
  /** "Order to discount": orders (0-123) → discounts (0-84). */
  orderToDiscount: { category: "HUBSPOT_DEFINED", typeId: 519 },
  /** "Discount to order": discounts (0-84) → orders (0-123). */
  discountToOrder: { category: "HUBSPOT_DEFINED", typeId: 520 },
  /** "Order to discount code": orders (0-123) → discount code. */
  orderToDiscountCode: { category: "HUBSPOT_DEFINED", typeId: 521 },
  /** "Order to payment": orders (0-123) → payments (0-101). */
  orderToPayment: { category: "HUBSPOT_DEFINED", typeId: 523 },
  /** "Payment to order": payments (0-101) → orders (0-123). */
  paymentToOrder: { category: "HUBSPOT_DEFINED", typeId: 524 },
  /** "Order to ticket": orders (0-123) → tickets (0-5). */
  orderToTicket: { category: "HUBSPOT_DEFINED", typeId: 525 },
  /** "Ticket to order": tickets (0-5) → orders (0-123). */
  ticketToOrder: { category: "HUBSPOT_DEFINED", typeId: 526 },
  /** "Invoice to payment": invoices (0-53) → payments (0-101). */
  invoiceToPayment: { category: "HUBSPOT_DEFINED", typeId: 541 },
  /** "Payment to invoice": payments (0-101) → invoices (0-53). */
  paymentToInvoice: { category: "HUBSPOT_DEFINED", typeId: 542 },
  /** "Upcoming line item to subscription": line_items (0-8) → subscriptions (0-69). */
  lineItemUpcomingToSubscription: { category: "HUBSPOT_DEFINED", typeId: 565 },
  /** "Line item to abandoned cart": line_items (0-8) → abandoned cart. */
  lineItemToAbandonedCart: { category: "HUBSPOT_DEFINED", typeId: 571 },
  /** "Lead to primary contact": leads (0-136) → contacts (0-1). */
  leadToContactPrimary: { category: "HUBSPOT_DEFINED", typeId: 578 },
  /** "Lead to primary company": leads (0-136) → companies (0-2). */
  leadToCompanyPrimary: { category: "HUBSPOT_DEFINED", typeId: 580 },
  /** "Lead to primary deal": leads (0-136) → deals (0-3). */
  leadToDealPrimary: { category: "HUBSPOT_DEFINED", typeId: 582 },
  /** "Primary deal to lead": deals (0-3) → leads (0-136). */
  dealPrimaryToLead: { category: "HUBSPOT_DEFINED", typeId: 583 },
  /** "Cart to contact": carts (0-142) → contacts (0-1). */
  cartToContact: { category: "HUBSPOT_DEFINED", typeId: 586 },
  /** "Contact to cart": contacts (0-1) → carts (0-142). */
  contactToCart: { category: "HUBSPOT_DEFINED", typeId: 587 },
  /** "Cart to discount": carts (0-142) → discounts (0-84). */
  cartToDiscount: { category: "HUBSPOT_DEFINED", typeId: 588 },
  /** "Discount to cart": discounts (0-84) → carts (0-142). */
  discountToCart: { category: "HUBSPOT_DEFINED", typeId: 589 },
  /** "Cart to line item": carts (0-142) → line_items (0-8). */
  cartToLineItem: { category: "HUBSPOT_DEFINED", typeId: 590 },
  /** "Line item to cart": line_items (0-8) → carts (0-142). */
  lineItemToCart: { category: "HUBSPOT_DEFINED", typeId: 591 },
  /** "Cart to order": carts (0-142) → orders (0-123). */
  cartToOrder: { category: "HUBSPOT_DEFINED", typeId: 592 },
  /** "Order to cart": orders (0-123) → carts (0-142). */
  orderToCart: { category: "HUBSPOT_DEFINED", typeId: 593 },
  /** "Cart to ticket": carts (0-142) → tickets (0-5). */
  cartToTicket: { category: "HUBSPOT_DEFINED", typeId: 594 },
  /** "Lead to call": leads (0-136) → calls (0-48). */
  leadToCall: { category: "HUBSPOT_DEFINED", typeId: 596 },
  /** "Call to lead": calls (0-48) → leads (0-136). */
  callToLead: { category: "HUBSPOT_DEFINED", typeId: 597 },
  /** "Lead to email": leads (0-136) → emails (0-49). */
  leadToEmail: { category: "HUBSPOT_DEFINED", typeId: 598 },
  /** "Lead to meeting": leads (0-136) → meetings (0-47). */
  leadToMeeting: { category: "HUBSPOT_DEFINED", typeId: 600 },
  /** "Meeting to lead": meetings (0-47) → leads (0-136). */
  meetingToLead: { category: "HUBSPOT_DEFINED", typeId: 601 },
  /** "Lead to communication": leads (0-136) → communications (0-18). */
  leadToCommunication: { category: "HUBSPOT_DEFINED", typeId: 602 },
  /** "Communication to lead": communications (0-18) → leads (0-136). */
  communicationToLead: { category: "HUBSPOT_DEFINED", typeId: 603 },
  /** "Lead to contact": leads (0-136) → contacts (0-1). */
  leadToContact: { category: "HUBSPOT_DEFINED", typeId: 608 },
  /** "Contact to lead": contacts (0-1) → leads (0-136). */
  contactToLead: { category: "HUBSPOT_DEFINED", typeId: 609 },
  /** "Lead to company": leads (0-136) → companies (0-2). */
  leadToCompany: { category: "HUBSPOT_DEFINED", typeId: 610 },
  /** "Company to lead": companies (0-2) → leads (0-136). */
  companyToLead: { category: "HUBSPOT_DEFINED", typeId: 611 },
  /** "Invoice to subscription": invoices (0-53) → subscriptions (0-69). */
  invoiceToSubscription: { category: "HUBSPOT_DEFINED", typeId: 622 },
  /** "Subscription to invoice": subscriptions (0-69) → invoices (0-53). */
  subscriptionToInvoice: { category: "HUBSPOT_DEFINED", typeId: 623 },
  /** "Lead to task": leads (0-136) → tasks (0-27). */
  leadToTask: { category: "HUBSPOT_DEFINED", typeId: 646 },
  /** "Task to lead": tasks (0-27) → leads (0-136). */
  taskToLead: { category: "HUBSPOT_DEFINED", typeId: 647 },
  /** "Invoice to data sync state": invoices (0-53) → data sync state. */
  invoiceToDataSyncState: { category: "HUBSPOT_DEFINED", typeId: 679 },
  /** "Payment link to discount": payment link → discounts (0-84). */
  paymentLinkToDiscount: { category: "HUBSPOT_DEFINED", typeId: 682 },
  /** "Discount to payment link": discounts (0-84) → payment link. */
  discountToPaymentLink: { category: "HUBSPOT_DEFINED", typeId: 683 },
  /** "Payment link to tax": payment link → taxes (0-86). */
  paymentLinkToTax: { category: "HUBSPOT_DEFINED", typeId: 684 },
  /** "Tax to payment link": taxes (0-86) → payment link. */
  taxToPaymentLink: { category: "HUBSPOT_DEFINED", typeId: 685 },
  /** "Payment link to fee": payment link → fees (0-85). */
  paymentLinkToFee: { category: "HUBSPOT_DEFINED", typeId: 686 },
  /** "Fee to payment link": fees (0-85) → payment link. */
  feeToPaymentLink: { category: "HUBSPOT_DEFINED", typeId: 687 },
  /** "Invoice to payment schedule installment": invoices (0-53) → payment schedule installment. */
  invoiceToPaymentScheduleInstallment: { category: "HUBSPOT_DEFINED", typeId: 691 },
  /** "Quote to signer contact (for e-signatures)": quotes (0-14) → contacts (0-1). */
  quoteToContactSigner: { category: "HUBSPOT_DEFINED", typeId: 702 },
  /** "Signer contact to quote (for e-signatures)": contacts (0-1) → quotes (0-14). */
  contactSignerToQuote: { category: "HUBSPOT_DEFINED", typeId: 703 },
  /** "Order to task": orders (0-123) → tasks (0-27). */
  orderToTask: { category: "HUBSPOT_DEFINED", typeId: 726 },
  /** "Task to order": tasks (0-27) → orders (0-123). */
  taskToOrder: { category: "HUBSPOT_DEFINED", typeId: 727 },
  /** "Cart to task": carts (0-142) → tasks (0-27). */
  cartToTask: { category: "HUBSPOT_DEFINED", typeId: 728 },
  /** "Order to quote": orders (0-123) → quotes (0-14). */
  orderToQuote: { category: "HUBSPOT_DEFINED", typeId: 730 },
  /** "Quote to order": quotes (0-14) → orders (0-123). */
  quoteToOrder: { category: "HUBSPOT_DEFINED", typeId: 731 },
  /** "Cart to quote": carts (0-142) → quotes (0-14). */
  cartToQuote: { category: "HUBSPOT_DEFINED", typeId: 732 },
  /** "Quote to cart": quotes (0-14) → carts (0-142). */
  quoteToCart: { category: "HUBSPOT_DEFINED", typeId: 733 },
  /** "Payment link to line item": payment link → line_items (0-8). */
  paymentLinkToLineItem: { category: "HUBSPOT_DEFINED", typeId: 758 },
  /** "Line item to payment link": line_items (0-8) → payment link. */
  lineItemToPaymentLink: { category: "HUBSPOT_DEFINED", typeId: 759 },
  /** "Order to note": orders (0-123) → notes (0-46). */
  orderToNote: { category: "HUBSPOT_DEFINED", typeId: 764 },
  /** "Note to order": notes (0-46) → orders (0-123). */
  noteToOrder: { category: "HUBSPOT_DEFINED", typeId: 765 },
  /** "Order to meeting": orders (0-123) → meetings (0-47). */
  orderToMeeting: { category: "HUBSPOT_DEFINED", typeId: 768 },
  /** "Meeting to order": meetings (0-47) → orders (0-123). */
  meetingToOrder: { category: "HUBSPOT_DEFINED", typeId: 769 },
  /** "Order to call": orders (0-123) → calls (0-48). */
  orderToCall: { category: "HUBSPOT_DEFINED", typeId: 772 },
  /** "Call to order": calls (0-48) → orders (0-123). */
  callToOrder: { category: "HUBSPOT_DEFINED", typeId: 773 },
  /** "Order to email": orders (0-123) → emails (0-49). */
  orderToEmail: { category: "HUBSPOT_DEFINED", typeId: 776 },
  /** "Email to order": emails (0-49) → orders (0-123). */
  emailToOrder: { category: "HUBSPOT_DEFINED", typeId: 777 },
  /** "Order to communication": orders (0-123) → communications (0-18). */
  orderToCommunication: { category: "HUBSPOT_DEFINED", typeId: 784 },
  /** "Communication to order": communications (0-18) → orders (0-123). */
  communicationToOrder: { category: "HUBSPOT_DEFINED", typeId: 785 },
  /** "Postal mail to order": postal_mail (0-116) → orders (0-123). */
  postalMailToOrder: { category: "HUBSPOT_DEFINED", typeId: 788 },
  /** "Order to postal mail": orders (0-123) → postal_mail (0-116). */
  orderToPostalMail: { category: "HUBSPOT_DEFINED", typeId: 789 },
  /** "Service to company": services (0-162) → companies (0-2). */
  serviceToCompany: { category: "HUBSPOT_DEFINED", typeId: 792 },
  /** "Company to service": companies (0-2) → services (0-162). */
  companyToService: { category: "HUBSPOT_DEFINED", typeId: 793 },
  /** "Service to deal": services (0-162) → deals (0-3). */
  serviceToDeal: { category: "HUBSPOT_DEFINED", typeId: 794 },
  /** "Deal to service": deals (0-3) → services (0-162). */
  dealToService: { category: "HUBSPOT_DEFINED", typeId: 795 },
  /** "Service to ticket": services (0-162) → tickets (0-5). */
  serviceToTicket: { category: "HUBSPOT_DEFINED", typeId: 796 },
  /** "Ticket to service": tickets (0-5) → services (0-162). */
  ticketToService: { category: "HUBSPOT_DEFINED", typeId: 797 },
  /** "Service to contact": services (0-162) → contacts (0-1). */
  serviceToContact: { category: "HUBSPOT_DEFINED", typeId: 798 },
  /** "Contact to service": contacts (0-1) → services (0-162). */
  contactToService: { category: "HUBSPOT_DEFINED", typeId: 799 },
  /** "Goal to campaign": goals (0-74) → campaign. */
  goalToCampaign: { category: "HUBSPOT_DEFINED", typeId: 809 },
  /** "Payment link to invoice": payment link → invoices (0-53). */
  paymentLinkToInvoice: { category: "HUBSPOT_DEFINED", typeId: 814 },
  /** "Invoice to payment link": invoices (0-53) → payment link. */
  invoiceToPaymentLink: { category: "HUBSPOT_DEFINED", typeId: 815 },
  /** "Service to note": services (0-162) → notes (0-46). */
  serviceToNote: { category: "HUBSPOT_DEFINED", typeId: 836 },
  /** "Note to service": notes (0-46) → services (0-162). */
  noteToService: { category: "HUBSPOT_DEFINED", typeId: 837 },
  /** "Service to meeting": services (0-162) → meetings (0-47). */
  serviceToMeeting: { category: "HUBSPOT_DEFINED", typeId: 838 },
  /** "Meeting to service": meetings (0-47) → services (0-162). */
  meetingToService: { category: "HUBSPOT_DEFINED", typeId: 839 },
  /** "Service to call": services (0-162) → calls (0-48). */
  serviceToCall: { category: "HUBSPOT_DEFINED", typeId: 840 },
  /** "Call to service": calls (0-48) → services (0-162). */
  callToService: { category: "HUBSPOT_DEFINED", typeId: 841 },
  /** "Service to email": services (0-162) → emails (0-49). */
  serviceToEmail: { category: "HUBSPOT_DEFINED", typeId: 842 },
  /** "Email to service": emails (0-49) → services (0-162). */
  emailToService: { category: "HUBSPOT_DEFINED", typeId: 843 },
  /** "Service to communication": services (0-162) → communications (0-18). */
  serviceToCommunication: { category: "HUBSPOT_DEFINED", typeId: 846 },
  /** "Communication to service": communications (0-18) → services (0-162). */
  communicationToService: { category: "HUBSPOT_DEFINED", typeId: 847 },
  /** "Service to postal mail": services (0-162) → postal_mail (0-116). */
  serviceToPostalMail: { category: "HUBSPOT_DEFINED", typeId: 848 },
  /** "Postal mail to service": postal_mail (0-116) → services (0-162). */
  postalMailToService: { category: "HUBSPOT_DEFINED", typeId: 849 },
  /** "Service to task": services (0-162) → tasks (0-27). */
  serviceToTask: { category: "HUBSPOT_DEFINED", typeId: 852 },
  /** "Task to service": tasks (0-27) → services (0-162). */
  taskToService: { category: "HUBSPOT_DEFINED", typeId: 853 },
  /** "Lead to note": leads (0-136) → notes (0-46). */
  leadToNote: { category: "HUBSPOT_DEFINED", typeId: 854 },
  /** "Note to lead": notes (0-46) → leads (0-136). */
  noteToLead: { category: "HUBSPOT_DEFINED", typeId: 855 },
  /** "Course to contact": courses (0-410) → contacts (0-1). */
  courseToContact: { category: "HUBSPOT_DEFINED", typeId: 860 },
  /** "Contact to course": contacts (0-1) → courses (0-410). */
  contactToCourse: { category: "HUBSPOT_DEFINED", typeId: 861 },
  /** "Course to deal": courses (0-410) → deals (0-3). */
  courseToDeal: { category: "HUBSPOT_DEFINED", typeId: 862 },
  /** "Deal to course": deals (0-3) → courses (0-410). */
  dealToCourse: { category: "HUBSPOT_DEFINED", typeId: 863 },
  /** "Course to call": courses (0-410) → calls (0-48). */
  courseToCall: { category: "HUBSPOT_DEFINED", typeId: 866 },
  /** "Call to course": calls (0-48) → courses (0-410). */
  callToCourse: { category: "HUBSPOT_DEFINED", typeId: 867 },
  /** "Course to email": courses (0-410) → emails (0-49). */
  courseToEmail: { category: "HUBSPOT_DEFINED", typeId: 870 },
  /** "Email to course": emails (0-49) → courses (0-410). */
  emailToCourse: { category: "HUBSPOT_DEFINED", typeId: 871 },
  /** "Course to meeting": courses (0-410) → meetings (0-47). */
  courseToMeeting: { category: "HUBSPOT_DEFINED", typeId: 872 },
  /** "Meeting to course": meetings (0-47) → courses (0-410). */
  meetingToCourse: { category: "HUBSPOT_DEFINED", typeId: 873 },
  /** "Course to note": courses (0-410) → notes (0-46). */
  courseToNote: { category: "HUBSPOT_DEFINED", typeId: 874 },
  /** "Note to course": notes (0-46) → courses (0-410). */
  noteToCourse: { category: "HUBSPOT_DEFINED", typeId: 875 },
  /** "Course to task": courses (0-410) → tasks (0-27). */
  courseToTask: { category: "HUBSPOT_DEFINED", typeId: 876 },
  /** "Task to course": tasks (0-27) → courses (0-410). */
  taskToCourse: { category: "HUBSPOT_DEFINED", typeId: 877 },
  /** "Course to communication": courses (0-410) → communications (0-18). */
  courseToCommunication: { category: "HUBSPOT_DEFINED", typeId: 878 },
  /** "Communication to course": communications (0-18) → courses (0-410). */
  communicationToCourse: { category: "HUBSPOT_DEFINED", typeId: 879 },
  /** "Course to postal mail": courses (0-410) → postal_mail (0-116). */
  courseToPostalMail: { category: "HUBSPOT_DEFINED", typeId: 880 },
  /** "Postal mail to course": postal_mail (0-116) → courses (0-410). */
  postalMailToCourse: { category: "HUBSPOT_DEFINED", typeId: 881 },
  /** "Listing to contact": listings (0-420) → contacts (0-1). */
  listingToContact: { category: "HUBSPOT_DEFINED", typeId: 882 },
  /** "Contact to listing": contacts (0-1) → listings (0-420). */
  contactToListing: { category: "HUBSPOT_DEFINED", typeId: 883 },
  /** "Listing to company": listings (0-420) → companies (0-2). */
  listingToCompany: { category: "HUBSPOT_DEFINED", typeId: 884 },
  /** "Company to listing": companies (0-2) → listings (0-420). */
  companyToListing: { category: "HUBSPOT_DEFINED", typeId: 885 },
  /** "Listing to deal": listings (0-420) → deals (0-3). */
  listingToDeal: { category: "HUBSPOT_DEFINED", typeId: 886 },
  /** "Deal to listing": deals (0-3) → listings (0-420). */
  dealToListing: { category: "HUBSPOT_DEFINED", typeId: 887 },
  /** "Listing to call": listings (0-420) → calls (0-48). */
  listingToCall: { category: "HUBSPOT_DEFINED", typeId: 890 },
  /** "Call to listing": calls (0-48) → listings (0-420). */
  callToListing: { category: "HUBSPOT_DEFINED", typeId: 891 },
  /** "Listing to email": listings (0-420) → emails (0-49). */
  listingToEmail: { category: "HUBSPOT_DEFINED", typeId: 894 },
  /** "Email to listing": emails (0-49) → listings (0-420). */
  emailToListing: { category: "HUBSPOT_DEFINED", typeId: 895 },
  /** "Listing to meeting": listings (0-420) → meetings (0-47). */
  listingToMeeting: { category: "HUBSPOT_DEFINED", typeId: 896 },
  /** "Meeting to listing": meetings (0-47) → listings (0-420). */
  meetingToListing: { category: "HUBSPOT_DEFINED", typeId: 897 },
  /** "Listing to note": listings (0-420) → notes (0-46). */
  listingToNote: { category: "HUBSPOT_DEFINED", typeId: 898 },
  /** "Note to listing": notes (0-46) → listings (0-420). */
  noteToListing: { category: "HUBSPOT_DEFINED", typeId: 899 },
  /** "Listing to task": listings (0-420) → tasks (0-27). */
  listingToTask: { category: "HUBSPOT_DEFINED", typeId: 900 },
  /** "Task to listing": tasks (0-27) → listings (0-420). */
  taskToListing: { category: "HUBSPOT_DEFINED", typeId: 901 },
  /** "Listing to communication": listings (0-420) → communications (0-18). */
  listingToCommunication: { category: "HUBSPOT_DEFINED", typeId: 902 },
  /** "Communication to listing": communications (0-18) → listings (0-420). */
  communicationToListing: { category: "HUBSPOT_DEFINED", typeId: 903 },
  /** "Listing to postal mail": listings (0-420) → postal_mail (0-116). */
  listingToPostalMail: { category: "HUBSPOT_DEFINED", typeId: 904 },
  /** "Postal mail to listing": postal_mail (0-116) → listings (0-420). */
  postalMailToListing: { category: "HUBSPOT_DEFINED", typeId: 905 },
  /** "Appointment to contact": appointments (0-421) → contacts (0-1). */
  appointmentToContact: { category: "HUBSPOT_DEFINED", typeId: 906 },
  /** "Contact to appointment": contacts (0-1) → appointments (0-421). */
  contactToAppointment: { category: "HUBSPOT_DEFINED", typeId: 907 },
  /** "Appointment to company": appointments (0-421) → companies (0-2). */
  appointmentToCompany: { category: "HUBSPOT_DEFINED", typeId: 908 },
  /** "Company to appointment": companies (0-2) → appointments (0-421). */
  companyToAppointment: { category: "HUBSPOT_DEFINED", typeId: 909 },
  /** "Appointment to call": appointments (0-421) → calls (0-48). */
  appointmentToCall: { category: "HUBSPOT_DEFINED", typeId: 912 },
  /** "Call to appointment": calls (0-48) → appointments (0-421). */
  callToAppointment: { category: "HUBSPOT_DEFINED", typeId: 913 },
  /** "Appointment to email": appointments (0-421) → emails (0-49). */
  appointmentToEmail: { category: "HUBSPOT_DEFINED", typeId: 916 },
  /** "Email to appointment": emails (0-49) → appointments (0-421). */
  emailToAppointment: { category: "HUBSPOT_DEFINED", typeId: 917 },
  /** "Appointment to meeting": appointments (0-421) → meetings (0-47). */
  appointmentToMeeting: { category: "HUBSPOT_DEFINED", typeId: 918 },
  /** "Meeting to appointment": meetings (0-47) → appointments (0-421). */
  meetingToAppointment: { category: "HUBSPOT_DEFINED", typeId: 919 },
  /** "Appointment to note": appointments (0-421) → notes (0-46). */
  appointmentToNote: { category: "HUBSPOT_DEFINED", typeId: 920 },
  /** "Note to appointment": notes (0-46) → appointments (0-421). */
  noteToAppointment: { category: "HUBSPOT_DEFINED", typeId: 921 },
  /** "Appointment to task": appointments (0-421) → tasks (0-27). */
  appointmentToTask: { category: "HUBSPOT_DEFINED", typeId: 922 },
  /** "Task to appointment": tasks (0-27) → appointments (0-421). */
  taskToAppointment: { category: "HUBSPOT_DEFINED", typeId: 923 },
  /** "Appointment to communication": appointments (0-421) → communications (0-18). */
  appointmentToCommunication: { category: "HUBSPOT_DEFINED", typeId: 924 },
  /** "Communication to appointment": communications (0-18) → appointments (0-421). */
  communicationToAppointment: { category: "HUBSPOT_DEFINED", typeId: 925 },
  /** "Appointment to postal mail": appointments (0-421) → postal_mail (0-116). */
  appointmentToPostalMail: { category: "HUBSPOT_DEFINED", typeId: 926 },
  /** "Postal mail to appointment": postal_mail (0-116) → appointments (0-421). */
  postalMailToAppointment: { category: "HUBSPOT_DEFINED", typeId: 927 },
  /** "Feedback submission to company": feedback_submissions (0-19) → companies (0-2). */
  feedbackSubmissionToCompany: { category: "HUBSPOT_DEFINED", typeId: 928 },
  /** "Company to feedback submission": companies (0-2) → feedback_submissions (0-19). */
  companyToFeedbackSubmission: { category: "HUBSPOT_DEFINED", typeId: 929 },
  /** "Company to billing contact": companies (0-2) → contacts (0-1). */
  companyToContactBilling: { category: "HUBSPOT_DEFINED", typeId: 930 },
  /** "Billing contact to company": contacts (0-1) → companies (0-2). */
  contactBillingToCompany: { category: "HUBSPOT_DEFINED", typeId: 931 },
  /** "Order to company": orders (0-123) → companies (0-2). */
  orderToCompany: { category: "HUBSPOT_DEFINED", typeId: 934 },
  /** "Company to order": companies (0-2) → orders (0-123). */
  companyToOrder: { category: "HUBSPOT_DEFINED", typeId: 935 },
  /** "Course to company": courses (0-410) → companies (0-2). */
  courseToCompany: { category: "HUBSPOT_DEFINED", typeId: 938 },
  /** "Company to course": companies (0-2) → courses (0-410). */
  companyToCourse: { category: "HUBSPOT_DEFINED", typeId: 939 },
  /** "Course to ticket": courses (0-410) → tickets (0-5). */
  courseToTicket: { category: "HUBSPOT_DEFINED", typeId: 940 },
  /** "Ticket to course": tickets (0-5) → courses (0-410). */
  ticketToCourse: { category: "HUBSPOT_DEFINED", typeId: 941 },
  /** "Listing to ticket": listings (0-420) → tickets (0-5). */
  listingToTicket: { category: "HUBSPOT_DEFINED", typeId: 942 },
  /** "Ticket to listing": tickets (0-5) → listings (0-420). */
  ticketToListing: { category: "HUBSPOT_DEFINED", typeId: 943 },
  /** "Appointment to deal": appointments (0-421) → deals (0-3). */
  appointmentToDeal: { category: "HUBSPOT_DEFINED", typeId: 944 },
  /** "Deal to appointment": deals (0-3) → appointments (0-421). */
  dealToAppointment: { category: "HUBSPOT_DEFINED", typeId: 945 },
  /** "Appointment to ticket": appointments (0-421) → tickets (0-5). */
  appointmentToTicket: { category: "HUBSPOT_DEFINED", typeId: 946 },
  /** "Ticket to appointment": tickets (0-5) → appointments (0-421). */
  ticketToAppointment: { category: "HUBSPOT_DEFINED", typeId: 947 },
  /** "Feedback submission to deal": feedback_submissions (0-19) → deals (0-3). */
  feedbackSubmissionToDeal: { category: "HUBSPOT_DEFINED", typeId: 984 },
  /** "Deal to feedback submission": deals (0-3) → feedback_submissions (0-19). */
  dealToFeedbackSubmission: { category: "HUBSPOT_DEFINED", typeId: 985 },
  /** "Invoice to ticket": invoices (0-53) → tickets (0-5). */
  invoiceToTicket: { category: "HUBSPOT_DEFINED", typeId: 986 },
  /** "Lead to deal": leads (0-136) → deals (0-3). */
  leadToDeal: { category: "HUBSPOT_DEFINED", typeId: 1037 },
  /** "Deal to lead": deals (0-3) → leads (0-136). */
  dealToLead: { category: "HUBSPOT_DEFINED", typeId: 1038 },
  /** "Subscription to ticket": subscriptions (0-69) → tickets (0-5). */
  subscriptionToTicket: { category: "HUBSPOT_DEFINED", typeId: 1121 },
  /** "Ticket to subscription": tickets (0-5) → subscriptions (0-69). */
  ticketToSubscription: { category: "HUBSPOT_DEFINED", typeId: 1122 },
  /** "Feedback submission to call": feedback_submissions (0-19) → calls (0-48). */
  feedbackSubmissionToCall: { category: "HUBSPOT_DEFINED", typeId: 1155 },
  /** "Call to feedback submission": calls (0-48) → feedback_submissions (0-19). */
  callToFeedbackSubmission: { category: "HUBSPOT_DEFINED", typeId: 1156 },
  /** "Feedback submission to cart": feedback_submissions (0-19) → carts (0-142). */
  feedbackSubmissionToCart: { category: "HUBSPOT_DEFINED", typeId: 1157 },
  /** "Cart to feedback submission": carts (0-142) → feedback_submissions (0-19). */
  cartToFeedbackSubmission: { category: "HUBSPOT_DEFINED", typeId: 1158 },
  /** "Feedback submission to invoice": feedback_submissions (0-19) → invoices (0-53). */
  feedbackSubmissionToInvoice: { category: "HUBSPOT_DEFINED", typeId: 1159 },
  /** "Invoice to feedback submission": invoices (0-53) → feedback_submissions (0-19). */
  invoiceToFeedbackSubmission: { category: "HUBSPOT_DEFINED", typeId: 1160 },
  /** "Feedback submission to lead": feedback_submissions (0-19) → leads (0-136). */
  feedbackSubmissionToLead: { category: "HUBSPOT_DEFINED", typeId: 1161 },
  /** "Lead to feedback submission": leads (0-136) → feedback_submissions (0-19). */
  leadToFeedbackSubmission: { category: "HUBSPOT_DEFINED", typeId: 1162 },
  /** "Feedback submission to order": feedback_submissions (0-19) → orders (0-123). */
  feedbackSubmissionToOrder: { category: "HUBSPOT_DEFINED", typeId: 1167 },
  /** "Order to feedback submission": orders (0-123) → feedback_submissions (0-19). */
  orderToFeedbackSubmission: { category: "HUBSPOT_DEFINED", typeId: 1168 },
  /** "Feedback submission to payment": feedback_submissions (0-19) → payments (0-101). */
  feedbackSubmissionToPayment: { category: "HUBSPOT_DEFINED", typeId: 1169 },
  /** "Payment to feedback submission": payments (0-101) → feedback_submissions (0-19). */
  paymentToFeedbackSubmission: { category: "HUBSPOT_DEFINED", typeId: 1170 },
  /** "Feedback submission to quote": feedback_submissions (0-19) → quotes (0-14). */
  feedbackSubmissionToQuote: { category: "HUBSPOT_DEFINED", typeId: 1171 },
  /** "Quote to feedback submission": quotes (0-14) → feedback_submissions (0-19). */
  quoteToFeedbackSubmission: { category: "HUBSPOT_DEFINED", typeId: 1172 },
  /** "Feedback submission to subscription": feedback_submissions (0-19) → subscriptions (0-69). */
  feedbackSubmissionToSubscription: { category: "HUBSPOT_DEFINED", typeId: 1173 },
  /** "Subscription to feedback submission": subscriptions (0-69) → feedback_submissions (0-19). */
  subscriptionToFeedbackSubmission: { category: "HUBSPOT_DEFINED", typeId: 1174 },
  /** "Quote to billing contact": quotes (0-14) → contacts (0-1). */
  quoteToContactBilling: { category: "HUBSPOT_DEFINED", typeId: 1226 },
  /** "Billing contact to quote": contacts (0-1) → quotes (0-14). */
  contactBillingToQuote: { category: "HUBSPOT_DEFINED", typeId: 1227 },
  /** "Project to company": projects (0-970) → companies (0-2). */
  projectToCompany: { category: "HUBSPOT_DEFINED", typeId: 1236 },
  /** "Company to project": companies (0-2) → projects (0-970). */
  companyToProject: { category: "HUBSPOT_DEFINED", typeId: 1237 },
  /** "Project to deal": projects (0-970) → deals (0-3). */
  projectToDeal: { category: "HUBSPOT_DEFINED", typeId: 1238 },
  /** "Deal to project": deals (0-3) → projects (0-970). */
  dealToProject: { category: "HUBSPOT_DEFINED", typeId: 1239 },
  /** "Project to ticket": projects (0-970) → tickets (0-5). */
  projectToTicket: { category: "HUBSPOT_DEFINED", typeId: 1240 },
  /** "Ticket to project": tickets (0-5) → projects (0-970). */
  ticketToProject: { category: "HUBSPOT_DEFINED", typeId: 1241 },
  /** "Project to contact": projects (0-970) → contacts (0-1). */
  projectToContact: { category: "HUBSPOT_DEFINED", typeId: 1242 },
  /** "Contact to project": contacts (0-1) → projects (0-970). */
  contactToProject: { category: "HUBSPOT_DEFINED", typeId: 1243 },
  /** "Project to service": projects (0-970) → services (0-162). */
  projectToService: { category: "HUBSPOT_DEFINED", typeId: 1244 },
  /** "Service to project": services (0-162) → projects (0-970). */
  serviceToProject: { category: "HUBSPOT_DEFINED", typeId: 1245 },
  /** "Project to task": projects (0-970) → tasks (0-27). */
  projectToTask: { category: "HUBSPOT_DEFINED", typeId: 1246 },
  /** "Task to project": tasks (0-27) → projects (0-970). */
  taskToProject: { category: "HUBSPOT_DEFINED", typeId: 1247 },
  /** "Project to note": projects (0-970) → notes (0-46). */
  projectToNote: { category: "HUBSPOT_DEFINED", typeId: 1248 },
  /** "Note to project": notes (0-46) → projects (0-970). */
  noteToProject: { category: "HUBSPOT_DEFINED", typeId: 1249 },
  /** "Project to marketing event": projects (0-970) → marketing_events (0-54). */
  projectToMarketingEvent: { category: "HUBSPOT_DEFINED", typeId: 1250 },
  /** "Project to engagement": projects (0-970) → engagement. */
  projectToEngagement: { category: "HUBSPOT_DEFINED", typeId: 1252 },
  /** "Project to project": projects (0-970) → projects (0-970). */
  projectToProject: { category: "HUBSPOT_DEFINED", typeId: 1254 },
  /** "Project to meeting event": projects (0-970) → meeting event. */
  projectToMeetingEvent: { category: "HUBSPOT_DEFINED", typeId: 1255 },
  /** "Project to call": projects (0-970) → calls (0-48). */
  projectToCall: { category: "HUBSPOT_DEFINED", typeId: 1257 },
  /** "Call to project": calls (0-48) → projects (0-970). */
  callToProject: { category: "HUBSPOT_DEFINED", typeId: 1258 },
  /** "Project to email": projects (0-970) → emails (0-49). */
  projectToEmail: { category: "HUBSPOT_DEFINED", typeId: 1259 },
  /** "Email to project": emails (0-49) → projects (0-970). */
  emailToProject: { category: "HUBSPOT_DEFINED", typeId: 1260 },
  /** "Project to conversation session": projects (0-970) → conversation session. */
  projectToConversationSession: { category: "HUBSPOT_DEFINED", typeId: 1261 },
  /** "Project to postal mail": projects (0-970) → postal_mail (0-116). */
  projectToPostalMail: { category: "HUBSPOT_DEFINED", typeId: 1263 },
  /** "Postal mail to project": postal_mail (0-116) → projects (0-970). */
  postalMailToProject: { category: "HUBSPOT_DEFINED", typeId: 1264 },
  /** "Project to communication": projects (0-970) → communications (0-18). */
  projectToCommunication: { category: "HUBSPOT_DEFINED", typeId: 1281 },
  /** "Communication to project": communications (0-18) → projects (0-970). */
  communicationToProject: { category: "HUBSPOT_DEFINED", typeId: 1282 },
  /** "Project to primary company": projects (0-970) → companies (0-2). */
  projectToCompanyPrimary: { category: "HUBSPOT_DEFINED", typeId: 1299 },
  /** "Project to data sync": projects (0-970) → data sync. */
  projectToDataSync: { category: "HUBSPOT_DEFINED", typeId: 1304 },
  /** "Project to listing": projects (0-970) → listings (0-420). */
  projectToListing: { category: "HUBSPOT_DEFINED", typeId: 1320 },
  /** "Listing to project": listings (0-420) → projects (0-970). */
  listingToProject: { category: "HUBSPOT_DEFINED", typeId: 1321 },
  /** "Project to course": projects (0-970) → courses (0-410). */
  projectToCourse: { category: "HUBSPOT_DEFINED", typeId: 1322 },
  /** "Course to project": courses (0-410) → projects (0-970). */
  courseToProject: { category: "HUBSPOT_DEFINED", typeId: 1323 },
  /** "Project to appointment": projects (0-970) → appointments (0-421). */
  projectToAppointment: { category: "HUBSPOT_DEFINED", typeId: 1324 },
  /** "Appointment to project": appointments (0-421) → projects (0-970). */
  appointmentToProject: { category: "HUBSPOT_DEFINED", typeId: 1325 },
  /** "Payment to fee": payments (0-101) → fees (0-85). */
  paymentToFee: { category: "HUBSPOT_DEFINED", typeId: 1326 },
  /** "Fee to payment": fees (0-85) → payments (0-101). */
  feeToPayment: { category: "HUBSPOT_DEFINED", typeId: 1327 },
  /** "Quote to billing company": quotes (0-14) → companies (0-2). */
  quoteToCompanyBilling: { category: "HUBSPOT_DEFINED", typeId: 1334 },
  /** "Billing company to quote": companies (0-2) → quotes (0-14). */
  companyBillingToQuote: { category: "HUBSPOT_DEFINED", typeId: 1335 },
  /** "Line item to project": line_items (0-8) → projects (0-970). */
  lineItemToProject: { category: "HUBSPOT_DEFINED", typeId: 1345 },
  /** "Deal to cart": deals (0-3) → carts (0-142). */
  dealToCart: { category: "HUBSPOT_DEFINED", typeId: 1346 },
  /** "Cart to deal": carts (0-142) → deals (0-3). */
  cartToDeal: { category: "HUBSPOT_DEFINED", typeId: 1347 },
  /** "Payment to ticket": payments (0-101) → tickets (0-5). */
  paymentToTicket: { category: "HUBSPOT_DEFINED", typeId: 1354 },
  /** "Ticket to payment": tickets (0-5) → payments (0-101). */
  ticketToPayment: { category: "HUBSPOT_DEFINED", typeId: 1355 },
  /** "Goal to deal": goals (0-74) → deals (0-3). */
  goalToDeal: { category: "HUBSPOT_DEFINED", typeId: 1356 },
  /** "Deal to goal": deals (0-3) → goals (0-74). */
  dealToGoal: { category: "HUBSPOT_DEFINED", typeId: 1357 },
} as const;
