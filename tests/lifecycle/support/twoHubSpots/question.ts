/** A documented request in words that mean the same on any portal: a type goes by what it is, not by its id. */
import fc from "fast-check";

/** A type of a pair: one of HubSpot's, the plain one of a pair with a custom object, a side of a label. */
export type TypeName = number | "plain" | `${string}:${"label" | "inverse"}`;

/** Two object types as they are spelled in a path. */
export type Path = readonly [from: string, to: string];

export interface Texts {
  readonly label: string;
  readonly inverse?: string;
}

export type Question =
  | { readonly do: "account" | "all" | "schemas" | "tracking" }
  | { readonly do: "schema"; readonly of: string }
  | { readonly do: "pair" | "list"; readonly of: Path }
  | { readonly do: "update"; readonly of: Path; readonly inputs: ReadonlyArray<readonly [TypeName, number]> }
  | { readonly do: "purge"; readonly of: Path; readonly types: ReadonlyArray<TypeName> }
  | {
      readonly do: "create";
      readonly of: Path;
      readonly name: string;
      readonly label: string;
      readonly inverse?: string;
    }
  | ({ readonly do: "change"; readonly of: Path; readonly type: TypeName } & Texts)
  | { readonly do: "delete"; readonly of: Path; readonly type: TypeName };

export const isRead = (question: Question): boolean =>
  ["account", "all", "schemas", "tracking", "schema", "pair", "list"].includes(question.do);

/** Mostly the first, now and then the second. */
const usual = <A>(most: fc.Arbitrary<A>, few: fc.Arbitrary<A>): fc.Arbitrary<A> =>
  fc.oneof({ weight: 24, arbitrary: most }, { weight: 1, arbitrary: few });

const contacts = fc.constantFrom("contacts", "contact", "CONTACTS", "0-1");
const companies = fc.constantFrom("companies", "0-2");
const car = fc.constantFrom("2-7", "p111_car");
const stranger = fc.constantFrom("p_car", "car", "widgets", "2-99");

/** A pair with what it has, if its labels were made, and the names of those that are mostly made there. */
interface Ground {
  readonly path: Path;
  readonly types: ReadonlyArray<TypeName>;
  readonly makes: ReadonlyArray<string>;
}

/** Few pairs, so that what is asked often meets. */
const pairs = [
  { from: contacts, to: companies, types: [279, 1, "a:label", "b:label", "c:inverse"], makes: ["a", "b"] },
  { from: companies, to: contacts, types: [280, 2, "a:inverse", "b:inverse", "c:label"], makes: ["c"] },
  { from: contacts, to: contacts, types: [449, "d:label", "d:inverse", "e:label", "e:inverse"], makes: ["d", "e"] },
  { from: contacts, to: car, types: ["plain", "f:label"], makes: ["f"] },
  { from: car, to: contacts, types: ["plain", "f:inverse"], makes: [] },
] as const;

const names = ["a", "b", "c", "d", "e", "f"];
const anyType: fc.Arbitrary<TypeName> = fc.constantFrom(
  ...new Set<TypeName>([4, ...pairs.flatMap(({ types }): ReadonlyArray<TypeName> => types)]),
);

const ground: fc.Arbitrary<Ground> = usual<Ground>(
  fc
    .constantFrom(...pairs)
    .chain(({ from, to, types, makes }) =>
      fc.record({ path: fc.tuple(from, to), types: fc.constant(types), makes: fc.constant(makes) }),
    ),
  fc
    .oneof<fc.Arbitrary<Path>[]>(
      fc.tuple(car, fc.constant("notes")),
      fc.tuple(contacts, stranger),
      fc.tuple(stranger, companies),
    )
    .map((path) => ({ path, types: ["plain"], makes: [] })),
);

const path = ground.map((of) => of.path);
const typeOf = ({ types }: Ground): fc.Arbitrary<TypeName> => usual(fc.constantFrom(...types), anyType);
const labelOf = ({ types }: Ground): fc.Arbitrary<TypeName> =>
  fc.constantFrom<TypeName[]>(
    ...types.filter((type) => typeof type === "string" && type !== "plain"),
    "a:label",
    "d:inverse",
  );
const nameOf = ({ makes }: Ground): fc.Arbitrary<string> =>
  usual(fc.constantFrom(...(makes.length > 0 ? makes : names)), fc.constantFrom(...names, "a-b", "1a"));

const number = fc.integer({ min: 1, max: 5 });
const text = fc.oneof(
  { weight: 60, arbitrary: fc.constantFrom("Advisor", "Buyer", "Client", "By advisor", "By buyer", "By client") },
  { weight: 1, arbitrary: fc.constant("Primary") },
);
const texts = fc.record({ label: text, inverse: text }, { requiredKeys: ["label"] });

export const question: fc.Arbitrary<Question> = fc.oneof(
  { weight: 1, arbitrary: fc.constantFrom<Question>({ do: "account" }, { do: "schemas" }, { do: "tracking" }) },
  { weight: 2, arbitrary: fc.constant<Question>({ do: "all" }) },
  { weight: 1, arbitrary: usual(fc.oneof(contacts, car), stranger).map((of): Question => ({ do: "schema", of })) },
  { weight: 2, arbitrary: path.map((of): Question => ({ do: "pair", of })) },
  { weight: 2, arbitrary: path.map((of): Question => ({ do: "list", of })) },
  {
    weight: 8,
    arbitrary: ground.chain((on) =>
      fc
        .uniqueArray(fc.tuple(typeOf(on), number), { minLength: 1, maxLength: 3, selector: ([of]) => of })
        .map((inputs): Question => ({ do: "update", of: on.path, inputs })),
    ),
  },
  {
    weight: 2,
    arbitrary: ground.chain((on) =>
      fc
        .uniqueArray(typeOf(on), { minLength: 1, maxLength: 2 })
        .map((types): Question => ({ do: "purge", of: on.path, types })),
    ),
  },
  {
    weight: 6,
    arbitrary: ground.chain((on) =>
      fc.tuple(nameOf(on), texts).map(([name, more]): Question => ({ do: "create", of: on.path, name, ...more })),
    ),
  },
  {
    weight: 4,
    arbitrary: ground.chain((on) =>
      fc.tuple(labelOf(on), texts).map(([type, more]): Question => ({ do: "change", of: on.path, type, ...more })),
    ),
  },
  {
    weight: 2,
    arbitrary: ground.chain((on) =>
      usual(labelOf(on), fc.constant<TypeName>("plain")).map((type): Question => ({ do: "delete", of: on.path, type })),
    ),
  },
);
