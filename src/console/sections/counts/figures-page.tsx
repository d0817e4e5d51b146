import { raw } from 'hono/html';
import { courseSvg } from '../../../counts/export/svg.ts';
import { pageWords } from '../../../counts/export/words.ts';
import type { IndicatorReport } from '../../../counts/indicator-report.ts';
import type { Report } from '../../../counts/read-report.ts';
import { periodText } from '../../../counts/reviews/words.ts';
import { INDICATORS } from '../../../counts/rules/indicator.ts';
import { cumulated } from '../../../counts/rules/level.ts';
import type { Statistics } from '../../../counts/rules/statistics.ts';
import { indicatorNames, monthText } from '../../../counts/words.ts';
import { shownOf } from '../../../counts/words-report.ts';
import { monthNumber } from '../../../kernel/period.ts';
import { Filters, SelectField } from '../../components/filters.tsx';
import { type Column, Empty, Listing, PAGE_ROWS, pageIn, Table } from '../../components/list.tsx';
import type { Page } from '../../section.ts';
import { countsAccess as access } from './access.ts';
import { countyIn, Levels, Rooms } from './level.tsx';
import { periodsOf, readFigures } from './read-figures.ts';
import { indicatorIn } from './read-plans.ts';
import { figureWords as words } from './words-figures.ts';

interface Line {
  name: string;
  statistics: Statistics;
}

export const figuresPage: Page = async ({ ctx, reach, query }) => {
  const county = countyIn(reach, query);
  const report = await readFigures(ctx, county, query.get('period') ?? '');
  const { path } = access.countsFigures;
  const head = (
    <>
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <Rooms here="countsFigures" />
      <Levels reach={reach} path={path} query={query} county={county} />
    </>
  );
  if (!report)
    return {
      kind: 'page',
      title: words.title,
      nav: 'counts',
      body: (
        <>
          {head}
          <Empty text={words.empty} />
        </>
      ),
    };
  const indicator = indicatorIn(query);
  const line = report.indicators.find((one) => one.indicator === indicator);
  const page = pageIn(query);
  const body = (
    <>
      {head}
      <Filters path={path} active={query.size > 0}>
        <SelectField
          label={words.indicator}
          name="indicator"
          value={indicator}
          options={INDICATORS.map((one) => [one, indicatorNames[one]] as const)}
        />
        <SelectField
          label={words.period}
          name="period"
          value={report.period}
          options={periodsOf(report).map((one) => [one, periodText(one)] as const)}
        />
      </Filters>
      {line ? <Course line={line} report={report} /> : null}
      <h2>{words.unitsTitle}</h2>
      <Listing
        path={path}
        exportPath={access.countsFiguresExport.path}
        query={query}
        page={page}
        found={linesOf(line).slice((page - 1) * PAGE_ROWS, page * PAGE_ROWS + 1)}
        columns={COLUMNS}
        caption={words.unitsCaption}
        empty={words.noUnits}
      />
    </>
  );
  return { kind: 'page', title: words.title, nav: 'counts', body };
};

export const countsFiguresExport: Page = async ({ ctx, reach, query, exported }) => {
  const report = await readFigures(
    ctx,
    countyIn(reach, query),
    query.get('period') ?? '',
    'countsFiguresExport',
  );
  const lines = linesOf(report?.indicators.find((one) => one.indicator === indicatorIn(query)));
  return exported({
    route: 'countsFiguresExport',
    sheet: { name: words.title, columns: pageWords.columns.map((title) => ({ title })) },
    rows: lines.map((line) =>
      Object.fromEntries(pageWords.columns.map((title, i) => [title, i === 0 ? line.name : textOf(line, i)])),
    ),
  });
};

/** Units in their fixed order, then the kinds of units and the sum. */
function linesOf(line: IndicatorReport | undefined): Line[] {
  if (!line) return [];
  return [
    ...line.units,
    ...line.kinds.map(({ tier, statistics }) => ({ name: pageWords.kind(tier), statistics })),
    { name: pageWords.total, statistics: line.statistics },
  ];
}

function textOf({ statistics }: Line, column: number): string {
  return shownOf(statistics)[pageWords.keys[column - 1] ?? ''] ?? '';
}

const COLUMNS: Column<Line>[] = pageWords.columns.map((title, i) =>
  i === 0
    ? { title, main: true, cell: ({ name }) => <bdi>{name}</bdi> }
    : { title, number: true, cell: (line) => textOf(line, i) },
);

/** The drawing and, for who cannot see it, the same figures. */
function Course({ line, report }: { line: IndicatorReport; report: Report }) {
  const { year, lastYear, pace } = line.course;
  const until = monthNumber(report.asOf);
  const running = cumulated(year.slice(0, until));
  const before = cumulated(lastYear);
  const drawing = courseSvg(line, report.asOf);
  return (
    <>
      <h2>{words.courseTitle(indicatorNames[line.indicator])}</h2>
      <p>
        {pageWords.about(report)}　{pageWords.ahead(line.statistics)}
      </p>
      {line.remarks.length > 0 ? <p>{pageWords.remarks(line.remarks)}</p> : null}
      {drawing === '' ? null : <div class="chart">{raw(drawing)}</div>}
      <Table
        caption={words.courseCaption(monthText(report.asOf))}
        rows={Array.from({ length: 12 }, (_, i) => i)}
        columns={[
          { title: words.month, main: true, cell: (i) => words.monthText(i + 1) },
          { title: words.lastYear, number: true, cell: (i) => countText(lastYear[i]) },
          { title: words.thisYear, number: true, cell: (i) => (i < until ? countText(year[i]) : '') },
          { title: words.lastYearSum, number: true, cell: (i) => countText(before[i]) },
          { title: words.sum, number: true, cell: (i) => countText(running[i]) },
          { title: words.pace, number: true, cell: (i) => countText(pace[i]) },
        ]}
      />
    </>
  );
}

function countText(count: number | null | undefined): string {
  return count === null || count === undefined ? '' : String(Math.round(count * 10) / 10);
}
