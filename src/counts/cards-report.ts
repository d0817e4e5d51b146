import type { Block, Card } from '../chat/card.ts';
import { joinRich } from '../chat/rich.ts';
import type { IndicatorReport, Report } from './read-report.ts';
import { reportWords as words } from './words-report.ts';

/** One line per indicator for the coordinators of a level, and who still has no figures: in private only (BR-41). */
export function reportCard(report: Report): Card {
  return {
    title: words.title(report.county, report.asOf),
    subtitle: words.subtitle(report.due - report.missing.length, report.due, report.open),
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

/** Whoever has registered figures is called by nobody: they will be adopted (BR-14). */
function missingBlocks({ unregistered, open }: Report): Block[] {
  if (unregistered.length === 0) return [];
  return [
    {
      kind: 'panel',
      title: words.openTitle(unregistered.length),
      blocks: [
        { kind: 'text', text: words.units(unregistered.map((unit) => unit.name)) },
        { kind: 'note', text: open ? words.remindedHint : words.phoneHint },
      ],
    },
  ];
}
