/** A documented request in words that mean the same on any portal: a type goes by what it is, not by its id. */
import fc from "fast-check";

/** The sides of a label are seen from the pair on which it was made. */
export type Side = "label" | "inverse";

/** A type of a pair: one of HubSpot's, the plain one of a pair with a custom object, one of a label that was asked for. */
export type TypeName = number | "plain" | `${string}:${Side}`;

/** Two object types as they are spelled in a path. */
export type Path = readonly [from: string, to: string];

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
  | {
      readonly do: "change";
      readonly of: Path;
      readonly type: TypeName;
      readonly label: string;
      readonly inverse?: string;
    }
  | { readonly do: "delete"; readonly of: Path; readonly type: TypeName };

export const isRead = (question: Question): boolean =>
  ["account", "all", "schemas", "tracking", "schema", "pair", "list"].includes(question.do);

const usual = <A>(most: fc.Arbitrary<A>, few: fc.Arbitrary<A>): fc.Arbitrary<A> =>
  fc.oneof({ weight: 9, arbitrary: most }, { weight: 1, arbitrary: few });

const contacts = fc.constantFrom("contacts", "contact", "CONTACTS", "0-1");
const companies = fc.constantFrom("companies", "0-2");
const car = fc.constantFrom("2-7", "p111_car", "p_car");
const stranger = fc.constantFrom("car", "widgets", "2-99");

/** Few pairs, so that what is asked often meets. */
const path: fc.Arbitrary<Path> = usual<Path>(
  fc.oneof(
    fc.tuple(contacts, companies),
    fc.tuple(contacts, companies),
    fc.tuple(companies, contacts),
    fc.tuple(contacts, contacts),
    fc.tuple(contacts, car),
    fc.tuple(car, contacts),
    fc.tuple(car, fc.constant("notes")),
  ),
  fc.oneof(fc.tuple(contacts, stranger), fc.tuple(stranger, companies)),
);

const names = ["a", "b", "c", "d"];
const side: fc.Arbitrary<Side> = fc.constantFrom("label", "inverse");
const labelType = fc.tuple(fc.constantFrom(...names), side).map(([name, of]): TypeName => `${name}:${of}`);
const type: fc.Arbitrary<TypeName> = fc.oneof(
  labelType,
  fc.constantFrom<TypeName>(279, 280, 1, 2, 449, 4),
  fc.constant<TypeName>("plain"),
);
const number = fc.integer({ min: 1, max: 5 });
const text = fc.constantFrom("Advisor", "Buyer", "Client", "By advisor", "By buyer", "By client", "Primary");
const inverse = fc.option(text, { nil: undefined }).map((given) => (given === undefined ? {} : { inverse: given }));

export const question: fc.Arbitrary<Question> = fc.oneof(
  { weight: 1, arbitrary: fc.constantFrom<Question>({ do: "account" }, { do: "schemas" }, { do: "tracking" }) },
  { weight: 2, arbitrary: fc.constant<Question>({ do: "all" }) },
  { weight: 1, arbitrary: fc.oneof(contacts, car, stranger).map((of): Question => ({ do: "schema", of })) },
  { weight: 3, arbitrary: path.map((of): Question => ({ do: "pair", of })) },
  { weight: 3, arbitrary: path.map((of): Question => ({ do: "list", of })) },
  {
    weight: 6,
    arbitrary: fc
      .tuple(path, fc.uniqueArray(fc.tuple(type, number), { minLength: 1, maxLength: 3, selector: ([of]) => of }))
      .map(([of, inputs]): Question => ({ do: "update", of, inputs })),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(path, fc.uniqueArray(type, { minLength: 1, maxLength: 2 }))
      .map(([of, types]): Question => ({ do: "purge", of, types })),
  },
  {
    weight: 5,
    arbitrary: fc
      .tuple(path, usual(fc.constantFrom(...names), fc.constantFrom("a-b", "1a")), text, inverse)
      .map(([of, name, label, more]): Question => ({ do: "create", of, name, label, ...more })),
  },
  {
    weight: 3,
    arbitrary: fc
      .tuple(path, labelType, text, inverse)
      .map(([of, which, label, more]): Question => ({ do: "change", of, type: which, label, ...more })),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(path, usual(labelType, fc.constant<TypeName>("plain")))
      .map(([of, which]): Question => ({ do: "delete", of, type: which })),
  },
);
