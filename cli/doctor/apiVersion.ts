/** How long HubSpot supports a version of its API. */
import { environmentName } from "../../provider/source";
import type { Result } from "./result";
import { ok, warning } from "./result";

/** The newest version that this package knows. */
const newest = "2026-09";

/** HubSpot's changelog, "Deprecating support for HubSpot v4 APIs". */
const endOfV4 = { date: new Date("2027-03-30T00:00:00Z"), shown: "30 March 2027" };

/** HubSpot's "Developer platform and API versioning": a version is supported for 18 months. */
const supportedMonths = 18;
/** Time to change over. */
const noticeMonths = 6;

const plusMonths = (date: Date, months: number): Date =>
  new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, date.getUTCDate()));

const monthNames = [
  "January", "February", "March", "April", "May", "June",
  "July", "August", "September", "October", "November", "December",
] as const; // prettier-ignore

/** A dated version ends in a month; HubSpot publishes no day ahead. */
const showMonth = (date: Date): string => `${monthNames[date.getUTCMonth()]} ${date.getUTCFullYear()}`;

interface End {
  readonly date: Date;
  readonly shown: string;
}

const endOf = (version: string): End => {
  if (version === "v4") return endOfV4;
  const date = plusMonths(new Date(`${version}-01T00:00:00Z`), supportedMonths);
  return { date, shown: showMonth(date) };
};

/** `variables` is what the names of the portal's variables have besides. */
export const checkApiVersion = (version: string, today: Date, variables: string | undefined): Result => {
  const variable = environmentName("apiVersion", variables);
  const { date, shown } = endOf(version);
  const change = `set ${variable}, or hubspot:apiVersion in a stack, to ${newest}`;
  if (version !== "v4" && version > newest)
    return warning(
      `${version} is newer than ${newest}, the newest that this package knows`,
      `install a newer pulumi-hubspot-associations, or ${change}`,
    );
  if (date <= today) return warning(`${version} has been without HubSpot's support since ${shown}`, change);
  const says = `${version}, which HubSpot supports until ${shown}`;
  // To the newest version there is nothing to change over.
  return version !== newest && date <= plusMonths(today, noticeMonths) ? warning(says, change) : ok(says);
};
