import { and, asc, eq, sql } from 'drizzle-orm';
import {
  figureRevision,
  localFigure,
  person,
  question,
  questionRevision,
  unit,
} from '../../../../db/schema/index.ts';
import { localFigureKinds } from '../../../../db/seed/facts.ts';
import { dayOf } from '../../../kernel/day.ts';
import { definitions } from '../../../policy/figures/definitions.ts';
import { type FigureKey, keyOf } from '../../../policy/figures/repo.ts';
import { type FigureState, stateOf } from '../../../policy/figures/rules/change.ts';
import type { FigureDefinition } from '../../../policy/figures/rules/definition.ts';
import { SINCE } from '../../../policy/figures/sheets/columns.ts';
import type { Ctx } from '../../../store/context.ts';
import { inList } from '../../../store/statement.ts';
import { type Reach, type RouteName, requireReach } from '../../guard.ts';
import { isActor } from '../../levels.ts';
import { within } from '../questions/read-list.ts';

export type StandardRoute = Extract<RouteName, `standard${string}`>;

export interface AnswerLink {
  number: string;
  question: string;
}

export interface StandardLine {
  definition: FigureDefinition;
  title: string;
  office: string;
  state: FigureState;
  /** First day on which another table counts; empty when none is entered. */
  next: string;
  /** Units that have one of their own, within the reach. */
  own: number;
  /** Published answers that tell it. */
  answers: AnswerLink[];
}

/** Rows of local standards that are general or lie within the reach. */
export async function findRows(
  { db }: Ctx,
  reach: Reach,
  codes?: readonly string[],
): Promise<Map<string, { key: FigureKey; rows: Record<string, string>[] }>> {
  const rows = await db
    .select()
    .from(localFigure)
    .where(
      and(
        codes ? inList(localFigure.code, codes) : undefined,
        reach.all ? undefined : sql`(${localFigure.unit} = '' or ${localFigure.unit} in ${unitsOf(reach)})`,
      ),
    )
    .orderBy(asc(localFigure.code), asc(localFigure.unit), asc(localFigure.position));
  return new Map(
    [...Map.groupBy(rows, keyOf)].map(([key, own]) => [
      key,
      {
        key: { code: own[0]?.code ?? '', unit: own[0]?.unit ?? '' },
        rows: own.map(({ values }) => values),
      },
    ]),
  );
}

export function unitsOf({ levels }: Reach) {
  return sql`(select ${unit.code} from ${unit} where ${unit.county} in (select value from json_each(${JSON.stringify(levels)})))`;
}

/** All 37, in their order. */
export async function findStandards(ctx: Ctx): Promise<StandardLine[]> {
  const reach = requireReach(ctx, 'standards');
  const figures = await findRows(ctx, reach);
  const answers = await findAnswers(ctx, reach);
  const today = dayOf(ctx.now);
  return [...definitions.values()].map((definition) => {
    const { code, dated } = definition;
    const own = [...figures.values()].filter(({ key }) => key.code === code && key.unit !== '');
    const general = figures.get(keyOf({ code, unit: '' }))?.rows ?? [];
    return {
      definition,
      title: localFigureKinds.get(code)?.title ?? code,
      office: localFigureKinds.get(code)?.office ?? '',
      ...stateOf(general.length > 0 ? general : (own[0]?.rows ?? []), { dated, title: SINCE }, today),
      own: own.length,
      answers: answers.get(code) ?? [],
    };
  });
}

/** Published answers by the local standards that they tell. */
export async function findAnswers(
  { db }: Ctx,
  reach: Reach,
  code?: string,
): Promise<Map<string, AnswerLink[]>> {
  const rows = await db
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
        sql`${questionRevision.localFigures} <> '[]'`,
        code === undefined
          ? undefined
          : sql`exists (select 1 from json_each(${questionRevision.localFigures}) where value = ${code})`,
        within(reach),
      ),
    )
    .orderBy(question.number);
  const byCode = new Map<string, AnswerLink[]>();
  for (const { codes, ...answer } of rows)
    for (const one of codes) byCode.set(one, [...(byCode.get(one) ?? []), answer]);
  return byCode;
}

export interface Waiting extends FigureKey {
  revision: number;
  author: string;
  authorName: string | null;
  createdAt: number;
  unitName: string | null;
}

/** Changes that wait for somebody's yes. */
export async function findWaiting(ctx: Ctx, route: StandardRoute, code?: string): Promise<Waiting[]> {
  const reach = requireReach(ctx, route);
  return ctx.db
    .select({
      code: figureRevision.code,
      unit: figureRevision.unit,
      revision: figureRevision.revision,
      author: figureRevision.author,
      authorName: person.name,
      createdAt: figureRevision.createdAt,
      unitName: unit.name,
    })
    .from(figureRevision)
    .leftJoin(person, isActor(figureRevision.author))
    .leftJoin(unit, eq(unit.code, figureRevision.unit))
    .where(
      and(
        eq(figureRevision.state, 'proposed'),
        code === undefined ? undefined : eq(figureRevision.code, code),
        reach.all
          ? undefined
          : sql`(${figureRevision.unit} = '' or ${figureRevision.unit} in ${unitsOf(reach)})`,
      ),
    )
    .orderBy(asc(figureRevision.code), asc(figureRevision.unit));
}
