import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import fc from "fast-check";
import type { PortalContent } from "../../../cli/portal/content";
import { readSnapshot, snapshotText } from "../../../cli/portal/file";
import { Trouble } from "../../../cli/trouble";
import { portalContent } from "../../support/portalContent";

const content: PortalContent = {
  portalId: 111,
  accountType: "SANDBOX",
  customObjects: [{ objectTypeId: "2-1", fullyQualifiedName: "p111_car", name: "car" }],
  labels: [
    {
      from: "contacts",
      to: "car",
      name: "driver",
      typeId: 7,
      label: "Drives",
      inverseTypeId: 8,
      inverseLabel: "Driver",
    },
    { from: "contacts", to: "contacts", typeId: 9, label: "Colleague", inverseTypeId: 9, inverseLabel: "Colleague" },
  ],
  limits: [
    {
      from: "contacts",
      to: "car",
      naming: "label",
      category: "USER_DEFINED",
      typeId: 7,
      label: "Drives",
      maxToObjectIds: 2,
    },
    {
      from: "contacts",
      to: "companies",
      naming: "unlabeled",
      category: "HUBSPOT_DEFINED",
      typeId: 279,
      maxToObjectIds: 5,
    },
  ],
  leftOut: [{ what: "the labels of deals/car", why: "the token lacks crm.objects.deals.read" }],
};

const text = `{
  "format": "pulumi-hubspot-associations snapshot",
  "version": 1,
  "portalId": 111,
  "accountType": "SANDBOX",
  "customObjects": [
    {
      "objectTypeId": "2-1",
      "fullyQualifiedName": "p111_car",
      "name": "car"
    }
  ],
  "labels": [
    {
      "from": "contacts",
      "to": "car",
      "name": "driver",
      "typeId": 7,
      "label": "Drives",
      "inverseTypeId": 8,
      "inverseLabel": "Driver"
    },
    {
      "from": "contacts",
      "to": "contacts",
      "typeId": 9,
      "label": "Colleague",
      "inverseTypeId": 9,
      "inverseLabel": "Colleague"
    }
  ],
  "limits": [
    {
      "from": "contacts",
      "to": "car",
      "naming": "label",
      "category": "USER_DEFINED",
      "typeId": 7,
      "label": "Drives",
      "maxToObjectIds": 2
    },
    {
      "from": "contacts",
      "to": "companies",
      "naming": "unlabeled",
      "category": "HUBSPOT_DEFINED",
      "typeId": 279,
      "maxToObjectIds": 5
    }
  ],
  "leftOut": [
    {
      "what": "the labels of deals/car",
      "why": "the token lacks crm.objects.deals.read"
    }
  ]
}
`;

/** The same values with the keys of every object the other way round. */
const keysReversed = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(keysReversed);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, each]) => [key, keysReversed(each)]),
  );
};

