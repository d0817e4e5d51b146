import { and, eq, sql } from 'drizzle-orm';
import { question, questionRevision, unit as unitTable } from '../../../db/schema/index.ts';
import { localFigureKinds } from '../../../db/seed/facts.ts';
import { plainOf } from '../../chat/rich.ts';
import { type Day, dayOf } from '../../kernel/day.ts';
import type { Ctx } from '../../store/context.ts';
import { type CalculationRequest, compute } from '../calculators/rules/index.ts';
import { workedOut } from '../calculators/words.ts';
import { figureLine } from '../cards.ts';
import { allInForce, STANDARD_CODES, standardsOf } from '../local-standards.ts';
import { findFigures } from '../repo.ts';
import { isMeantFor, type Scope } from '../scope.ts';
import { definitions } from './definitions.ts';
import type { FigureKey, Row } from './repo.ts';
import { firstDifference, rowsOn } from './rules/change.ts';
import { type Example, examplesOf } from './rules/examples.ts';
import { figureColumns, SINCE } from './sheets/columns.ts';
import { exampleWords as words } from './words.ts';

/** What answers and calculations say before a change and after it. */
export interface Effects {
  /** The first day on which it makes a difference. */
  day: Day;
  examples: { name: string; before: string[]; after: string[]; changed: boolean }[];
  /** As it stands in the answers. */
  lines: { before: string[]; after: string[] };
  answers: {
    number: string;
    question: string;
    /** Able to answer in full now, no more, or as before; `waits`: it waits for others as well. */
    effect: 'opens' | 'closes' | 'changes' | 'waits';
    /** Titles of other local standards that it waits for. */
    others: string[];
  }[];
}

/** Marks a line of arithmetic: what comes out of it stands in the line above. */
const ARITHMETIC = '＝';

export async function effectsOf(
  ctx: Ctx,
  key: FigureKey,
  change: { before: readonly Row[]; after: readonly Row[] },
): Promise<Effects> {
  const { code } = key;
  const dating = { dated: definitions.get(code)?.dated, title: SINCE };
  const scope = await scopeOf(ctx, key.unit);
  // Where a unit has nothing of its own, what is there for everybody counts.
  const general = key.unit === '' ? [] : await generalRows(ctx, code, scope);
  const before = change.before.length > 0 ? change.before : general;
  const after = change.after.length > 0 ? change.after : general;
  const day = firstDifference(before, after, dating, dayOf(ctx.now));
  const others = (await findFigures(ctx.db, STANDARD_CODES, scope)).filter((row) => row.code !== code);
  const standards = (rows: readonly Row[]) =>
    standardsOf([...others, ...rows.map((values, position) => ({ ...key, position, values }))], day);
  const compared = { before: standards(before), after: standards(after) };
  const rows = { before: rowsOn(before, dating, day), after: rowsOn(after, dating, day) };
  const { amount, post, step, days } = figureColumns;
  const examples = examplesOf(code, compared, rows, { titles: { amount, post, step, days }, day });
  return {
    day,
    examples: examples.map((example) => {
      const said = (side: 'before' | 'after') => {
        const request = example[side];
        if (!request) return [words.none];
        const given = {
          today: day,
          calendar: ctx.calendar,
          local: compared[side],
          township: example.township ?? '',
        };
        return linesOf(request, given);
      };
      const told = { before: said('before'), after: said('after') };
      return {
        name: nameOf(example, day),
        ...told,
        changed: told.before.join('\n') !== told.after.join('\n'),
      };
    }),
    lines: { before: rows.before.map(figureLine), after: rows.after.map(figureLine) },
    answers: await answersOf(ctx, key, { scope, day, before: rows.before.length, after: rows.after.length }),
  };
}

/** Whose answers they are: those of a unit and its county, or everybody's. */
async function scopeOf({ db }: Ctx, code: string): Promise<Scope> {
  if (code === '') return { units: [] };
  const [row] = await db.select({ county: unitTable.county }).from(unitTable).where(eq(unitTable.code, code));
  return { units: [code], counties: row?.county ? [row.county] : [] };
}

async function generalRows({ db }: Ctx, code: string, { counties = [] }: Scope): Promise<Row[]> {
  return (await findFigures(db, [code], { units: [], counties })).map(({ values }) => values);
}

function linesOf(request: CalculationRequest, given: Parameters<typeof compute>[1]): string[] {
  const step = compute(request, given);
  switch (step.kind) {
    case 'gap':
      return [words.gap];
    case 'no_calendar':
      return [words.noCalendar(step.year)];
    case 'ask':
      return [words.notComputed];
    case 'done': {
      if (step.result.kind === 'years' && step.result.ruleMissing) return [words.gap];
      const lines = workedOut(step.result).lines.map(plainOf);
      // Of several results all, without what explains them.
      if (request.calculator !== 'supplement') return lines.slice(0, 1);
      return lines.slice(0, -1).filter((line) => !line.includes(ARITHMETIC));
    }
  }
}

function nameOf({ about, name }: Example, day: Day): string {
  switch (about) {
    case 'years':
      return words.years(Number(name));
    case 'several':
      return words.several;
    case 'ceiling':
      return words.ceiling;
    case 'step':
      return words.step(name, day);
    default:
      return words[about](name);
  }
}

/** Published answers that tell these rows, with what the change does to them. */
async function answersOf(
  { db }: Ctx,
  { code }: FigureKey,
  { scope, day, before, after }: { scope: Scope; day: Day; before: number; after: number },
): Promise<Effects['answers']> {
  const entries = await db
    .select({
      number: questionRevision.number,
      question: questionRevision.question,
      codes: questionRevision.localFigures,
    })
    .from(question)
    .innerJoin(
      questionRevision,
      and(
        eq(questionRevision.number, question.number),
        eq(questionRevision.revision, question.publishedRevision),
      ),
    )
    .where(
      and(
        eq(question.enabled, true),
        sql`exists (select 1 from json_each(${questionRevision.localFigures}) where value = ${code})`,
        scope.units.length === 0 ? undefined : isMeantFor(sql`${questionRevision.units}`, scope),
      ),
    )
    .orderBy(question.number);
  const others = [...new Set(entries.flatMap(({ codes }) => codes))].filter((one) => one !== code);
  const entered = new Set(allInForce(await findFigures(db, others, scope), day).map((row) => row.code));
  return entries.map(({ number, question: text, codes }) => {
    const missing = codes.filter((one) => one !== code && !entered.has(one));
    const effect =
      before > 0 && after === 0 ? 'closes' : before > 0 ? 'changes' : missing.length > 0 ? 'waits' : 'opens';
    return {
      number,
      question: text,
      effect,
      others: missing.map((one) => localFigureKinds.get(one)?.title ?? one),
    };
  });
}
