import { readReport } from '../../src/counts/read-report.ts';
import { perform } from '../../src/delivery/perform.ts';
import { addMonths, type Month } from '../../src/kernel/period.ts';
import { migrate } from '../../src/store/migrate.ts';
import { nodeStore, openSqlite } from '../../src/store/node.ts';
import { rehearseRules } from '../../src/warnings/rehearsal/verbs/rehearse-rules.ts';
import { decideNotices } from '../../src/warnings/verbs/decide-notices.ts';
import { testCtx, testRuntime } from '../support/ctx.ts';
import { MIGRATIONS } from '../support/db.ts';
import { median, round } from './load.ts';

/** The end of a year: the month that looks back on most others. */
const AS_OF: Month = '2026-11';
const ROUNDS = 5;

/**
 * A month's report and all its warnings, the whole job with every step committed, for one level of so many units with
 * five years of three indicators; and five years rehearsed. The baseline is one pass over the figures of both years in
 * the same database and the same rounds: what any decision must at least read.
 */
export async function warningsOf(units: number, months = 60) {
  const sqlite = openSqlite(':memory:');
  migrate(sqlite, MIGRATIONS);
  const first = addMonths(AS_OF, 1 - months);
  const span = Array.from({ length: months }, (_, i) => addMonths(first, i));
  sqlite.exec(`
    create temp table n as with recursive n(i) as (select 1 union all select i + 1 from n where i < ${units}) select i from n;
    create temp table kind as select value as name from json_each('["document","meeting","inspection"]');
    insert into unit (code, name, tier, sort) select printf('U%06d', i), '单位' || i, 'city-department', i from n;
    insert into unit (code, name, tier, sort) values ('OFFICE', '市委办公室', 'office', 0);
    insert into person (open_id, name) select printf('ou_%06d', i), '联络员' || i from n;
    insert into person (open_id, name) values ('ou_office', '统筹员');
    insert into "grant" (open_id, unit, role) select printf('ou_%06d', i), printf('U%06d', i), 'liaison' from n;
    insert into "grant" (open_id, unit, role) values ('ou_office', 'OFFICE', 'coordinator');
    insert into reporting (unit, indicator) select printf('U%06d', i), name from n, kind;
    insert into plan_revision (year, unit, indicator, revision, amount, author, created_at)
      select 2026 - y.key, printf('U%06d', i), name, 1, 96 + i % 7, 'cli:bench', 0 from json_each('[0,1,2,3,4]') as y, n, kind;
    insert into count_revision (month, unit, indicator, revision, amount, unplanned, source, author, created_at)
      select m.value, printf('U%06d', i), name, 1, 3 + (i * 7 + m.key * 5) % 11, i % 2, 'imported', 'cli:bench', 0
      from json_each('${JSON.stringify(span)}') as m, n, kind;
    analyze;
  `);
  const store = nodeStore(sqlite);
  const runtime = testRuntime('2026-12-07T09:40', { store });
  const scan = sqlite.prepare(
    "select unit, indicator, month, amount, emergency from count_current where month between '2025-01' and ?",
  );
  const times: Record<'baseline' | 'report' | 'warnings' | 'both' | 'cpu' | 'rehearsal', number[]> = {
    baseline: [],
    report: [],
    warnings: [],
    both: [],
    cpu: [],
    rehearsal: [],
  };
  const timed = async (name: 'baseline' | 'report' | 'warnings' | 'rehearsal', work: () => unknown) => {
    const start = performance.now();
    await work();
    times[name].push(performance.now() - start);
  };
  const level = { period: AS_OF, county: '', from: AS_OF, asOf: AS_OF, detail: 'units' } as const;
  let decided = 0;
  for (let n = 0; n < ROUNDS; n++) {
    sqlite.exec('delete from notice; delete from warning_task; delete from outbox;');
    const cpu = process.cpuUsage();
    await timed('baseline', () => scan.all(AS_OF));
    await timed('report', () => readReport(testCtx(runtime), level));
    await timed('warnings', async () => {
      let cursor: string | undefined;
      do {
        const at = cursor;
        cursor = (
          await perform(
            store,
            () => testCtx(runtime, { kind: 'system', job: 'warnings.monthly' }),
            (ctx) => decideNotices(ctx, { job: 'warnings.monthly', id: AS_OF, dueAt: ctx.now }, at),
          )
        ).next;
      } while (cursor !== undefined);
    });
    const { user, system } = process.cpuUsage(cpu);
    times.cpu.push((user + system) / 1000);
    await timed('rehearsal', async () => {
      for (const year of [2022, 2023, 2024, 2025, 2026])
        await rehearseRules(testCtx(runtime), { county: '', year });
    });
    times.both.push((times.report.at(-1) ?? 0) + (times.warnings.at(-1) ?? 0));
    decided = (sqlite.prepare('select count(*) as n from notice').get() as { n: number }).n;
  }
  store.close();
  const result = {
    units,
    months,
    figures: units * months * 3,
    decided,
    baselineMs: round(median(times.baseline)),
    reportMs: round(median(times.report)),
    warningsMs: round(median(times.warnings)),
    reportAndWarningsMs: round(median(times.both)),
    // Of baseline, report and warnings together: what does not grow with the neighbours on the machine.
    cpuMs: round(median(times.cpu)),
    rehearsalOfFiveYearsMs: round(median(times.rehearsal)),
    warningsToBaseline: round(median(times.warnings.map((ms, i) => ms / (times.baseline[i] ?? 1)))),
  };
  console.log(`warnings: ${JSON.stringify(result)}`);
  return result;
}

if (process.argv[1]?.endsWith('warnings.ts')) await warningsOf(Number(process.argv[2] ?? 500));
