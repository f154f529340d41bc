/**
 * The small world's portals on the strict HubSpot. That one keeps a single portal with one token and calls object types
 * by their ids; here are several, each with its tokens, and contents in the sandbox's form.
 */
import { objectTypes } from "../../../data";
import type * as strict from "../strictHubSpot";
import { strictHubSpot } from "../strictHubSpot";
import type { Contents, MakeHubSpot, Shown } from "./hubSpot";

type Label = Contents["labels"][number];

interface Sides {
  readonly from: string;
  readonly to: string;
}

const idOf = ({ objectTypes: custom }: Contents, name: string): string => {
  const found = [...custom, ...objectTypes].find((type) => type.name === name);
  if (found === undefined) throw new Error(`There is no object type ${name}`);
  return found.objectTypeId;
};

const nameOf = (custom: Contents["objectTypes"], id: string): string =>
  [...custom, ...objectTypes].find(({ objectTypeId }) => objectTypeId === id)?.name ?? id;

const byId = <A extends Sides>(portal: Contents, sides: A): A => ({
  ...sides,
  from: idOf(portal, sides.from),
  to: idOf(portal, sides.to),
});

const byName = <A extends Sides>(custom: Contents["objectTypes"], sides: A): A => ({
  ...sides,
  from: nameOf(custom, sides.from),
  to: nameOf(custom, sides.to),
});

const ownTypeOf = ({ category, ...label }: Label): strict.OwnType => {
  if (category !== "USER_DEFINED") throw new Error(`A strict portal has no labels of the category ${category}`);
  return label;
};

const labelOf = ({ name, from, to, typeId, label, inverseTypeId, inverseLabel }: strict.OwnType): Label => ({
  ...{ name, from, to, category: "USER_DEFINED" },
  ...{ typeId, label, inverseTypeId, inverseLabel },
});

const limitOf = ({ from, to, category, typeId, maxToObjectIds }: strict.Limit): strict.Limit => ({
  ...{ from, to, category, typeId, maxToObjectIds },
});

const strictContents = (portal: Contents): strict.Contents => ({
  customObjects: portal.objectTypes,
  ownTypes: portal.labels.map((label) => byId(portal, ownTypeOf(label))),
  limits: portal.limits.map((limit) => byId(portal, limit)),
});

/** A portal, and how it stands. */
const portalFrom = (portal: Contents, shown: Shown | undefined) => {
  const hubspot = strictHubSpot({ portalId: portal.portalId });
  const { nextTypeId } = portal;
  hubspot.setContents({ ...strictContents(portal), ...(nextTypeId === undefined ? {} : { nextTypeId }) });
  const limits = shown?.[portal.portalId]?.map((limit) => byId(portal, limit));
  if (limits !== undefined)
    hubspot.setHooks({
      before: ({ method }) =>
        method === "GET" ? { _tag: "Shows", contents: { ...hubspot.contents(), limits } } : undefined,
    });
  return {
    hubspot,
    contents: (): Contents => {
      const { customObjects, ownTypes, limits: standing } = hubspot.contents();
      return {
        ...portal,
        objectTypes: customObjects,
        labels: ownTypes.map((type) => byName(customObjects, labelOf(type))),
        nextTypeId: hubspot.nextTypeId(),
        limits: standing.map((limit) => byName(customObjects, limitOf(limit))),
      };
    },
  };
};

/** The strict HubSpot. A request goes to the portal of its token; of a token that no portal has, any portal says no. */
export const inStrict: MakeHubSpot = async ({ portals, shown }) => {
  const all = portals.map((portal) => ({ portal, ...portalFrom(portal, shown) }));
  return {
    handle: async (request) => {
      const owner = all.find(({ portal }) =>
        portal.tokens.some(({ token }) => request.authorization === `Bearer ${token}`),
      );
      const [first] = all;
      const hubspot = (owner ?? first)?.hubspot;
      if (hubspot === undefined) throw new Error("There is no portal");
      return hubspot.handle(owner === undefined ? request : { ...request, authorization: `Bearer ${hubspot.token}` });
    },
    contents: () => all.map(({ contents }) => contents()),
  };
};
