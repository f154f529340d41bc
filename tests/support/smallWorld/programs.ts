/** The programs that there are, and what each means in a portal. */
import type { Properties } from "../engine/hooks";
import type { OutputOf, Registered } from "../engine/run";
import type { Contents } from "./hubSpot";
import type { Driver } from "./portals";
import { objectIdIn, other, own, ownerId, placeOf, texts, unlabeledIn } from "./portals";

/** The ways to write the custom object of the first portal, and a standard object. */
export type Spelling = "2-123" | "car" | "p111_car" | "companies";

interface Common {
  readonly name: string;
  readonly object: Spelling;
  /** The portal of an explicit Provider. @default the default Provider, whose credentials each command names */
  readonly provider?: Provider;
}

export type Provider = "in 111" | "in 222";

export const portalOfProvider: Readonly<Record<Provider, number>> = { "in 111": own, "in 222": other };

/** One resource of a program. */
export type Declared =
  | (Common & {
      readonly kind: "label";
      /** Between contacts and cars, or among cars. */
      readonly side: "contacts" | "cars";
      readonly isTurned: boolean;
    })
  | (Common & {
      readonly kind: "limits";
      /** Of the pair's own type; none where that is not declared. */
      readonly unlabeled?: number;
      /** Of somebody else's label. */
      readonly owner?: number;
      /** Of the label that the program makes. */
      readonly driver?: number;
      /** The output of the label that is its id from contacts to cars: another one where the label is written from cars. */
      readonly driverOutput?: "typeId" | "inverseTypeId";
      readonly authoritative: boolean;
    });

export type Program = ReadonlyArray<Declared>;

const limit = (object: Spelling, unlabeled = 5): Declared => ({
  kind: "limits",
  name: "limits",
  object,
  unlabeled,
  authoritative: false,
});

const label = (object: Spelling, isTurned = false, side: Driver["side"] = "contacts"): Declared => ({
  ...{ kind: "label", name: "label", object },
  ...{ side, isTurned },
});

const whole = (object: Spelling): Declared => ({ ...limit(object), kind: "limits", authoritative: true });

/** The label, and after it limits on the pair and on the label. */
const both = (object: Spelling, isTurned = false): Program => [
  label(object, isTurned),
  {
    ...{ kind: "limits", name: "limits", object, unlabeled: 5, driver: 2, authoritative: false },
    driverOutput: isTurned ? "inverseTypeId" : "typeId",
  },
];

export const programs = {
  nothing: [],
  "a limit on 2-123": [limit("2-123")],
  "a limit on car": [limit("car")],
  "a limit on p111_car": [limit("p111_car")],
  "another limit on car": [limit("car", 6)],
  "the owner's limit on car": [{ kind: "limits", name: "limits", object: "car", owner: 2, authoritative: false }],
  "two limits on car": [
    { kind: "limits", name: "limits", object: "car", unlabeled: 5, owner: 2, authoritative: false },
  ],
  "a label on 2-123": [label("2-123")],
  "a label on car": [label("car")],
  "a label on p111_car": [label("p111_car")],
  "a label from 2-123": [label("2-123", true)],
  "a label from car": [label("car", true)],
  "a label among 2-123": [label("2-123", false, "cars")],
  "a label among cars": [label("car", false, "cars")],
  "a label among cars, turned": [label("car", true, "cars")],
  "both on 2-123": both("2-123"),
  "both on car": both("car"),
  "both from car": both("car", true),
  "side by side on car": [label("car"), limit("car")],
  "all of 2-123": [whole("2-123")],
  "all of car": [whole("car")],
  "a limit on 2-123 and one on car": [
    limit("2-123"),
    { kind: "limits", name: "others", object: "car", unlabeled: 5, authoritative: false },
  ],
  "a limit on car in 222": [{ ...limit("car"), provider: "in 222" }],
  "a limit on companies in each portal": [
    { ...limit("companies"), name: "limits of 111", provider: "in 111" },
    { ...limit("companies", 6), name: "limits of 222", provider: "in 222" },
  ],
} as const satisfies Readonly<Record<string, Program>>;

export type ProgramName = keyof typeof programs;

export const programNamed = (name: ProgramName): Program => programs[name];

const driverInputs = { name: "driver", onCreate: "fail" };

const inputsOf = (declared: Declared): Registered["inputs"] => {
  const { object } = declared;
  if (declared.kind === "label") {
    const { side, isTurned } = declared;
    const { label: text, inverseLabel } = texts[side];
    const from = side === "contacts" ? "contacts" : object;
    return isTurned
      ? { ...driverInputs, fromObjectType: object, toObjectType: from, label: inverseLabel, inverseLabel: text }
      : { ...driverInputs, fromObjectType: from, toObjectType: object, label: text, inverseLabel };
  }
  const { unlabeled, owner, driver, driverOutput = "typeId", authoritative } = declared;
  return (outputOf: OutputOf): Properties => ({
    fromObjectType: "contacts",
    toObjectType: object,
    limits: [
      ...(unlabeled === undefined ? [] : [{ unlabeled: true, maxToObjectIds: unlabeled }]),
      ...(owner === undefined ? [] : [{ category: "USER_DEFINED", typeId: ownerId, maxToObjectIds: owner }]),
      ...(driver === undefined
        ? []
        : [{ category: "USER_DEFINED", typeId: outputOf("label", driverOutput), maxToObjectIds: driver }]),
    ],
    ...(authoritative ? { authoritative } : {}),
  });
};

/** A program as the engine gets it. */
export const registered = (program: Program): ReadonlyArray<Registered> =>
  program.map((declared) => ({
    name: declared.name,
    kind: declared.kind === "label" ? "AssociationLabel" : "AssociationConfiguration",
    inputs: inputsOf(declared),
    ...(declared.kind === "limits" && declared.driver !== undefined ? { dependsOn: ["label"] } : {}),
    ...(declared.provider === undefined ? {} : { provider: declared.provider }),
  }));

/** The portal that a resource is declared in. */
export const portalOf = ({ provider }: Declared, defaultPortal: number): number =>
  provider === undefined ? defaultPortal : portalOfProvider[provider];

/** What a resource means, however it is written; an object that the portal does not have is undefined. */
export const meaningOf = (portal: Contents, declared: Declared): Properties => {
  const { name, kind, object } = declared;
  const meant = { name, kind, portalId: portal.portalId, object: objectIdIn(portal, object) };
  if (declared.kind === "label") return { ...meant, side: declared.side };
  const { unlabeled, owner, driver, authoritative } = declared;
  return { ...meant, unlabeled, owner, driver, authoritative };
};

/** The numbers that a resource declares, by place; a label that is not there has none. */
export const numbersOf = (
  portal: Contents,
  declared: Declared,
  driver: number | undefined,
): ReadonlyArray<readonly [place: string, maxToObjectIds: number]> => {
  if (declared.kind === "label") return [];
  const { object, unlabeled, owner, driver: ofDriver } = declared;
  const type =
    object === "companies"
      ? { category: "HUBSPOT_DEFINED", typeId: 279 }
      : { category: "USER_DEFINED", typeId: unlabeledIn(portal) };
  const place = ({ category, typeId }: { category: string; typeId: number | undefined }, number: number | undefined) =>
    typeId === undefined || number === undefined
      ? []
      : [[placeOf(portal.portalId, { category, typeId }), number] as const];
  return [
    ...place(type, unlabeled),
    ...place({ category: "USER_DEFINED", typeId: ownerId }, owner),
    ...place({ category: "USER_DEFINED", typeId: driver }, ofDriver),
  ];
};
