import { eq, sql } from 'drizzle-orm';
import { filing } from '../../db/schema/index.ts';
import type { Refusal, Row, Sheet, World } from '../chat/sheet.ts';
import { splitList } from '../chat/sheet.ts';
import { yearOf } from '../kernel/period.ts';
import { tierNames } from '../people/words.ts';
import type { Ctx } from '../store/context.ts';
import { insertRows } from '../store/statement.ts';
import { stateNames } from './keep/words.ts';
import { comingSheets, dayIn, kindOf, stateOf, tick } from './lexicon.ts';
import { tellOfImport } from './offices/import-clashes.ts';
import { type Assessment, secondComprehensive } from './rules/second-comprehensive.ts';
import { beyondPlan } from './sheet-beyond.ts';
import { checkCommon } from './sheet-checks.ts';
import { researchBefore, researchIn } from './sheets-research.ts';
import { kindNames, sheetWords as reasons } from './words.ts';

const NAME = comingSheets.filings;

const c = {
  number: '备案号',
  name: '名称',
  organiser: '组织单位编码',
  kind: '类型',
  targets: '对象编码',
  start: '开始',
  end: '结束',
  approval: '批准文号',
  basis: '依据',
  records: '查看台账',
  unplanned: '计划外',
  state: '状态',
  reason: '原因',
};

export const filingSheet: Sheet = {
  name: NAME,
  columns: [
    { title: c.number, required: true },
    { title: c.name, required: true },
    { title: c.organiser, required: true },
    { title: c.kind, required: true },
    { title: c.targets, required: true },
    { title: c.start, required: true },
    { title: c.end, required: true },
    { title: c.approval },
    { title: c.basis },
    { title: c.records },
    { title: c.unplanned },
    { title: c.state },
    { title: c.reason },
  ],

  check: async (ctx, rows, world) => [
    ...checkCommon(NAME, c, rows, world),
    ...rows.flatMap(checkRow),
    ...(await checkComprehensive(ctx, rows, world)),
  ],

  async writes(ctx, rows, world) {
    const known = new Map((await ctx.db.select().from(filing)).map((row) => [row.number, row]));
    // An empty cell of an optional column leaves as it is what was told or decided in chat.
    const read = rows.map(({ cells }) => {
      const before = known.get(cells[c.number] ?? '');
      return {
        number: cells[c.number] ?? '',
        name: cells[c.name] ?? '',
        organiser: cells[c.organiser] ?? '',
        kind: kindOf(cells[c.kind] ?? '') ?? 'check',
        targets: splitList(cells[c.targets]),
        startDay: dayIn(cells[c.start] ?? ''),
        endDay: dayIn(cells[c.end] ?? ''),
        approval: cells[c.approval] ?? '',
        basis: (cells[c.basis] || before?.basis) ?? '',
        records: ticked(cells[c.records], before?.records),
        unplanned: ticked(cells[c.unplanned], before?.unplanned),
        // What is new and beyond the plan waits.
        state: stateOf(cells[c.state] ?? '') ?? before?.state,
        reason: (cells[c.reason] || before?.reason) ?? '',
        author: before?.author ?? '',
      };
    });
    const beyond = await beyondPlan(ctx, read, [...known.values()], world);
    const values = read.map((row) => {
      const waits = row.kind !== 'veto' && (row.unplanned || beyond.has(row.number));
      return {
        ...row,
        unplanned: row.unplanned || beyond.has(row.number),
        state: row.state ?? (waits ? ('pending' as const) : ('filed' as const)),
      };
    });
    const research = await researchBefore(ctx);
    const brought = { filings: values, research: researchIn(world.rows(comingSheets.research), research) };
    return [
      ...insertRows(ctx.db, filing, values, (insert) =>
        insert.onConflictDoUpdate({
          target: filing.number,
          set: {
            name: sql`excluded.name`,
            organiser: sql`excluded.organiser`,
            kind: sql`excluded.kind`,
            targets: sql`excluded.targets`,
            startDay: sql`excluded.start_day`,
            endDay: sql`excluded.end_day`,
            approval: sql`excluded.approval`,
            basis: sql`excluded.basis`,
            records: sql`excluded.records`,
            unplanned: sql`excluded.unplanned`,
            state: sql`excluded.state`,
            reason: sql`excluded.reason`,
            revision: sql`${filing.revision} + 1`,
          },
        }),
      ),
      ...(await tellOfImport(ctx, brought, { filings: known, research })),
    ];
  },

  dump: async (ctx) =>
    (await ctx.db.select().from(filing).orderBy(filing.startDay, filing.number)).map((row) => ({
      [c.number]: row.number,
      [c.name]: row.name,
      [c.organiser]: row.organiser,
      [c.kind]: kindNames[row.kind],
      [c.targets]: row.targets.join('；'),
      [c.start]: row.startDay,
      [c.end]: row.endDay,
      [c.approval]: row.approval,
      [c.basis]: row.basis,
      [c.records]: row.records ? tick.yes : tick.no,
      [c.unplanned]: row.unplanned ? tick.yes : tick.no,
      [c.state]: stateNames[row.state],
      [c.reason]: row.reason,
    })),
};

