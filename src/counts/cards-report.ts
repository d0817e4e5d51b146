import type { Block, Card } from '../chat/card.ts';
import { joinRich } from '../chat/rich.ts';
import type { IndicatorReport, Report } from './read-report.ts';
import { reportWords as words } from './words-report.ts';

/** One line per indicator for the coordinators of a level, and who still has no figures: in private only (BR-41). */
export function reportCard(report: Report): Card {
  return {
    title: words.title(report.county, report.asOf),
    subtitle: words.subtitle(report.due - report.missing.length, report.due),
    tone: report.complete ? 'info' : 'notice',
    blocks: [
      ...report.indicators.map(indicatorBlock),
      ...missingBlocks(report),
      { kind: 'note', text: words.footer },
    ],
  };
}

function indicatorBlock({ indicator, statistics, remarks }: IndicatorReport): Block {
  const line = words.line(indicator, statistics);
  return { kind: 'text', text: remarks.length === 0 ? line : joinRich([line, words.remarks(remarks)], '\n') };
}

function missingBlocks(report: Report): Block[] {
  if (report.missing.length === 0) return [];
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
