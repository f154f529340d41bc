/** A snapshot file: what a portal held, as JSON that is read again by any later release, and the same bytes for the same content. */
import * as E from "fp-ts/Either";
import * as t from "io-ts";
import { textOf } from "../files";
import type { Io } from "../io";
import { Trouble } from "../trouble";
import type { PortalContent, PortalLabel, PortalLimit } from "./content";

/** Other JSON has a version too: a Pulumi state, a package. */
const format = "pulumi-hubspot-associations snapshot";
const version = 1;

const isOptionalText = (value: unknown): value is string | undefined =>
  value === undefined || typeof value === "string";

/** No union: io-ts numbers the members of one, and those numbers would stand in the path. */
const OptionalText = new t.Type<string | undefined>(
  "optional text",
  isOptionalText,
  (value, context) => (isOptionalText(value) ? t.success(value) : t.failure(value, context)),
  t.identity,
);

const Content = t.type({
  portalId: t.Int,
  accountType: OptionalText,
  customObjects: t.array(t.type({ objectTypeId: t.string, fullyQualifiedName: t.string, name: t.string })),
  labels: t.array(
    t.type({
      from: t.string,
      to: t.string,
      name: OptionalText,
      typeId: t.Int,
      label: t.string,
      inverseTypeId: t.Int,
      inverseLabel: t.string,
    }),
  ),
  limits: t.array(
    t.type({
      from: t.string,
      to: t.string,
      naming: t.keyof({ unlabeled: null, label: null, id: null }),
      category: t.string,
      typeId: t.Int,
      label: OptionalText,
      maxToObjectIds: t.Int,
    }),
  ),
  leftOut: t.array(t.type({ what: t.string, why: t.string })),
});

/** As it was decoded: what is not there is undefined. */
type OrUndefined<A, K extends keyof A> = Omit<A, K> & { readonly [P in K]?: A[P] | undefined };

const labelOf = ({ from, to, name, typeId, label, ...inverse }: OrUndefined<PortalLabel, "name">): PortalLabel => ({
  from,
  to,
  ...(name === undefined ? {} : { name }),
  typeId,
  label,
  inverseTypeId: inverse.inverseTypeId,
  inverseLabel: inverse.inverseLabel,
});

const limitOf = ({ from, to, naming, category, typeId, ...rest }: OrUndefined<PortalLimit, "label">): PortalLimit => ({
  from,
  to,
  naming,
  category,
  typeId,
  ...(rest.label === undefined ? {} : { label: rest.label }),
  maxToObjectIds: rest.maxToObjectIds,
});

interface Written extends Omit<OrUndefined<PortalContent, "accountType">, "labels" | "limits"> {
  readonly labels: ReadonlyArray<OrUndefined<PortalLabel, "name">>;
  readonly limits: ReadonlyArray<OrUndefined<PortalLimit, "label">>;
}

/** What this release knows of a content and nothing else, each field in its place. */
const known = ({ portalId, accountType, customObjects, labels, limits, leftOut }: Written): PortalContent => ({
  portalId,
  ...(accountType === undefined ? {} : { accountType }),
  customObjects: customObjects.map(({ objectTypeId, fullyQualifiedName, name }) => ({
    objectTypeId,
    fullyQualifiedName,
    name,
  })),
  labels: labels.map(labelOf),
  limits: limits.map(limitOf),
  leftOut: leftOut.map(({ what, why }) => ({ what, why })),
});

/** The text of a snapshot file. */
export const snapshotText = (content: PortalContent): string =>
  `${JSON.stringify({ format, version, ...known(content) }, undefined, 2)}\n`;

const command = "pulumi-hubspot-associations";

const parse = (path: string, text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    throw new Trouble(
      `${path} is not JSON, so it is no snapshot of a portal; \`${command} snapshot --out FILE\` writes one`,
    );
  }
};

const noSnapshot = (path: string, json: unknown): Trouble =>
  t.type({ portals: t.UnknownArray }).is(json)
    ? new Trouble(
        `${path} is a state of the sandbox, no snapshot of a portal; start it with \`${command} sandbox --seed ${path}\`, and write its snapshot with \`${command} snapshot --out FILE\``,
      )
    : new Trouble(`${path} is no snapshot of a portal; \`${command} snapshot --out FILE\` writes one`);

/** The first thing that is wrong, by its path. */
const wrong = (path: string, errors: t.Errors): Trouble => {
  const place = errors[0]?.context.map(({ key }) => key).filter((key) => key !== "");
  return new Trouble(
    `${path}: ${place?.join(".")} is missing or of another type; write it anew with \`${command} snapshot --out ${path}\``,
  );
};

const Versioned = t.type({ version: t.Int });

const read = (path: string, text: string): PortalContent => {
  const json = parse(path, text);
  if (!t.type({ format: t.literal(format) }).is(json)) throw noSnapshot(path, json);
  const versioned = Versioned.decode(json);
  if (E.isLeft(versioned)) throw wrong(path, versioned.left);
  if (versioned.right.version > version)
    throw new Trouble(
      `${path} was written by a newer release (its version is ${versioned.right.version}, this release reads up to ${version}); install a newer release with \`npm install --save-dev ${command}@latest\``,
    );
  const content = Content.decode(json);
  if (E.isLeft(content)) throw wrong(path, content.left);
  return known(content.right);
};

/** Reads a snapshot file. */
export const readSnapshot = async (place: Pick<Io, "cwd">, path: string): Promise<PortalContent> =>
  read(path, await textOf(place, path));
