import type { Refusal, Row, World } from '../chat/sheet.ts';
import { repeats, splitList } from '../chat/sheet.ts';
import { dayIn } from './lexicon.ts';
import { sheetWords as reasons } from './words.ts';

/** What the two sheets of this feature have in common. */
export interface CommonColumns {
  number: string;
  organiser: string;
  targets: string;
  start: string;
  end: string;
}

export function checkCommon(sheet: string, c: CommonColumns, rows: readonly Row[], world: World): Refusal[] {
  const problems: Refusal[] = [];
  for (const row of rows) {
    const cell = (title: string) => row.cells[title] ?? '';
    const refuse = (column: string, reason: string) =>
      problems.push({ sheet, row: row.number, column, reason });
    if (cell(c.organiser) && !world.units.has(cell(c.organiser)))
      refuse(c.organiser, reasons.unknownUnit(cell(c.organiser)));
    for (const code of splitList(cell(c.targets)))
      if (!world.units.has(code)) refuse(c.targets, reasons.unknownUnit(code));
    const [start, end] = [dayIn(cell(c.start)), dayIn(cell(c.end))];
    if (cell(c.start) && !start) refuse(c.start, reasons.badDay);
    if (cell(c.end) && !end) refuse(c.end, reasons.badDay);
    if (start && end && end < start) refuse(c.end, reasons.endsBefore);
  }
  for (const { row, first } of repeats(rows, ({ cells }) => cells[c.number] ?? ''))
    problems.push({ sheet, row: row.number, column: c.number, reason: reasons.repeated(c.number, first) });
  return problems;
}
