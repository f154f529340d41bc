/** What must hold between the values of a model that are each right, as far as HubSpot's rules are known offline. */
import type { Mistake } from "./mistake";
import type { ReadAssociation, ReadLabel } from "./read";

/** An association whose object types are right. */
export interface KnownAssociation extends ReadAssociation {
  readonly from: string;
  readonly to: string;
}

export const isKnown = (association: ReadAssociation): association is KnownAssociation =>
  association.from !== undefined && association.to !== undefined;

/** HubSpot does not tell `Car` from `car`. */
const isSameType = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** Whether the pair has one direction only. */
export const isWithinOneType = ({ from, to }: KnownAssociation): boolean => isSameType(from, to);

/** A label's text as people see it. */
const shown = (text: string): string => text.trim().replace(/\s+/g, " ");

/** Whether both sides of a label say the same. */
const isSymmetric = ({ label, inverseLabel }: ReadLabel): boolean =>
  inverseLabel === undefined || (label !== undefined && shown(inverseLabel) === shown(label));

/** HubSpot answers the next one on a pair of object types with 437. */
const mostLabels = 50;

type Numbered = Pick<ReadLabel, "path" | "maxToObjectIds" | "maxFromObjectIds">;

/** HubSpot keeps one number for both ways where both ends of a type are the same. */
const oneNumber = ({ path, maxToObjectIds, maxFromObjectIds }: Numbered, what: string): ReadonlyArray<Mistake> => {
  if (maxFromObjectIds === undefined) return [];
  const instead =
    maxToObjectIds === undefined
      ? `write maxToObjectIds: ${maxFromObjectIds} instead`
      : `leave it out, maxToObjectIds: ${maxToObjectIds} counts both ways`;
  return [
    {
      path: `${path}.maxFromObjectIds`,
      problem: `${maxFromObjectIds}: HubSpot keeps one number for both ways of ${what}; ${instead}`,
    },
  ];
};

const oneNumberWithinOneType = (association: KnownAssociation): ReadonlyArray<Mistake> =>
  isWithinOneType(association)
    ? [
        ...oneNumber(association, `${association.from} to ${association.to}`),
        ...association.labels
          .filter((label) => label.isRight && isSymmetric(label))
          .flatMap((label) =>
            oneNumber(
              label,
              `"${label.label}" from ${association.from} to ${association.to} (a label with an inverseLabel of its own has two)`,
            ),
          ),
      ]
    : [];

const above = (
  label: ReadLabel,
  key: "maxToObjectIds" | "maxFromObjectIds",
  association: KnownAssociation,
  objectKey: "maxToObjectIds" | "maxFromObjectIds",
): ReadonlyArray<Mistake> => {
  const [number, most] = [label[key], association[objectKey]];
  if (number === undefined || most === undefined || number <= most) return [];
  const object = `${association.path}.${objectKey}`;
  return [
    {
      path: `${label.path}.${key}`,
      problem: `${number} is more than the ${most} that ${object} allows whatever the label; lower it, or raise ${object}`,
    },
  ];
};

/** HubSpot refuses a label's limit above the pair's object limit; HubSpot's guide "Set limits on associations". */
const aboveObjectLimit = (association: KnownAssociation): ReadonlyArray<Mistake> =>
  association.labels.flatMap((label) => [
    ...above(label, "maxToObjectIds", association, "maxToObjectIds"),
    ...above(
      label,
      "maxFromObjectIds",
      association,
      isWithinOneType(association) ? "maxToObjectIds" : "maxFromObjectIds",
    ),
  ]);

/** A label's text on one side of the pair. */
interface ShownText {
  readonly label: ReadLabel;
  readonly path: string;
  readonly side: string;
  readonly text: string;
}

/**
 * What a label shows on both sides. The other side of one that stands in the portal is not known unless the model names
 * it.
 */
const textsOf = (association: KnownAssociation, label: ReadLabel): ReadonlyArray<ShownText> => {
  if (label.label === undefined) return [];
  const forward = `${association.from} to ${association.to}`;
  const inverse = isWithinOneType(association) ? forward : `${association.to} to ${association.from}`;
  const here = { label, path: `${label.path}.label`, side: forward, text: shown(label.label) };
  const isKnownThere = label.isMade || label.inverseLabel !== undefined || label.maxFromObjectIds !== undefined;
  if (!isKnownThere || (isWithinOneType(association) && isSymmetric(label))) return [here];
  const there =
    label.inverseLabel === undefined
      ? { ...here, side: inverse }
      : { label, path: `${label.path}.inverseLabel`, side: inverse, text: shown(label.inverseLabel) };
  return [here, there];
};