function ticked(cell: string | undefined, before = false): boolean {
  return cell ? cell === tick.yes : before;
}

function checkRow(row: Row): Refusal[] {
  const cell = (title: string) => row.cells[title] ?? '';
  const kind = kindOf(cell(c.kind));
  const badTick = [c.records, c.unplanned].filter((title) => !['', tick.yes, tick.no].includes(cell(title)));
  return [
    ...(cell(c.kind) && !kind ? [refusal(row, c.kind, reasons.badKind)] : []),
    ...(kind === 'single' && !cell(c.approval) ? [refusal(row, c.approval, reasons.needsApproval)] : []),
    ...badTick.map((title) => refusal(row, title, reasons.badTick)),
    ...(cell(c.state) && !stateOf(cell(c.state)) ? [refusal(row, c.state, reasons.badState)] : []),
  ];
}

/** Against what is filed already and within the workbook; a row replaces the filing of its own number. */
async function checkComprehensive(ctx: Ctx, rows: readonly Row[], world: World): Promise<Refusal[]> {
  const byNumber = new Map(rows.map((row) => [row.cells[c.number] ?? '', row]));
  const filed = await ctx.db.select().from(filing).where(eq(filing.kind, 'comprehensive'));
  const gone = (state: string | undefined) => state === 'withdrawn' || state === 'refused';
  const states = new Map(filed.map(({ number, state }) => [number, state]));
  const standing: Assessment[] = filed
    .filter((row) => !byNumber.has(row.number) && !gone(row.state))
    .map((row) => ({ number: row.number, year: yearOf(row.startDay), targets: row.targets }));
  const incoming: Assessment[] = rows
    .filter(({ cells }) => kindOf(cells[c.kind] ?? '') === 'comprehensive' && dayIn(cells[c.start] ?? ''))
    .filter(({ cells }) => !gone(stateOf(cells[c.state] ?? '') ?? states.get(cells[c.number] ?? '')))
    .map(({ cells }) => ({
      number: cells[c.number] ?? '',
      year: yearOf(dayIn(cells[c.start] ?? '')),
      targets: splitList(cells[c.targets]),
    }));
  const townships = new Set(
    [...world.units].filter(([, unit]) => unit.tier === tierNames.township).map(([code]) => code),
  );
  return secondComprehensive([...standing, ...incoming], townships).flatMap(
    ({ number, township, year, other }) => {
      const row = byNumber.get(number);
      const name = world.units.get(township)?.name ?? township;
      return row ? [refusal(row, c.targets, reasons.second(name, year, other))] : [];
    },
  );
}

function refusal(row: Row, column: string, reason: string): Refusal {
  return { sheet: NAME, row: row.number, column, reason };
}
