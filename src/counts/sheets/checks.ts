import type { Refusal, Row, World } from '../../chat/sheet.ts';
import { readCount } from '../../kernel/number.ts';
import { isMonth, type Month } from '../../kernel/period.ts';
import { indicatorOf } from '../lexicon.ts';
import { sheetWords as reasons } from '../words-sheets.ts';

/** Collects what is wrong with one row; an empty optional cell is never wrong. */
export function rowChecks(sheet: string, row: Row) {
  const refusals: Refusal[] = [];
  const cell = (column: string) => row.cells[column] ?? '';
  const refuse = (column: string, reason: string) => {
    refusals.push({ sheet, row: row.number, column, reason });
  };
  return {
    refusals,
    cell,
    refuse,
    unit(column: string, world: World) {
      if (cell(column) && !world.units.has(cell(column))) refuse(column, reasons.unknownUnit(cell(column)));
    },
    indicator(column: string) {
      if (cell(column) && !indicatorOf(cell(column))) refuse(column, reasons.badIndicator);
    },
    month(column: string) {
      if (cell(column) && !monthIn(cell(column))) refuse(column, reasons.badMonth);
    },
    /** The number, or undefined when the cell is empty or was refused. */
    count(column: string): number | undefined {
      if (!cell(column)) return undefined;
      const reading = readCount(cell(column));
      if (reading.ok) return reading.value;
      refuse(column, reasons.badCount(reading.problem));
      return undefined;
    },
  };
}

/** `2026-07`; a spreadsheet that took it for a date hands over the first of the month. */
export function monthIn(text: string): Month | undefined {
  const month = text.replace(/-01$/, (end) => (text.length === 10 ? '' : end));
  return isMonth(month) ? month : undefined;
}

/** Of a cell that was checked; an empty one is 0. */
export function countIn(text: string | undefined): number {
  const reading = readCount(text ?? '');
  return reading.ok ? reading.value : 0;
}
