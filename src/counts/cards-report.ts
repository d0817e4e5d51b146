import type { Block, Card } from '../chat/card.ts';
import { joinRich } from '../chat/rich.ts';
import type { Month } from '../kernel/period.ts';
import { courseChart } from './cards-chart.ts';
import type { IndicatorReport } from './indicator-report.ts';
import type { CountySums } from './read-counties.ts';
import type { Report } from './read-report.ts';
import type { UnitReport } from './read-unit-report.ts';
import { byIndicator } from './rules/indicator.ts';
import { chartWords } from './words-chart.ts';
import { reportWords as words } from './words-report.ts';
import { successionReportWords as after, successionLines } from './words-succession.ts';

/** One line per indicator for the coordinators of a level, and who still has no figures: in private only (BR-41). */
export function reportCard(report: Report): Card {
  return {
    title: words.title(report.county, report.asOf),
    subtitle: words.subtitle(report.due - report.missing.length, report.due, report.open),
    tone: report.complete ? 'info' : 'notice',
    blocks: [
      ...report.indicators.map(indicatorBlock),
      ...chartBlocks(report),
      ...kindBlocks(report),
      ...successionBlocks(report),
      ...missingBlocks(report),
      { kind: 'note', text: words.footer },
    ],
  };
}

/** What a department sees of itself. */
export function unitCard(report: UnitReport): Card {
  return {
    title: words.unitTitle(report.asOf),
    subtitle: report.unit.name,
    tone: 'info',
    blocks: [
      ...report.indicators.map(indicatorBlock),
      ...chartBlocks(report),
      { kind: 'note', text: words.footer },
    ],
  };
}

/** Sums of the counties for the city's coordinators; their units stay with them. */
export function countiesCard(month: Month, sums: readonly CountySums[]): Card {
  const counties = [...Map.groupBy(sums, (row) => row.county)];
  return {
    title: words.countiesTitle(month),
    tone: 'info',
    blocks: [
      {
        kind: 'facts',
        facts: counties.map(([county, rows]) => ({
          label: county,
          value: words.countySums(byIndicator(rows)),
        })),
      },
      { kind: 'note', text: words.countiesHint },
      { kind: 'note', text: words.footer },
    ],
  };
}

/** Folded: three charts are long on a phone, and whoever wants one wants to see it large. */
export function chartBlocks({ indicators, asOf }: Pick<Report, 'indicators' | 'asOf'>): Block[] {
  const charts = indicators.flatMap((line) => courseChart(line, asOf) ?? []);
  return charts.length === 0 ? [] : [{ kind: 'panel', title: chartWords.panel, blocks: charts }];
}

/** What the offices issued themselves and what the departments did, where both report (domain 10.1). */
export function kindBlocks({ indicators }: Report): Block[] {
  const lines = indicators.flatMap(({ indicator, kinds }) =>
    kinds.map((kind) => words.kind(indicator, kind.tier, kind.statistics)),
  );
  return lines.length === 0
    ? []
    : [{ kind: 'panel', title: words.kindsTitle, blocks: [{ kind: 'text', text: joinRich(lines, '\n') }] }];
}

/** What became of plans and comparisons where units were merged or split (domain 10.2, 10.4). */
function successionBlocks({ indicators }: Report): Block[] {
  const lines = indicators.flatMap(successionLines);
  return lines.length === 0
    ? []
    : [{ kind: 'panel', title: after.title, blocks: [{ kind: 'text', text: lines.join('\n') }] }];
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
