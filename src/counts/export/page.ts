import type { IndicatorReport } from '../indicator-report.ts';
import type { Report } from '../read-report.ts';
import type { ReviewRow } from '../reviews/repo.ts';
import { decimal } from '../rules/rounding.ts';
import type { Statistics } from '../rules/statistics.ts';
import { indicatorNames } from '../words.ts';
import { reportWords, shownOf } from '../words-report.ts';
import { successionLines, successionReportWords } from '../words-succession.ts';
import { escapeHtml, tableHtml } from './html.ts';
import { courseSvg } from './svg.ts';
import { pageWords as words } from './words.ts';

/** Plain fonts of the offices' machines; a table head and a table foot are repeated on every printed page. */
const STYLE = `
@page { size: A4; margin: 16mm 14mm; }
body { font: 14px/1.7 "Noto Sans CJK SC", "Microsoft YaHei", "PingFang SC", SimSun, sans-serif; color: #1f2329; margin: 0 auto; max-width: 800px; padding: 16px; }
h1 { font-size: 22px; text-align: center; margin: 8px 0; }
h2 { font-size: 17px; margin: 24px 0 8px; break-after: avoid; }
.about { text-align: center; color: #51565d; margin: 0 0 16px; }
.sheet { width: 100%; border-collapse: collapse; table-layout: fixed; }
.sheet > tbody > tr > td, .sheet > tfoot > tr > td { padding: 0; }
.scroll { overflow-x: auto; }
.figures { width: 100%; border-collapse: collapse; margin: 8px 0; font-size: 13px; }
.figures th, .figures td { border: 1px solid #8f959e; padding: 3px 6px; text-align: right; }
.figures th { background: #eef2f8; text-align: center; font-weight: 600; }
.figures th:first-child, .figures td:first-child { text-align: left; }
.figures tr { break-inside: avoid; }
.figures th, .figures td:not(:first-child) { white-space: nowrap; }
.figures td:first-child { min-width: 7em; }
.foot { text-align: center; color: #51565d; font-size: 12px; padding-top: 12px !important; }
figure { margin: 12px 0; min-width: 480px; break-inside: avoid; }
figcaption { font-weight: 600; }
.key { font-weight: 400; margin-left: 12px; white-space: nowrap; }
.key svg { margin-right: 4px; vertical-align: middle; }
figure > svg { width: 100%; font-size: 12px; fill: #51565d; }
@media print { .figures th { white-space: normal; } body { padding: 0; max-width: none; } .scroll { overflow: visible; } }
`;

/**
 * A report as one page of HTML that opens everywhere and prints on A4: no script, no font, no picture from elsewhere.
 * The wording is that of the review; one that nobody released is marked as a draft.
 */
export function reportPage(report: Report, review?: ReviewRow): string {
  const title = words.title(report);
  const content = [
    `<h1>${escapeHtml(title)}</h1>`,
    `<p class="about">${escapeHtml(words.about(report, review))}</p>`,
    ...(review?.text.split('\n') ?? []).map((line) => `<p>${escapeHtml(line)}</p>`),
    ...report.indicators.map((line) => indicatorHtml(line, report)),
  ].join('\n');
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<table class="sheet"><tbody><tr><td>
${content}
</td></tr></tbody><tfoot><tr><td class="foot">${escapeHtml(reportWords.footer)}</td></tr></tfoot></table>
</body>
</html>
`;
}

function indicatorHtml(line: IndicatorReport, report: Report): string {
  const rows = [
    ...line.units.map(({ name, statistics }) => rowOf(name, statistics)),
    ...line.splits.map((split) => rowOf(successionReportWords.name(split), split.statistics)),
    ...line.kinds.map(({ tier, statistics }) => rowOf(words.kind(tier), statistics)),
    rowOf(words.total, line.statistics),
  ];
  return [
    `<h2>${escapeHtml(indicatorNames[line.indicator])}</h2>`,
    `<p>${escapeHtml(words.ahead(line.statistics))}</p>`,
    ...(line.remarks.length > 0 ? [`<p>${escapeHtml(words.remarks(line.remarks))}</p>`] : []),
    ...successionLines(line).map((text) => `<p>${escapeHtml(text)}。</p>`),
    `<div class="scroll">${courseSvg(line, report.asOf)}</div>`,
    `<div class="scroll">${tableHtml(words.columns, rows)}</div>`,
  ].join('\n');
}

function rowOf(name: string, statistics: Statistics): string[] {
  const shown = shownOf(statistics);
  const { gap } = statistics;
  const points = gap.value === null ? {} : { gap: decimal(gap.value * 100, 1, true) };
  const texts: Record<string, string> = { ...shown, ...points };
  return [name, ...words.keys.map((key) => texts[key] ?? '')];
}
