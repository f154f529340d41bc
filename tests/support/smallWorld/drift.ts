/** What somebody does in the first portal, past all programs. */
import type { Drift } from "./alphabet";
import type { Contents } from "./hubSpot";
import { own, unlabeledIn } from "./portals";

const ofCars = { from: "contacts", to: "car", category: "USER_DEFINED" };

const isOfCars = ({ from, to }: { readonly from: string; readonly to: string }): boolean => [from, to].includes("car");

const withLimit = (portal: Contents, typeId: number | undefined, number: number | undefined): Contents | undefined => {
  if (typeId === undefined) return undefined;
  const others = portal.limits.filter((limit) => !(isOfCars(limit) && limit.typeId === typeId));
  const standing = portal.limits.find((limit) => isOfCars(limit) && limit.typeId === typeId);
  if (standing?.maxToObjectIds === number) return undefined;
  return {
    ...portal,
    limits: number === undefined ? others : [...others, { ...ofCars, typeId, maxToObjectIds: number }],
  };
};

const withoutCars = (portal: Contents): Contents => ({
  ...portal,
  objectTypes: [],
  labels: portal.labels.filter((label) => !isOfCars(label)),
  limits: portal.limits.filter((limit) => !isOfCars(limit)),
});

/** The portal afterwards; none where there is nothing to do. */
const changed = (portal: Contents, drift: Drift): Contents | undefined => {
  const objectTypeId = portal.objectTypes[0]?.objectTypeId;
  switch (drift) {
    case "the limit is changed":
      return withLimit(portal, unlabeledIn(portal), 7);
    case "the limit is removed":
      return withLimit(portal, unlabeledIn(portal), undefined);
    case "another limit is set":
      return withLimit(portal, portal.labels.find(({ name }) => name === "owner")?.typeId, 3);
    case "the label is removed": {
      const driver = portal.labels.find(({ name }) => name === "driver");
      if (driver === undefined) return undefined;
      const ids = [driver.typeId, driver.inverseTypeId];
      return {
        ...portal,
        labels: portal.labels.filter((label) => label !== driver),
        limits: portal.limits.filter((limit) => !(isOfCars(limit) && ids.includes(limit.typeId))),
      };
    }
    case "the object is deleted":
      return objectTypeId === undefined ? undefined : withoutCars(portal);
    case "the object is made anew": {
      if (objectTypeId === "2-124") return undefined;
      const label = { ...ofCars, name: "contact_to_car", typeId: 150, inverseTypeId: 151, label: null };
      const gone = withoutCars(portal);
      return {
        ...gone,
        objectTypes: [{ objectTypeId: "2-124", name: "car" }],
        labels: [...gone.labels, { ...label, inverseLabel: null }],
      };
    }
  }
};

export const drifted = (portals: ReadonlyArray<Contents>, drift: Drift): ReadonlyArray<Contents> | undefined => {
  const first = portals.find(({ portalId }) => portalId === own);
  const next = first === undefined ? undefined : changed(first, drift);
  return next === undefined ? undefined : portals.map((portal) => (portal.portalId === own ? next : portal));
};
