/** The files around the program, which make it a Pulumi project that installs, compiles and explains itself. */
import type { LeftOut } from "../portal/content";

/** What the project is, for its files. */
export interface Project {
  readonly name: string;
  readonly portalId: number;
  /** The release that wrote it. */
  readonly version: string;
  readonly leftOut: ReadonlyArray<LeftOut>;
}

const pulumiYaml = ({ name }: Project): string => `name: ${name}
description: HubSpot's association labels and limits
runtime: nodejs
`;

/** `@pulumi/pulumi` at the last minor release that runs on every Node from 20 on. */
const packageJson = ({ name, version }: Project): string =>
  `${JSON.stringify(
    {
      name,
      private: true,
      description: "HubSpot's association labels and limits, as a Pulumi program",
      main: "index.ts",
      dependencies: { "@pulumi/pulumi": "~3.248.0", "pulumi-hubspot-associations": `^${version}` },
      devDependencies: { "@types/node": "^20.19.43", "ts-node": "^10.9.2", typescript: "^5.9.3" },
    },
    undefined,
    2,
  )}\n`;

const tsconfigJson = `${JSON.stringify(
  {
    compilerOptions: {
      strict: true,
      target: "es2022",
      module: "node16",
      moduleResolution: "node16",
      skipLibCheck: true,
      noEmit: true,
    },
    files: ["index.ts"],
  },
  undefined,
  2,
)}\n`;

/** What a portal says may hold anything; a list in Markdown holds one line. */
const item = ({ what, why }: LeftOut): string => `- ${`${what}: ${why}`.replace(/\s+/g, " ")}`;

const notInIt = (leftOut: ReadonlyArray<LeftOut>): string =>
  leftOut.length === 0
    ? "Nothing was left out: all labels and limits of what was read are in the program."
    : `${leftOut.map(item).join("\n")}`;

const readme = ({ name, portalId, leftOut }: Project): string => `# ${name}

HubSpot's association labels and limits as a Pulumi program, read from portal ${portalId}.

## The first time

\`\`\`sh
npm install
pulumi stack init production
pulumi config set hubspot:portalId ${portalId}
pulumi config set --secret hubspot:accessToken
pulumi import --file import.json --generate-code=false --protect=false --yes
pulumi preview --expect-no-changes
\`\`\`

\`import.json\` tells Pulumi what the program's resources are in the portal, so that the first preview has nothing to do.
(\`pulumi import\` with a type, a name and an id does not work with dynamic providers.) Without
\`hubspot:accessToken\`, the token is taken from the environment, HUBSPOT_ACCESS_TOKEN.

## From then on

Change \`index.ts\`, look at \`pulumi preview\`, and run \`pulumi up\`. \`pulumi refresh\` shows what was changed in HubSpot by
hand. \`pulumi destroy\` leaves the portal as it was when it was imported: labels stay, limits go back.

For another portal with the same program: \`pulumi-hubspot-associations generate staging --out DIR\` writes its
\`import.json\`, into a folder of its own; \`pulumi-hubspot-associations compare\` tells how two portals differ.

## What is not in it

${notInIt(leftOut)}
`;

/** The files by their names, those that people go on to change among them. */
export const projectFiles = (project: Project): Readonly<Record<string, string>> => ({
  ".gitignore": "node_modules/\n",
  "Pulumi.yaml": pulumiYaml(project),
  "README.md": readme(project),
  "package.json": packageJson(project),
  "tsconfig.json": tsconfigJson,
});
