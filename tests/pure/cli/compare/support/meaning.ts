/** A difference as a text that says no id, and the same one from whichever side a label is written. */
import type { Difference, Found } from "../../../../../cli/compare/difference";
import type { PortalLabel, PortalLimit } from "../../../../../cli/portal/content";
import { turnedLabel } from "../../../../support/portalContent";

const mapped = <A, B>(found: Found<A>, each: (value: A) => B): Found<B> => {
  switch (found.found) {
    case "onlyInFirst":
      return { found: "onlyInFirst", first: each(found.first) };
    case "onlyInSecond":
      return { found: "onlyInSecond", second: each(found.second) };
    case "different":
      return { found: "different", first: each(found.first), second: each(found.second) };
  }
};

const text = (what: string, found: Found<ReadonlyArray<unknown>>): string => JSON.stringify({ what, ...found });

const plainLabel = ({ from, to, name, label, inverseLabel }: PortalLabel) => [from, to, name, label, inverseLabel];

const plainLimit = ({ from, to, naming, category, typeId, label, maxToObjectIds }: PortalLimit) => [
  [from, to, naming, label, maxToObjectIds],
  category === "USER_DEFINED" ? category : [category, typeId],
];

export const meaning = (difference: Difference): string => {
  switch (difference.what) {
    case "customObject":
      return text(
        difference.what,
        mapped(difference, ({ name }) => [name]),
      );
    case "label": {
      const ways = [
        mapped(difference, plainLabel),
        mapped(difference, (label: PortalLabel) => plainLabel(turnedLabel(label))),
      ];
      return ways.map((way) => text("label", way)).sort()[0] ?? "";
    }
    case "limit":
      return text(difference.what, mapped(difference, plainLimit));
  }
};

/** The same difference where the two portals have changed places. */
export const mirroredDifference = (difference: Difference): Difference => {
  switch (difference.what) {
    case "customObject":
      return { what: "customObject", ...mirroredFound(difference) };
    case "label":
      return { what: "label", ...mirroredFound(difference) };
    case "limit":
      return { what: "limit", ...mirroredFound(difference) };
  }
};

const mirroredFound = <A>(found: Found<A>): Found<A> => {
  switch (found.found) {
    case "onlyInFirst":
      return { found: "onlyInSecond", second: found.first };
    case "onlyInSecond":
      return { found: "onlyInFirst", first: found.second };
    case "different":
      return { found: "different", first: found.second, second: found.first };
  }
};
