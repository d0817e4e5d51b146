import { readGrounds } from '../../src/counts/read-grounds.ts';
import { readReport } from '../../src/counts/read-report.ts';
import { reportJson } from '../../src/counts/report-json.ts';
import { addMonths, type Month } from '../../src/kernel/period.ts';
import { migrate } from '../../src/store/migrate.ts';
import { nodeStore, openSqlite } from '../../src/store/node.ts';
import { testCtx, testRuntime } from '../support/ctx.ts';
import { MIGRATIONS } from '../support/db.ts';
import { median, round } from './load.ts';

const AS_OF: Month = '2026-06';
const ROUNDS = 3;
const LEVEL = { period: AS_OF, county: '', from: AS_OF, asOf: AS_OF } as const;

/**
 * The statistics of one level with so many units and months of three indicators: the card that coordinators get, the
 * report with a line for every unit, and what warnings are decided upon. The baseline is the bare sum over the same
 * figures in the same database, in the same rounds: what any report must at least read.
 */
export async function statisticsOf(units: number, months: number, { warnings = true } = {}) {
  const sqlite = openSqlite(':memory:');
  migrate(sqlite, MIGRATIONS);
  const first = addMonths(AS_OF, 1 - months);
  const span = Array.from({ length: months }, (_, i) => addMonths(first, i));
  sqlite.exec(`
    create temp table n as with recursive n(i) as (select 1 union all select i + 1 from n where i < ${units}) select i from n;
    create temp table kind as select value as name from json_each('["document","meeting","inspection"]');
    insert into unit (code, name, tier, sort) select printf('U%06d', i), '单位' || i, 'city-department', ${units} - i from n;
    insert into reporting (unit, indicator) select printf('U%06d', i), name from n, kind;
    insert into plan_revision (year, unit, indicator, revision, amount, author, created_at)
      select 2026, printf('U%06d', i), name, 1, 60 + i % 7, 'cli:bench', 0 from n, kind;
    insert into count_revision (month, unit, indicator, revision, amount, unplanned, source, author, created_at)
      select m.value, printf('U%06d', i), name, 1, 3 + (i * 7 + m.key * 5) % 11, i % 2, 'imported', 'cli:bench', 0
      from json_each('${JSON.stringify(span)}') as m, n, kind;
    -- One figure in ten was corrected.
    insert into count_revision (month, unit, indicator, revision, amount, unplanned, source, author, created_at)
      select month, unit, indicator, 2, amount + 1, unplanned, 'corrected', author, 1 from count_revision where rowid % 10 = 0;
    analyze;
  `);
  const store = nodeStore(sqlite);
  const ctx = testCtx(testRuntime('2026-07-07T09:30', { store }));
  const scan = sqlite.prepare(
    "select indicator, sum(amount), sum(unplanned) from count_current where month between '2025-01' and ? group by indicator",
  );
  const times: Record<'baseline' | 'card' | 'lines' | 'grounds', number[]> = {
    baseline: [],
    card: [],
    lines: [],
    grounds: [],
  };
  const cpu: Record<keyof typeof times, number[]> = { baseline: [], card: [], lines: [], grounds: [] };
  async function timed(name: keyof typeof times, work: () => unknown): Promise<void> {
    const start = performance.now();
    const used = process.cpuUsage();
    await work();
    times[name].push(performance.now() - start);
    const { user, system } = process.cpuUsage(used);
    cpu[name].push((user + system) / 1000);
  }
  for (let n = 0; n < ROUNDS; n++) {
    await timed('baseline', () => scan.all(AS_OF));
    await timed('card', () => readReport(ctx, { ...LEVEL, detail: 'sums' }));
    await timed('lines', async () => reportJson(await readReport(ctx, { ...LEVEL, detail: 'units' })));
    if (warnings) await timed('grounds', () => readGrounds(ctx, '', AS_OF));
  }
  store.close();
  const result = {
    units,
    months,
    figures: units * months * 3,
    baselineMs: round(median(times.baseline)),
    cardMs: round(median(times.card)),
    linesMs: round(median(times.lines)),
    ...(warnings ? { groundsMs: round(median(times.grounds)) } : {}),
    // What the machine had to do, whoever else was busy on it.
    cpuMs: Object.fromEntries(
      Object.entries(cpu)
        .filter(([, values]) => values.length > 0)
        .map(([name, values]) => [name, Math.round(median(values))]),
    ),
    cardToBaseline: round(median(times.card.map((ms, i) => ms / (times.baseline[i] ?? 1)))),
    peakMemoryMB: Math.round(process.resourceUsage().maxRSS / 1024),
  };
  console.log(`statistics: ${JSON.stringify(result)}`);
  return result;
}

if (process.argv[2])
  await statisticsOf(Number(process.argv[2]), Number(process.argv[3] ?? 18), {
    warnings: Number(process.argv[2]) <= 10_000,
  });
