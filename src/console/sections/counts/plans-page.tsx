import type { UnitLine } from '../../../counts/read-unit-lines.ts';
import { INDICATORS } from '../../../counts/rules/indicator.ts';
import { indicatorNames, monthText } from '../../../counts/words.ts';
import { shownOf } from '../../../counts/words-report.ts';
import { dayOf } from '../../../kernel/day.ts';
import { yearOf } from '../../../kernel/period.ts';
import { Filters, SelectField } from '../../components/filters.tsx';
import { type Column, Listing, PAGE_ROWS, pageIn } from '../../components/list.tsx';
import type { Page } from '../../section.ts';
import { countsAccess as access } from './access.ts';
import { addressOf, countyIn, Levels, Rooms } from './level.tsx';
import { indicatorIn, type Plans, readPlans, yearIn } from './read-plans.ts';
import { planWords as words } from './words.ts';

export const plansPage: Page = async ({ ctx, reach, query }) => {
  const county = countyIn(reach, query);
  const year = yearIn(ctx, query);
  const plans = await readPlans(ctx, { county, year, indicator: indicatorIn(query) });
  const page = pageIn(query);
  const { path } = access.plans;
  const thisYear = yearOf(dayOf(ctx.now));
  const years = [...new Set([thisYear + 1, thisYear, thisYear - 1, thisYear - 2, year])].toSorted(
    (a, b) => b - a,
  );
  const body = (
    <>
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <Rooms here="plans" />
      <Levels reach={reach} path={path} query={query} county={county} />
      <Filters path={path} active={query.size > 0}>
        <SelectField
          label={words.indicator}
          name="indicator"
          value={plans.indicator}
          options={INDICATORS.map((one) => [one, indicatorNames[one]] as const)}
        />
        <SelectField
          label={words.year}
          name="year"
          value={String(year)}
          options={years.map((one) => [String(one), words.yearText(one)] as const)}
        />
      </Filters>
      <Listing
        path={path}
        exportPath={access.plansExport.path}
        query={query}
        page={page}
        found={plans.lines.slice((page - 1) * PAGE_ROWS, page * PAGE_ROWS + 1)}
        columns={columnsOf(plans)}
        caption={words.caption(indicatorNames[plans.indicator], monthText(plans.asOf))}
        empty={words.empty}
      />
    </>
  );
  return { kind: 'page', title: words.title, nav: 'counts', body };
};

export const plansExport: Page = async ({ ctx, reach, query, exported }) => {
  const plans = await readPlans(
    ctx,
    { county: countyIn(reach, query), year: yearIn(ctx, query), indicator: indicatorIn(query) },
    'plansExport',
  );
  const { columns } = words;
  return exported({
    route: 'plansExport',
    sheet: { name: words.title, columns: Object.values(columns).map((title) => ({ title })) },
    rows: plans.lines.map(({ name, statistics }) => {
      const shown = shownOf(statistics);
      return {
        [columns.unit]: name,
        [columns.original]: statistics.planOriginal.value ?? '',
        [columns.plan]: statistics.plan.value ?? '',
        [columns.total]: statistics.total,
        [columns.execution]: shown['execution'] ?? '',
        [columns.gap]: shown['gap'] ?? '',
        [columns.remaining]: shown['remaining'] ?? '',
      };
    }),
  });
};

function columnsOf({ year, indicator }: Plans): Column<UnitLine>[] {
  const { columns } = words;
  const shown = (title: string, key: string): Column<UnitLine> => ({
    title,
    number: true,
    cell: ({ statistics }) => shownOf(statistics)[key] ?? '',
  });
  return [
    {
      title: columns.unit,
      main: true,
      cell: ({ code, name }) => (
        <a href={addressOf(access.plan.path, { year, unit: code, indicator })}>
          <bdi>{name}</bdi>
        </a>
      ),
    },
    shown(columns.original, 'planOriginal'),
    shown(columns.plan, 'plan'),
    shown(columns.total, 'total'),
    shown(columns.execution, 'execution'),
    shown(columns.gap, 'gap'),
    shown(columns.remaining, 'remaining'),
  ];
}
