/** Turns a question into one that HubSpot's documents allow, given the labels that were made so far. */
import type { Path, Question, TypeName } from "./question";

export interface MadeLabel {
  /** The pair on which it was made. */
  readonly of: Path;
  /** Between records of one type, a label with one text has one id. */
  readonly isOwnInverse: boolean;
}

/** Labels by their names. */
export type Made = ReadonlyMap<string, MadeLabel>;

/** Whether a pair is of contacts alone; no question is about another object type on both sides. */
export const isWithin = ([from, to]: Path): boolean => /^(contact|0-1$)/i.test(from) && /^(contact|0-1$)/i.test(to);

/** What a create, if it went well, makes. */
export const made = (question: Question & { readonly do: "create" }): MadeLabel => ({
  of: question.of,
  isOwnInverse: isWithin(question.of) && question.inverse === undefined,
});

const nameIn = (type: TypeName): string => String(type).replace(/:.*/, "");
const isInverse = (type: TypeName): boolean => String(type).endsWith(":inverse");

const withoutInverse = <A extends { readonly inverse?: string }>({ inverse: _, ...rest }: A): Omit<A, "inverse"> =>
  rest;

/** A label that is its own inverse has one id, which a batch names once. */
const namedOnce = (labels: Made, types: ReadonlyArray<TypeName>): ReadonlyArray<TypeName> =>
  types.filter((type, i) => {
    const one = labels.get(nameIn(type))?.isOwnInverse === true;
    return !one || types.findIndex((other) => nameIn(other) === nameIn(type)) === i;
  });

export const documented = (question: Question, labels: Made): Question => {
  switch (question.do) {
    case "update": {
      const types = namedOnce(
        labels,
        question.inputs.map(([type]) => type),
      );
      return { ...question, inputs: question.inputs.filter(([type]) => types.includes(type)) };
    }
    case "purge":
      return { ...question, types: namedOnce(labels, question.types) };
    case "change": {
      const label = labels.get(nameIn(question.type));
      if (label === undefined) return question;
      const [from, to] = label.of;
      const of: Path = isInverse(question.type) ? [to, from] : [from, to];
      return { ...(label.isOwnInverse ? withoutInverse(question) : question), of };
    }
    case "delete":
      // Either direction will do; most often the label's own, since the pairs of questions are chosen blindly.
      return { ...question, of: labels.get(nameIn(question.type))?.of ?? question.of };
    default:
      return question;
  }
};
