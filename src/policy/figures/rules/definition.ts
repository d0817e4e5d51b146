/** What may stand in a column. Numbers may be written as people write them (`1,200`, `三百`, `12%`). */
export type FigureColumn = {
  title: string;
  required?: true;
  /** Said beside the field. */
  hint?: string;
} & (
  | { kind: 'text' | 'long' | 'day' | 'time' | 'phone' | 'unit' }
  | { kind: 'choice'; options: readonly string[] }
  | {
      kind: 'number';
      /** 0 when absent. */
      min?: number;
      max?: number;
      whole?: true;
    }
  /** Yuan; more than 0 unless a sum may end with a 0. */
  | { kind: 'money'; zero?: true }
  | { kind: 'percent'; from: number; to: number }
);

/** Who keeps the matter itself, when the desk has a room for it: the figure then only says what answers tell of it. */
export type KeptIn =
  | 'plans'
  | 'counting-rules'
  | 'reporting'
  | 'warning-rules'
  | 'filings'
  | 'courses'
  | 'groups'
  | 'filing-number';

export const GROUPS = [
  'pay',
  'village',
  'five-small',
  'staff',
  'tolerance',
  'papers',
  'cadres',
  'bot',
] as const;

export type FigureGroup = (typeof GROUPS)[number];

/** How a later day takes the place of an earlier one: the whole table, or line by line under the same name. */
export type Dated = 'table' | { by: string } | undefined;

/** One of LOC-01 … LOC-37 as it is filled in, checked and brought into force. */
export interface FigureDefinition {
  code: string;
  group: FigureGroup;
  /** A table of rows, or the fields of one row below each other. */
  shape: 'rows' | 'fields';
  columns: readonly FigureColumn[];
  dated: Dated;
  /** Names that a new table begins with, in its first column. */
  starters?: readonly string[];
  /** Titles of an open-ended scale: from included, until excluded. */
  bands?: { from: string; until: string };
  /** No two rows of one day have the same value here. */
  unique?: string;
  keptIn?: KeptIn;
}

/** Column title → value of one row; empty cells are left out. */
export type Values = Readonly<Record<string, string>>;
