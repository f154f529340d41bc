/**
 * The program: one statement for each resource, in an order that no id decides, as Prettier would format it. Nothing in
 * it is of one portal, as long as nothing in the portal can only be named by its id.
 */
import CodeBlockWriter from "code-block-writer";
import * as O from "fp-ts/Option";
import { entryOf } from "../../provider/catalogue";
import type { Pair } from "../../provider/model";
import type { PortalLimit } from "../portal/content";
import { constantOf } from "./constants";
import type { LabelResource, LimitsResource, Plan } from "./plan";
import { labelInput } from "./plan";

/** Prettier's own width. */
const width = 80;
const step = "  ";

/** A text as Prettier writes it: in double quotes, unless the other ones need fewer escapes. */
const quoted = (text: string): string => {
  const json = JSON.stringify(text);
  const count = (quote: string): number => text.split(quote).length - 1;
  return count('"') > count("'") ? `'${json.slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'` : json;
};

/** Words for a comment: what a portal says may hold anything, an end of a line among it. */
const remark = (text: string): string => text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, " ").trim();

/** `key: value,` on one line, or on two where one is too long. */
const property = (writer: CodeBlockWriter, key: string, value: string): void => {
  const isShort = writer.getIndentationLevel() * step.length + `${key}: ${value},`.length <= width;
  if (isShort) writer.writeLine(`${key}: ${value},`);
  else writer.writeLine(`${key}:`).indent(() => writer.writeLine(`${value},`));
};

const inline = (parts: ReadonlyArray<Part>): string =>
  `{ ${parts.map(([key, value]) => (key === "" ? value : `${key}: ${value}`)).join(", ")} }`;

/** `{ a, b },` on one line, or each part on its own. */
const object = (writer: CodeBlockWriter, parts: ReadonlyArray<Part>): void => {
  const line = `${inline(parts)},`;
  if (writer.getIndentationLevel() * step.length + line.length <= width) writer.writeLine(line);
  else
    writer
      .writeLine("{")
      .indent(() =>
        parts.forEach(([key, value]) => (key === "" ? writer.writeLine(`${value},`) : property(writer, key, value))),
      )
      .writeLine("},");
};

/** `new hubspot.Kind("name", { … });` */
const resource = (writer: CodeBlockWriter, kind: string, name: string, body: () => void): void => {
  const head = `new hubspot.${kind}(${quoted(name)}, {`;
  if (head.length <= width) writer.writeLine(head).indent(body).writeLine("});");
  else
    writer
      .writeLine(`new hubspot.${kind}(`)
      .indent(() =>
        writer
          .writeLine(`${quoted(name)},`)
          .writeLine("{")
          .indent(body)
          .writeLine("},"),
      )
      .writeLine(");");
};

const writeLabel = (writer: CodeBlockWriter, { resource: name, label, remark: why }: LabelResource): void => {
  resource(writer, "AssociationLabel", name, () => {
    for (const [key, value] of Object.entries(labelInput(label))) {
      if (key === "name" && why !== undefined) writer.writeLine(`// ${remark(why)}`);
      property(writer, key, quoted(value));
    }
  });
};

/** What people see of an association type that the program does not name by its text. */
const comment = (limit: PortalLimit): string | undefined => {
  if (limit.naming !== "id") return undefined;
  const listed = O.toUndefined(entryOf(limit))?.label;
  const shown = limit.label === undefined ? "" : `, "${limit.label}" in HubSpot`;
  if (listed !== undefined) return remark(`"${listed}"${shown}`);
  const text = limit.label === undefined ? "without a label" : `"${limit.label}"`;
  return limit.category === "HUBSPOT_DEFINED"
    ? remark(`${text}: HubSpot's own, and not in its published list`)
    : remark(`${text}: only this portal's own id tells which one is meant`);
};

type Part = readonly [key: string, value: string];

/** The parts of a limit's object; a part without a key is spread into it. */
const partsOf = (limit: PortalLimit): ReadonlyArray<Part> => {
  const max: Part = ["maxToObjectIds", String(limit.maxToObjectIds)];
  const constant = constantOf(limit);
  if (limit.naming === "unlabeled") return [["unlabeled", "true"], max];
  if (limit.naming === "label" && limit.label !== undefined) return [["label", quoted(limit.label)], max];
  if (constant !== undefined) return [["", `...hubspot.associationTypes.${constant}`], max];
  return [["category", quoted(limit.category)], ["typeId", String(limit.typeId)], max];
};

const writeLimit = (writer: CodeBlockWriter, limit: PortalLimit): void => {
  const words = comment(limit);
  if (words !== undefined) writer.writeLine(`// ${words}`);
  object(writer, partsOf(limit));
};

/** A list of one is written on one line, where it fits. */
const limitsProperty = (writer: CodeBlockWriter, limits: ReadonlyArray<PortalLimit>): void => {
  const [first, second] = limits;
  const line = first === undefined ? "limits: []," : `limits: [${inline(partsOf(first))}],`;
  const isShort = writer.getIndentationLevel() * step.length + line.length <= width;
  if (second === undefined && isShort && (first === undefined || comment(first) === undefined)) writer.writeLine(line);
  else
    writer
      .writeLine("limits: [")
      .indent(() => limits.forEach((limit) => writeLimit(writer, limit)))
      .writeLine("],");
};

const writeLimits = (writer: CodeBlockWriter, { resource: name, pair, limits }: LimitsResource): void => {
  resource(writer, "AssociationConfiguration", name, () => {
    property(writer, "fromObjectType", quoted(pair.from));
    property(writer, "toObjectType", quoted(pair.to));
    limitsProperty(writer, limits);
  });
};

const heading = ({ from, to }: Pair): string => remark(from === to ? `// ${from}` : `// ${from} and ${to}`);

const introduction = `// HubSpot's association labels and limits, as code. Written by \`pulumi-hubspot-associations generate\` from what stood
// in a portal; from now on this program says what stands there.`;

export const programText = ({ sections }: Plan): string => {
  const writer = new CodeBlockWriter({ indentNumberOfSpaces: step.length, newLine: "\n" });
  writer.write(introduction).newLine();
  writer.writeLine(`import * as hubspot from "pulumi-hubspot-associations";`);
  for (const { pair, labels, limits } of sections) {
    writer.blankLine().writeLine(heading(pair));
    [
      ...labels.map((label) => () => writeLabel(writer, label)),
      ...limits.map((own) => () => writeLimits(writer, own)),
    ].forEach((write, i) => {
      if (i > 0) writer.blankLine();
      write();
    });
  }
  if (sections.length === 0) writer.blankLine().writeLine("// The portal has neither labels nor limits.");
  return writer.toString();
};
