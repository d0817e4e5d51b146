/** One reason why the platform would refuse a card. */
export interface CardProblem {
  /** `body.elements[2].columns[0]` */
  path: string;
  /** Sub-code of 230099 (or 230025 for the size); where the platform's own is not known, 200621. */
  code: number;
  message: string;
}

export const CODE = {
  malformed: 200621,
  unknownTag: 200861,
  tooMuch: 11310,
  tooLarge: 230025,
  duplicateId: 300301,
  notShared: 300302,
  noName: 200530,
  chart: 200550,
  tableRow: 200914,
  tableColumn: 200915,
  version: 200830,
} as const;

/** Checks one value; reports what is wrong and goes on, so that all problems are found at once. */
export type Check = (value: unknown, path: string, walk: Walk) => void;

/** What is remembered while a card is walked through. */
export interface Walk {
  readonly problems: CardProblem[];
  readonly ids: Set<string>;
  readonly names: Set<string>;
  /** Components and text objects so far. */
  elements: number;
  tables: number;
  submitButtons: number;
  /** Tags of the components around the present one, outermost first. */
  readonly within: string[];
  /** Checks a component wherever one may stand. */
  readonly component: Check;
}

/** The allow-list and the rules of one component. */
export interface Component {
  /** Besides `tag`, `element_id` and `margin`. */
  attributes: Record<string, Check>;
  required?: readonly string[];
  /** `root`: directly in the body only. `form`: somewhere in a form only. `column_set`: directly in one only. */
  only?: 'root' | 'form' | 'column_set';
  /** Components it may not stand in, at any depth. */
  notIn?: readonly string[];
  /** Holds components; containers may be nested five deep. */
  container?: boolean;
  /** Collected when the form around it is submitted, so it needs a name there. */
  control?: boolean;
  /** Rules between attributes. */
  also?: (element: Record<string, unknown>, path: string, walk: Walk) => void;
}

export function report(walk: Walk, path: string, message: string, code: number = CODE.malformed): void {
  walk.problems.push({ path, code, message });
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
