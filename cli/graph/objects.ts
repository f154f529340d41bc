/** Which object type of a portal `--object` means. */
import * as E from "fp-ts/Either";
import type { CustomObject } from "../../provider/customObjects";
import { locate } from "../../provider/customObjects";
import { isCustomName, normalizeObjectType } from "../../provider/objectTypes";
import type { PortalContent } from "../portal/content";
import { Trouble } from "../trouble";

const trouble = (spelling: string, why: string): Trouble => new Trouble(`--object ${spelling}: ${why}`);

/**
 * The name of an object type as the content has it: any spelling that HubSpot takes is good.
 * @throws Trouble where the portal has no such object type
 */
export const objectNamed = ({ customObjects, labels, limits }: PortalContent, spelling: string): string => {
  const normalized = normalizeObjectType(spelling);
  if (E.isLeft(normalized)) throw trouble(spelling, normalized.left);
  const name = normalized.right;
  if ([...labels, ...limits].some(({ from, to }) => from === name || to === name)) return name;
  const byId = ({ objectTypeId }: CustomObject): boolean => objectTypeId === name;
  const custom = customObjects.find(byId);
  if (custom !== undefined) return custom.name;
  if (!isCustomName(name)) return name;
  const located = locate(customObjects, name);
  if (E.isLeft(located)) throw trouble(spelling, located.left);
  return customObjects.find(({ objectTypeId }) => objectTypeId === located.right)?.name ?? name;
};
