import type { Card } from '../chat/card.ts';
import { joinRich } from '../chat/rich.ts';
import type { Day } from '../kernel/day.ts';
import type { ComingRow } from './verbs/find-clashes.ts';
import { timesWords as words } from './words-times.ts';

/** More lines than this are not read on a phone. */
const SHOWN = 8;

export interface OwnTimes {
  name: string;
  inspections: readonly ComingRow[];
  research: readonly ComingRow[];
}

export function ownTimesCard({ name, inspections, research }: OwnTimes, from: Day, to: Day): Card {
  const all = [...inspections, ...research].toSorted((a, b) => (a.start < b.start ? -1 : 1));
  if (all.length === 0)
    return {
      title: words.title,
      tone: 'neutral',
      blocks: [
        { kind: 'text', text: words.none(name, from, to) },
        { kind: 'note', text: words.source },
      ],
    };
  const lines = all
    .slice(0, SHOWN)
    .map((row) => words.item(row.start, row.end, row.kind, row.name, row.organiserName));
  return {
    title: words.title,
    tone: 'info',
    blocks: [
      { kind: 'text', text: words.own(name, from, to, inspections.length, research.length) },
      {
        kind: 'text',
        text: joinRich([...lines, ...(all.length > SHOWN ? [words.more(all.length - SHOWN)] : [])], '\n'),
      },
      { kind: 'note', text: words.source },
    ],
  };
}

/** In the units' fixed order, never by figure (BR-04). */
export function timesCard(
  rows: readonly { name: string; inspections: number; research: number }[],
  from: Day,
  to: Day,
): Card {
  return {
    title: words.title,
    tone: 'info',
    blocks: [
      { kind: 'text', text: words.list(from, to) },
      {
        kind: 'table',
        columns: [
          { name: 'name', title: words.unit, type: 'text' },
          { name: 'inspections', title: words.inspections, type: 'number' },
          { name: 'research', title: words.research, type: 'number' },
        ],
        rows: rows.map(({ name, inspections, research }) => ({ name, inspections, research })),
        pageSize: 10,
      },
      { kind: 'note', text: words.source },
    ],
  };
}
