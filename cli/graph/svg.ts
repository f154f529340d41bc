/**
 * The picture as SVG, laid out by Graphviz. It brings its own light and dark colours, and its texts are drawn smaller than
 * they were measured, so that wider fonts have room too.
 */
import { Trouble } from "../trouble";
import { colours } from "./dot";

/** Lays DOT out; a text of SVG. */
export type Layout = (dot: string) => string;

const packageName = "@hpcc-js/wasm-graphviz";

const isMissing = (error: unknown): boolean =>
  error instanceof Error &&
  "code" in error &&
  (error.code === "ERR_MODULE_NOT_FOUND" || error.code === "MODULE_NOT_FOUND") &&
  error.message.includes(packageName);

/** Loads Graphviz, which is an optional dependency. */
export const loadLayout = async (load = () => import("@hpcc-js/wasm-graphviz")): Promise<Layout> => {
  try {
    const { Graphviz } = await load();
    const graphviz = await Graphviz.load();
    return (dot) => graphviz.dot(dot, "svg");
  } catch (error) {
    if (!isMissing(error)) throw error;
    throw new Trouble(
      `SVG is laid out by ${packageName}, which is not installed: npm install ${packageName}. Without it, --format mermaid and dot work`,
    );
  }
};

const dark: Readonly<Record<keyof typeof colours, string>> = {
  paper: "#0d1117",
  text: "#f0f6fc",
  muted: "#9198a1",
  limits: "#79c0ff",
  line: "#656c76",
  object: "#0c2d6b",
  objectBorder: "#4493f8",
  custom: "#4b2900",
  customBorder: "#d29922",
  pair: "#151b23",
  pairBorder: "#3d444d",
};

const isColour = (name: string): name is keyof typeof colours => name in colours;

const darkRules = Object.keys(colours)
  .filter(isColour)
  .map((name) => `[fill="${colours[name]}"]{fill:${dark[name]}}[stroke="${colours[name]}"]{stroke:${dark[name]}}`);

/** A font is some 15 % wider than Arial at most: DejaVu Sans and Verdana are. */
const style = [
  `text{font-family:system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Helvetica Neue",Arial,sans-serif}`,
  `[font-size="14.00"]{font-size:12px}[font-size="17.00"]{font-size:15px}`,
  `[fill="${colours.limits}"]{font-weight:600}`,
  `@media(prefers-color-scheme:dark){`,
  ...darkRules,
  `}`,
].join("\n");

const references: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

const xml = (text: string): string => text.replace(/[&<>]/g, (character) => references[character] ?? "");

/** What a reader of the screen hears of the picture. */
export interface Caption {
  readonly title: string;
  readonly description: string;
}

/** Graphviz's SVG with a caption and a style; the tooltips of its lines say nothing, and so does its prologue. */
export const toSvg = (dot: string, layout: Layout, { title, description }: Caption): string => {
  const drawn = layout(dot);
  const root = /<svg width="([\d.]+)pt" height="([\d.]+)pt"/.exec(drawn);
  if (root === null) throw new Error(`Graphviz has drawn no picture: ${drawn.slice(0, 100)}`);
  const [, width, height] = root;
  const body = drawn
    .slice(drawn.indexOf(">", root.index) + 1)
    .replace(/<!--.*?-->\n/gs, "")
    .replace(/(<g id="edge\d+" class="edge">\n)<title>.*?<\/title>\n/g, "$1")
    .replace(/(<g id="graph0"[^>]*>\n)<title>.*?<\/title>\n/, "$1")
    .replaceAll(` xml:space="preserve"`, "");
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="title desc">`,
    `<title id="title">${xml(title)}</title>`,
    `<desc id="desc">${xml(description)}</desc>`,
    `<style>`,
    style,
    `</style>${body}`,
  ].join("\n");
};
