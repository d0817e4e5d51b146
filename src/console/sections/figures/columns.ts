import type { FigureColumn, FigureDefinition, Values } from '../../../policy/figures/rules/definition.ts';
import { ownTitles } from '../../../policy/figures/rules/plain.ts';
import { SINCE } from '../../../policy/figures/sheets/columns.ts';
import { type Sent, textOf, textsOf } from '../../sent.ts';

export interface NamedColumn {
  /** Of the form's field. */
  name: string;
  column: FigureColumn;
}

/** The columns of a form: those of the definition, and those that the office itself has brought by workbook. */
export function columnsOf(definition: FigureDefinition, rows: readonly Values[]): NamedColumn[] {
  const own = ownTitles(definition, rows, SINCE).map((title): FigureColumn => ({ title, kind: 'text' }));
  return [...definition.columns, ...own].map((column, i) => ({ name: `c${i}`, column }));
}

/** As they were typed, blank rows too: rows keep their places. */
export function rowsTyped(columns: readonly NamedColumn[], sent: Sent): Record<string, string>[] {
  const typed = columns.map(({ name, column }) => [column.title, textsOf(sent, name)] as const);
  const length = Math.max(0, ...typed.map(([, values]) => values.length));
  return Array.from({ length }, (_, i) =>
    Object.fromEntries(typed.map(([title, values]) => [title, values[i] ?? ''])),
  );
}

export interface Typed {
  rows: Record<string, string>[];
  since: string;
  base: string;
}

export function typedIn(columns: readonly NamedColumn[], sent: Sent): Typed {
  return { rows: rowsTyped(columns, sent), since: textOf(sent, 'since'), base: textOf(sent, 'base') };
}
