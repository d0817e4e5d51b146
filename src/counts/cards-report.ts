import type { Block, Card } from '../chat/card.ts';
import { joinRich } from '../chat/rich.ts';
import type { Report } from './read-report.ts';
import { reportWords as words } from './words-report.ts';

/** One line per indicator for the coordinators of a level, and who still has no figures: in private only (BR-41). */
export function reportCard(report: Report): Card {
  const notes = report.indicators.filter((line) => line.note !== '');
  return {
    title: words.title(report.county, report.asOf),
    subtitle: words.subtitle(report.due - report.missing.length, report.due),
    tone: report.complete ? 'info' : 'notice',
    blocks: [
      {
        kind: 'text',
        text: joinRich(
          report.indicators.map((line) => words.line(line.indicator, line.statistics)),
          '\n',
        ),
      },
      ...(notes.length > 0
        ? [
            {
              kind: 'text' as const,
              text: joinRich(
                notes.map((l) => words.remark(l.indicator, l.note)),
                '\n',
              ),
            },
          ]
        : []),
      ...missingBlocks(report),
      { kind: 'note', text: words.footer },
    ],
  };
}

function missingBlocks(report: Report): Block[] {
  if (report.due === 0) return [];
  if (report.missing.length === 0) return [{ kind: 'note', text: words.noneOpen }];
  return [
    {
      kind: 'panel',
      title: words.openTitle(report.missing.length),
      blocks: [
        { kind: 'text', text: words.units(report.missing.map((unit) => unit.name)) },
        { kind: 'note', text: words.phoneHint },
      ],
    },
  ];
}
