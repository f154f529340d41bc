import { expect } from "chai";
import fc from "fast-check";
import * as prettier from "prettier";
import { importFile } from "../../../cli/generate/importFile";
import { plan } from "../../../cli/generate/plan";
import { programText } from "../../../cli/generate/program";
import { assemble } from "../../../cli/portal/assemble";
import { gather } from "../../../cli/portal/gather";
import { liveOf } from "../../../cli/portal/open";
import { everything } from "../../../cli/portal/selection";
import type { PortalContent } from "../../../cli/portal/content";
import { withoutHome } from "../../../provider/lifecycle/home";
import type { PortalInput } from "../../../sandbox";
import { createSandbox } from "../../../sandbox";
import { anyPortal, elsewhere } from "../../support/anyPortal";
import { runs } from "../../support/seeds";
import type { Process } from "../../support/provider/process";
import { asJson, newProcess } from "../../support/provider/process";
import { newEngine } from "../../support/engine/engine";
import { hooksIn } from "../../support/engine/inProcess";
import type { Registered, Run } from "../../support/engine/run";
import { declaredBy, kindOf, withoutProvider } from "../support/generated";

const numRuns = runs(200);

/** Paths that the token may not ask. */
type Denied = ReadonlyArray<string>;
const denied: fc.Arbitrary<Denied> = fc.subarray(["/crm-object-schemas/", "/limits/associations/"]);

const missingScopes = {
  status: "error",
  category: "MISSING_SCOPES",
  message: "a scope is missing",
  errors: [{ context: { requiredGranularScopes: ["crm.schemas.custom.read"] } }],
};

const isOfLetters = (text: string): boolean => /^[\n\x20-\x7e\xa1-\u02af]*$/.test(text) && !text.includes("\xad");

describe("generate, for any portal", () => {
  const sandbox = createSandbox({ quota: { max: 1_000_000 } });
  const token = (): string => sandbox.state().portals[0]?.tokens[0]?.token ?? "";
  const process = (): Process => newProcess({ ...sandbox, token: token() });
  const run = (): Run => ({ hooks: hooksIn(process()) });

  const stand = (portal: PortalInput, denied: Denied = []): void => {
    sandbox.reset();
    sandbox.setState({ portals: [portal] });
    sandbox.faults(
      denied.map((path) => ({ match: { path }, times: 1_000, fault: { status: 403, body: missingScopes } })),
    );
  };

  const read = async (): Promise<PortalContent> => {
    const silent = { update: () => undefined };
    return assemble(await gather(await liveOf(process().context.portal), everything, silent, () => undefined));
  };

  const standing = (): unknown => {
    const { labels = [], limits = [] } = sandbox.state().portals[0] ?? {};
    return asJson({ labels, limits: limits.map((limit) => JSON.stringify(limit)).sort() });
  };

  it("imports and previews without a difference, and after a refresh without a request; destroying changes nothing", async () => {
    await fc.assert(
      fc.asyncProperty(anyPortal, denied, async (portal, paths) => {
        stand(portal, paths);
        const before = standing();
        const content = await read();
        const planned = plan(content);
        const declared = declaredBy(programText(planned));
        const { resources } = asJson(importFile(planned, content));
        expect(declared.map(({ kind, name }) => `${kind} ${name}`)).to.deep.equal(
          resources.map((one) => `${kindOf(one)} ${one.name}`),
        );

        const engine = newEngine();
        const program = declared.map(({ kind, name, args }): Registered => ({ kind, name, inputs: asJson(args) }));
        const unchanged = { changes: [], failures: [] };

        const asked = sandbox.requests().length;
        const imported = resources.map((one) => ({ ...one, kind: kindOf(one), inputs: withoutProvider(one.inputs) }));
        expect(await engine.imported(run(), imported)).to.deep.equal([]);
        expect(engine.state().map(({ inputs }) => withoutHome(inputs))).to.deep.equal(
          imported.map(({ inputs }) => inputs),
        );
        expect(await engine.preview(run(), program)).to.deep.equal(unchanged);
        // What is imported has no home yet: which portal the token belongs to is asked, and what its custom objects are.
        expect(
          sandbox.requests(asked).filter(({ path }) => !/^\/(account-info|crm-object-schemas)\//.test(path)),
        ).to.deep.equal([]);

        expect(await engine.refresh(run())).to.deep.equal([]);
        expect(engine.state().length).to.equal(resources.length);
        const refreshed = sandbox.requests().length;
        expect(await engine.preview(run(), program)).to.deep.equal(unchanged);
        expect(sandbox.requests().length).to.equal(refreshed);

        expect(await engine.destroy(run())).to.deep.equal([]);
        expect(standing()).to.deep.equal(before);
      }),
      { numRuns },
    );
  });

  it("writes down every label of people and every limit, or says why not", async () => {
    await fc.assert(
      fc.asyncProperty(anyPortal, denied, async (portal, paths) => {
        stand(portal, paths.slice(0, 1));
        const { labels = [], limits = [] } = sandbox.state().portals[0] ?? {};
        const { sections, leftOut } = plan(await read());
        const written = sections.flatMap((section) => section.labels).map((one) => one.label.typeId);
        const isTold = (what: string): boolean => leftOut.some((one) => one.what.includes(what));
        const silent = labels.filter(
          ({ category, label, typeId, inverseTypeId }) =>
            // An app's label is seen only where people's labels are.
            category === "USER_DEFINED" &&
            label !== null &&
            !written.includes(typeId) &&
            !written.includes(inverseTypeId) &&
            !isTold(`"${label}"`),
        );
        expect(silent).to.deep.equal([]);
        const limited = sections.flatMap((section) => section.limits).flatMap((one) => one.limits);
        const limitsLeftOut = leftOut.filter(({ what }) => what.startsWith("the limit"));
        expect(limited.length + limitsLeftOut.length).to.equal(limits.length);
        for (const { why } of leftOut) expect(why).not.to.equal("");
      }),
      { numRuns },
    );
  });

  it("gives the same program for a portal with other ids, formatted as Prettier would", async () => {
    await fc.assert(
      fc.asyncProperty(anyPortal, async (portal) => {
        stand(portal);
        const content = await read();
        const planned = plan(content);
        const program = programText(planned);
        // Of signs that are wider or narrower than a letter, Prettier counts the width, and a line may break elsewhere.
        if (isOfLetters(program)) expect(await prettier.format(program, { parser: "typescript" })).to.equal(program);
        stand(elsewhere(portal));
        const needsIds = planned.sections
          .flatMap(({ limits }) => limits.flatMap((one) => one.limits))
          .some(({ naming, category }) => naming === "id" && category !== "HUBSPOT_DEFINED");
        // A number that HubSpot's own type of the pair has too, in one portal and not in the other, is told by no schema.
        const isPlaced = ({ leftOut }: PortalContent): boolean =>
          !leftOut.some(({ what }) => what.startsWith("the limit"));
        const other = await read();
        if (!needsIds && isPlaced(content) && isPlaced(other)) expect(programText(plan(other))).to.equal(program);
      }),
      { numRuns },
    );
  });
});
