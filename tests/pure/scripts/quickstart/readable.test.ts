/** What the quickstart leaves out of Pulumi's output, and what it never leaves out. */
import { expect } from "chai";
import { readable } from "../../../../scripts/quickstart/readable.mjs";

const type = "pulumi-nodejs:dynamic/hubspot:AssociationConfiguration";

describe("the quickstart's reading of Pulumi's output", () => {
  it("keeps the last row of each resource, and the diagnostics", () => {
    const output = [
      "Updating (quickstart):",
      "",
      "@ updating....",
      " +  pulumi:pulumi:Stack crm creating (0s) ",
      " +  pulumi:pulumi:Stack crm creating (4s) warning: this changes what stands",
      ` +  ${type} contact-to-company creating (0s) `,
      ` +  ${type} contact-to-company created (0.03s) `,
      " +  pulumi:pulumi:Stack crm created (4s) 1 warning",
      "Diagnostics:",
      "  pulumi:pulumi:Stack (crm):",
      "    warning: this changes what stands",
      "",
      "",
      "Resources:",
      "    + 2 created",
      "",
      "Duration: 5s",
      "",
    ].join("\n");
    expect(readable(output)).to.equal(
      [
        "Updating (quickstart):",
        "",
        ` +  ${type} contact-to-company created (0.03s) `,
        " +  pulumi:pulumi:Stack crm created (4s) 1 warning",
        "Diagnostics:",
        "  pulumi:pulumi:Stack (crm):",
        "    warning: this changes what stands",
        "",
        "Resources:",
        "    + 2 created",
        "",
        "Duration: 5s",
      ].join("\n"),
    );
  });

  it("keeps of a detailed diff what changed, and of which resource", () => {
    const output = [
      "Refreshing (quickstart):",
      "  pulumi:pulumi:Stack: (same)",
      "    [urn=urn:pulumi:quickstart::crm::pulumi:pulumi:Stack::crm]",
      "    --outputs:--",
      "    portalId: 4242",
      `    ~ ${type}: (update)`,
      "        [id=contacts/companies]",
      `        [urn=urn:pulumi:quickstart::crm::${type}::contact-to-company]`,
      "        authoritative   : false",
      "      ~ limits          : [",
      "          ~ [0]: {",
      "                  ~ maxToObjectIds: 5 => 50",
      "                    unlabeled     : true",
      "                }",
      "        ]",
      "Resources:",
      "    ~ 1 updated",
      "    3 unchanged",
    ].join("\n");
    expect(readable(output)).to.equal(
      [
        "Refreshing (quickstart):",
        `    ~ ${type}: (update)`,
        "        [id=contacts/companies]",
        "      ~ limits          : [",
        "          ~ [0]: {",
        "                  ~ maxToObjectIds: 5 => 50",
        "Resources:",
        "    ~ 1 updated",
        "    3 unchanged",
      ].join("\n"),
    );
  });

  it("judges lines by their text and leaves their colours", () => {
    const green = (text: string): string => `\u001b[38;5;2m${text}\u001b[0m`;
    const output = ` ${green("+ ")} ${type} pair ${green("creating (0s)")} \n ${green("+ ")} ${type} pair ${green("created (1s)")} `;
    expect(readable(output)).to.equal(`${green("+ ")} ${type} pair ${green("created (1s)")}`);
  });

  it("leaves what it does not know as it is", () => {
    const output = "error: something new\n  with details:\n          far to the right";
    expect(readable(output)).to.equal(output);
  });
});
