import { expect } from "chai";
import type { Gathered } from "../../../../cli/portal/gathered";
import { pairLabels } from "../../../../cli/portal/pairing";
import type { SchemaAssociation } from "../../../../provider/hubspot/codecs";
import type { LimitRow } from "../../../../provider/model";

type Row = readonly [typeId: number, label?: string, category?: string];
type Named = readonly [from: string, to: string, typeId: number, name: string];

const row = ([typeId, label, category = "USER_DEFINED"]: Row): LimitRow => ({
  category,
  typeId,
  ...(label === undefined ? {} : { label }),
});

const association = ([from, to, typeId, name]: Named): SchemaAssociation => ({
  typeId,
  name,
  fromObjectTypeId: from,
  toObjectTypeId: to,
});

/** Each label as `name: forward | inverse`, and the labels that stay without their other side. */
const pairing = (
  types: Readonly<Record<string, ReadonlyArray<Row>>>,
  names: ReadonlyArray<Named> = [],
): readonly [ReadonlyArray<string>, ReadonlyArray<string>] => {
  const gathered: Gathered = {
    portalId: 111,
    customObjects: [],
    rows: [],
    pairRows: new Map(),
    types: new Map(Object.entries(types).map(([key, rows]) => [key, rows.map(row)])),
    associations: names.map(association),
    wantsLabels: true,
    isWhole: true,
    leftOut: [],
  };
  const { paired, unpaired } = pairLabels(gathered);
  return [
    paired.map(
      ({ name, forward, inverse }) =>
        `${name ?? "?"}: ${forward.typeId} ${forward.label} | ${inverse.typeId} ${inverse.label}`,
    ),
    unpaired.map(({ pair, side }) => `${pair.from}/${pair.to} ${side.typeId}`),
  ];
};

describe("the sides of labels", () => {
  it("go together by their name, whatever they say and in whatever order they come", () => {
    expect(
      pairing(
        {
          "0-1/0-2": [
            [1, "A"],
            [3, "B"],
          ],
          "0-2/0-1": [
            [2, "B"],
            [4, "A"],
          ],
        },
        [
          ["0-1", "0-2", 1, "one"],
          ["0-2", "0-1", 2, "one"],
          ["0-1", "0-2", 3, "two"],
          ["0-2", "0-1", 4, "two"],
        ],
      ),
    ).to.deep.equal([["one: 1 A | 2 B", "two: 3 B | 4 A"], []]);
  });

  it("go together by one text, or because nothing else is left, where names are not told", () => {
    expect(
      pairing({
        "0-1/0-2": [
          [1, "A"],
          [3, "B"],
        ],
        "0-2/0-1": [
          [2, "A"],
          [4, "C"],
        ],
      }),
    ).to.deep.equal([["?: 1 A | 2 A", "?: 3 B | 4 C"], []]);
  });

  it("are left alone where there is a choice", () => {
    expect(
      pairing({
        "0-1/0-2": [
          [1, "A"],
          [3, "B"],
        ],
        "0-2/0-1": [
          [2, "C"],
          [4, "D"],
        ],
      }),
    ).to.deep.equal([[], ["0-1/0-2 1", "0-1/0-2 3", "0-2/0-1 2", "0-2/0-1 4"]]);
    expect(pairing({ "0-1/0-2": [[1, "A"]], "0-2/0-1": [] })).to.deep.equal([[], ["0-1/0-2 1"]]);
  });

  it("do not go together against their names", () => {
    expect(
      pairing({ "0-1/0-2": [[1, "A"]], "0-2/0-1": [[2, "A"]] }, [
        ["0-1", "0-2", 1, "one"],
        ["0-2", "0-1", 2, "two"],
      ]),
    ).to.deep.equal([[], ["0-1/0-2 1", "0-2/0-1 2"]]);
  });

  it("take no name that may be that of HubSpot's own type with the same number", () => {
    expect(
      pairing({ "0-1/0-2": [[279], [279, "A"]], "0-2/0-1": [[280, "B"]] }, [
        ["0-1", "0-2", 279, "contact_to_company"],
        ["0-1", "0-2", 279, "one"],
        ["0-2", "0-1", 280, "one"],
      ]),
    ).to.deep.equal([["one: 279 A | 280 B"], []]);
  });

  it("within one object type are two of a name, or one that is its own inverse", () => {
    const types = {
      "0-1/0-1": [
        [1, "Boss"],
        [2, "Report"],
        [3, "Peer"],
      ],
    } as const;
    expect(
      pairing(types, [
        ["0-1", "0-1", 2, "boss"],
        ["0-1", "0-1", 1, "boss"],
        ["0-1", "0-1", 3, "peer"],
      ]),
    ).to.deep.equal([["boss: 1 Boss | 2 Report", "peer: 3 Peer | 3 Peer"], []]);
    expect(pairing(types, [["0-1", "0-1", 3, "peer"]])).to.deep.equal([
      ["peer: 3 Peer | 3 Peer"],
      ["0-1/0-1 1", "0-1/0-1 2"],
    ]);
    expect(pairing({ "0-1/0-1": [[3, "Peer"]] })).to.deep.equal([["?: 3 Peer | 3 Peer"], []]);
  });

  it("are those of people's labels alone", () => {
    expect(
      pairing({
        "0-1/0-2": [[1, "Primary", "HUBSPOT_DEFINED"], [5, "Synced", "INTEGRATOR_DEFINED"], [9]],
        "0-2/0-1": [],
      }),
    ).to.deep.equal([[], []]);
  });
});