describe("a snapshot file", () => {
  let folder = "";
  let path = "";
  before(() => {
    folder = mkdtempSync(join(tmpdir(), "snapshot-"));
    path = join(folder, "portal.json");
  });
  after(() => rmSync(folder, { recursive: true }));

  const read = (written: string): Promise<PortalContent> => {
    writeFileSync(path, written);
    return readSnapshot({ cwd: folder }, path);
  };

  /** What is wrong with a file, by the name that the user gave it. */
  const trouble = async (reading: Promise<PortalContent>): Promise<string> => {
    const outcome = await reading.catch((error: unknown) => error);
    if (!(outcome instanceof Trouble)) throw new Error(`No trouble: ${JSON.stringify(outcome)}`);
    return outcome.message.replaceAll(path, "portal.json").replaceAll(folder, "folder");
  };

  /** The snapshot with other values at some of its places. */
  const changed = (change: (json: { [key: string]: unknown }) => void): string => {
    const json: { [key: string]: unknown } = JSON.parse(text);
    change(json);
    return JSON.stringify(json);
  };

  it("is JSON that people can read, without the time", () => {
    expect(snapshotText(content)).to.equal(text);
  });

  it("has the same bytes, whatever order the keys had in memory", async () => {
    const reversed = await read(JSON.stringify(keysReversed(JSON.parse(text))));
    expect(snapshotText(reversed)).to.equal(text);
  });

  it("gives the same content when it is read", async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.constant(content), portalContent), async (any) => {
        expect(await read(snapshotText(any))).to.deep.equal(any);
      }),
      { numRuns: 50 },
    );
  });

  it("may have fields of which this release knows nothing; they are left out", async () => {
    const withMore = changed((json) => {
      json["plan"] = "enterprise";
      json["labels"] = content.labels.map((label) => ({ ...label, colour: "red" }));
    });
    expect(await read(withMore)).to.deep.equal(content);
  });

  it("that lacks something says where, and how to write it anew", async () => {
    const [first, second] = content.limits;
    const written = changed((json) => (json["limits"] = [first, { ...second, maxToObjectIds: undefined }]));
    expect(await trouble(read(written))).to.equal(
      "portal.json: limits.1.maxToObjectIds is missing or of another type; write it anew with `pulumi-hubspot-associations snapshot --out portal.json`",
    );
  });

  const wrong: ReadonlyArray<readonly [place: string, change: (json: { [key: string]: unknown }) => void]> = [
    ["portalId", (json) => delete json["portalId"]],
    ["accountType", (json) => (json["accountType"] = 1)],
    ["version", (json) => (json["version"] = "1")],
    ["customObjects.0.name", (json) => (json["customObjects"] = [{ objectTypeId: "2-1", fullyQualifiedName: "p1_a" }])],
    ["labels", (json) => (json["labels"] = {})],
    ["labels.0.name", (json) => (json["labels"] = [{ ...content.labels[0], name: 5 }])],
    ["labels.1.typeId", (json) => (json["labels"] = [content.labels[0], { ...content.labels[1], typeId: 1.5 }])],
    ["limits.0.naming", (json) => (json["limits"] = [{ ...content.limits[0], naming: "name" }])],
    ["limits.0.label", (json) => (json["limits"] = [{ ...content.limits[0], label: null }])],
    ["leftOut.0.why", (json) => (json["leftOut"] = [{ what: "all" }])],
  ];
  for (const [place, change] of wrong)
    it(`with ${place} of another type says so`, async () => {
      expect(await trouble(read(changed(change)))).to.match(
        new RegExp(`^portal\\.json: ${place} is missing or of another type; `),
      );
    });

  it("of a newer release asks for one, however its content looks there", async () => {
    const newer = changed((json) => {
      json["version"] = 2;
      delete json["limits"];
    });
    expect(await trouble(read(newer))).to.equal(
      "portal.json was written by a newer release (its version is 2, this release reads up to 1); install a newer release with `npm install --save-dev pulumi-hubspot-associations@latest`",
    );
  });

  it("is no other JSON, and the file is not to be overwritten", async () => {
    const told = "portal.json is no snapshot of a portal; `pulumi-hubspot-associations snapshot --out FILE` writes one";
    for (const other of ["{}", "[]", "null", '"text"', '{"version":3,"deployment":{}}', '{"version":1,"portalId":1}'])
      expect(await trouble(read(other)), other).to.equal(told);
  });

  it("is no state of a sandbox", async () => {
    expect(await trouble(read('{"portals":[{"portalId":1}]}'))).to.equal(
      "portal.json is a state of the sandbox, no snapshot of a portal; start it with `pulumi-hubspot-associations sandbox --seed portal.json`, and write its snapshot with `pulumi-hubspot-associations snapshot --out FILE`",
    );
  });

  it("is JSON, whole", async () => {
    for (const other of ["", "# notes", text.slice(0, -20)])
      expect(await trouble(read(other)), other).to.equal(
        "portal.json is not JSON, so it is no snapshot of a portal; `pulumi-hubspot-associations snapshot --out FILE` writes one",
      );
  });

  it("that cannot be read says why", async () => {
    expect(await trouble(readSnapshot({ cwd: "/" }, join(folder, "nowhere.json")))).to.equal(
      "cannot read folder/nowhere.json: there is no such file or folder; check the path",
    );
    expect(await trouble(readSnapshot({ cwd: "/" }, folder))).to.equal(
      "cannot read folder: it is a folder; name a file",
    );
  });
});
