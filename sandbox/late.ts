/** What HubSpot's other pages learn late of labels: schemas of a new one, limits tracking of a deleted one. */
import type { Label } from "./model";

/** The delays of one portal. */
export interface Late {
  /** Notes labels that were just made, of which schemas of standard objects say nothing for so long. */
  made(labels: ReadonlyArray<Label>, milliseconds: number): void;
  /** Notes a label that was just deleted, which limits tracking goes on to count for so long. */
  deleted(label: Label, milliseconds: number): void;
  /** Whether schemas of standard objects say nothing yet of the label with this name. */
  isNew(name: string): boolean;
  /** The deleted labels that still count. */
  lingering(): ReadonlyArray<Label>;
}

export const createLate = (clock: () => number): Late => {
  const shownFrom = new Map<string, number>();
  let deleted: ReadonlyArray<{ readonly label: Label; readonly until: number }> = [];
  return {
    made: (labels, milliseconds) => {
      for (const { name } of labels) shownFrom.set(name, clock() + milliseconds);
    },
    deleted: (label, milliseconds) => {
      deleted = [...deleted.filter(({ until }) => clock() < until), { label, until: clock() + milliseconds }];
    },
    isNew: (name) => clock() < (shownFrom.get(name) ?? -Infinity),
    lingering: () => deleted.filter(({ until }) => clock() < until).map(({ label }) => label),
  };
};
