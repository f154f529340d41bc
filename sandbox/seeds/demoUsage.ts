/**
 * Records of the `demo` company that have many associated records: some at their limit or near it, some beyond it,
 * because it was lowered after they were associated, and a few with room, of which limits tracking says nothing.
 */
import type { RecordUsage } from "../model";

/** Records with ids from `first` on, far enough apart to look like those of a portal. */
const records = (
  from: string,
  to: string,
  first: number,
  ...used: ReadonlyArray<readonly [label: string, associated: number]>
): RecordUsage => ({
  from,
  to,
  records: used.map(([label, associated], i) => ({ objectId: first + 137 * i, label, associated })),
});

export const demoUsage: ReadonlyArray<RecordUsage> = [
  records(
    "contacts",
    "companies",
    51_204_101,
    ["Ada Berg", 5],
    ["Jonas Weber", 7],
    ["Mira Okafor", 5],
    ["Luis Ferrer", 6],
    ["Hanna Lind", 4],
    ["Tomasz Nowak", 4],
    ["Priya Raman", 4],
    ["Elif Kaya", 3],
    ["Noah Dubois", 3],
    ["Sofia Rossi", 2],
  ),
  records(
    "companies",
    "contacts",
    8_830_002,
    ["Nordwind Logistics", 612],
    ["Helios Energy", 500],
    ["Brightwater Foods", 487],
    ["Castell Insurance", 431],
    ["Orchard Health", 402],
    ["Tidal Robotics", 212],
  ),
  records(
    "deals",
    "contacts",
    20_117_440,
    ["Helios Energy: rollout", 16],
    ["Nordwind Logistics: renewal", 19],
    ["Castell Insurance: phase two", 17],
    ["Orchard Health: pilot", 16],
    ["Brightwater Foods: expansion", 18],
    ["Tidal Robotics: support", 16],
    ["Quarry Stone: licences", 17],
    ["Lumen Retail: licences", 9],
  ),
  // Tickets of buyers without a company of their own hang on these. The pair has no limit but HubSpot's.
  records("companies", "tickets", 8_831_920, ["Counter sales", 41_250], ["Web shop", 1_310]),
  records(
    "services",
    "companies",
    33_400_910,
    ["Onboarding Helios", 1],
    ["Onboarding Nordwind", 1],
    ["Managed backup Castell", 1],
    ["Managed backup Orchard", 1],
    ["Training Brightwater", 1],
    ["Training Tidal", 1],
  ),
  records("contract", "companies", 40_011_005, ["C-2023-014", 3], ["C-2024-102", 3], ["C-2025-007", 2]),
  records("invoices", "deals", 61_900_300, ["INV-20481", 1], ["INV-20482", 1], ["INV-20490", 1]),
  records("deals", "partner", 20_117_440, ["Helios Energy: rollout", 4], ["Nordwind Logistics: renewal", 2]),
];