const wayOut = (mine: ReadLabel, other: ReadLabel): string =>
  mine.isMade && other.isMade ? "choose another text" : `keep one of the two labels, with the numbers of both`;

const textTwice = (association: KnownAssociation): ReadonlyArray<Mistake> => {
  const texts = association.labels.filter(({ isRight }) => isRight).flatMap((label) => textsOf(association, label));
  const twice = texts.flatMap((mine, i) => {
    const other = texts
      .slice(0, i)
      .find(({ side, text, label }) => side === mine.side && text === mine.text && label !== mine.label);
    return other === undefined
      ? []
      : [
          {
            path: mine.path,
            problem: `"${mine.text}" is what ${other.path} shows from ${mine.side} already; ${wayOut(mine.label, other.label)}`,
          },
        ];
  });
  // A label with one text for both sides is told once.
  return twice.filter(({ path }, i) => twice.findIndex((first) => first.path === path) === i);
};

const tooManyLabels = ({ path, labels }: ReadAssociation): ReadonlyArray<Mistake> => {
  const made = labels.filter(({ isMade }) => isMade).length;
  return made > mostLabels
    ? [
        {
          path: `${path}.labels`,
          problem: `${made} labels are made here; HubSpot takes at most ${mostLabels} for a pair of object types`,
        },
      ]
    : [];
};

const hasNumber = ({ maxToObjectIds, maxFromObjectIds }: Numbered): boolean =>
  maxToObjectIds !== undefined || maxFromObjectIds !== undefined;

const nothingDeclared = (association: ReadAssociation): ReadonlyArray<Mistake> =>
  association.isRight &&
  !hasNumber(association) &&
  association.labels.length === 0 &&
  association.authoritative !== true
    ? [
        {
          path: association.path,
          problem:
            "declares nothing; add maxToObjectIds, maxFromObjectIds or labels, or set authoritative: true so that the pair has no limits",
        },
      ]
    : [];

const limitsNothing = ({ labels }: ReadAssociation): ReadonlyArray<Mistake> =>
  labels
    .filter((label) => label.isRight && !label.isMade && !hasNumber(label))
    .map(({ path, label }) => ({
      path,
      problem: `limits nothing; give "${label}" maxToObjectIds or maxFromObjectIds, or a name if the label is to be made`,
    }));

const pairTwice = (associations: ReadonlyArray<KnownAssociation>): ReadonlyArray<Mistake> =>
  associations.flatMap((mine, i) => {
    const other = associations
      .slice(0, i)
      .find(
        ({ from, to }) =>
          (isSameType(from, mine.from) && isSameType(to, mine.to)) ||
          (isSameType(from, mine.to) && isSameType(to, mine.from)),
      );
    if (other === undefined) return [];
    const isMirrored = !isSameType(other.from, mine.from);
    return [
      {
        path: mine.path,
        problem: isMirrored
          ? `${mine.from} to ${mine.to} is the pair of ${other.path} seen from the other side; merge the two, its maxToObjectIds is maxFromObjectIds there`
          : `${mine.from} to ${mine.to} stands in ${other.path} already; merge the two`,
      },
    ];
  });

const nameTwice = (associations: ReadonlyArray<ReadAssociation>): ReadonlyArray<Mistake> => {
  const labels = associations.flatMap((association) => association.labels);
  return labels.flatMap(({ path, name }, i) => {
    const other = name === undefined ? undefined : labels.slice(0, i).find((label) => label.name === name);
    return other === undefined
      ? []
      : [
          {
            path: `${path}.name`,
            problem: `"${name}" is the name of ${other.path} already; it is unique in the portal, choose another one`,
          },
        ];
  });
};

/** Everything that is wrong between values that are each right. */
export const brokenRules = (associations: ReadonlyArray<ReadAssociation>): ReadonlyArray<Mistake> => {
  const known = associations.filter(isKnown);
  return [
    ...associations.flatMap((association) => [
      ...nothingDeclared(association),
      ...limitsNothing(association),
      ...tooManyLabels(association),
    ]),
    ...known.flatMap((association) => [
      ...oneNumberWithinOneType(association),
      ...aboveObjectLimit(association),
      ...textTwice(association),
    ]),
    ...pairTwice(known),
    ...nameTwice(associations),
  ];
};
