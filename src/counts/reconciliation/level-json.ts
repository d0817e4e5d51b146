import { openOf, saidText } from './cards.ts';
import type { Office } from './office.ts';
import { correctionText, differenceText } from './words-kinds.ts';
import { pageWords as words } from './words-page.ts';

/** One line for each unit, in the fixed order. */
export function levelLines(office: Office): string[] {
  if (office.parts.length === 0) return [words.nobody];
  const closed = office.row?.state === 'closed';
  return office.parts.map((part) =>
    words.line(
      part.unit.name,
      words.standing(part.turn, closed),
      part.comparison.differences.length,
      openOf(part).length,
    ),
  );
}

export function levelJson(office: Office): Record<string, unknown> {
  return {
    year: office.year,
    county: office.county,
    state: office.row?.state ?? 'none',
    units: office.parts.map((part) => ({
      code: part.unit.code,
      name: part.unit.name,
      turn: part.turn,
      unlisted: part.unlisted,
      corrections: part.corrections.map(correctionText),
      differences: part.comparison.differences.map((one) => ({
        kind: one.kind,
        key: one.key,
        standing: one.standing,
        text: differenceText(one, office.names),
        said: saidText(part, one),
      })),
    })),
  };
}
