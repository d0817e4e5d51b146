import { dayOf, isDay } from '../../../kernel/day.ts';
import { AppError } from '../../../kernel/errors.ts';
import { effectsOf } from '../../../policy/figures/effects.ts';
import { checkTable } from '../../../policy/figures/rules/check-table.ts';
import { sinceOf } from '../../../policy/figures/rules/in-force.ts';
import { plainRows } from '../../../policy/figures/rules/plain.ts';
import { SINCE } from '../../../policy/figures/sheets/columns.ts';
import { saveFigure } from '../../../policy/figures/verbs/save-figure.ts';
import { figureWords } from '../../../policy/figures/words.ts';
import type { Ctx } from '../../../store/context.ts';
import type { Problem } from '../../components/form-context.ts';
import type { Form } from '../../section.ts';
import { textOf } from '../../sent.ts';
import { type Typed, typedIn } from './columns.ts';
import { changePath, NEW } from './paths.ts';
import { Preview } from './preview.tsx';
import { findTownships } from './read-kind.ts';
import { type OpenTable, openTable, pageOf, rowsOfDay, standardTablePage } from './table.tsx';
import { standardWords as words } from './words.ts';

/** Rows that "再加几行" adds. */
const MORE = 8;

/** First shows what it would do; keeps it as a change to be confirmed only when asked to from there. */
export const standardSave: Form = {
  page: standardTablePage,
  async submit({ ctx, params, sent, perform }) {
    const table = await openTable(ctx, params, 'standardSave');
    const typed = typedIn(table.columns, sent);
    const step = textOf(sent, 'step');
    if (step === 'more' || step === 'back') {
      const rows = typed.rows.slice(
        0,
        typed.rows.findLastIndex((row) => Object.values(row).some(Boolean)) + 1,
      );
      return pageOf(ctx, table, { rows, since: typed.since, spare: step === 'more' ? MORE : 3 });
    }
    if (typed.base !== table.base) throw new AppError('stale', figureWords.stale);
    const rows = wholeFigure(table, typed);
    if (step !== 'keep') {
      const change = { before: table.live, after: rows };
      const body = (
        <Preview
          table={table}
          typed={typed}
          effects={await effectsOf(ctx, table, change)}
          today={dayOf(ctx.now)}
          strangers={await strangersIn(ctx, table, typed)}
        />
      );
      const title = words.previewTitle(table.kind.title);
      return { kind: 'page', title, nav: 'standards', body };
    }
    const { code, unit, base } = table;
    const { revision } = await perform((on) => saveFigure(on, { code, unit, rows, base }));
    return { to: changePath(table, revision), notice: 'standardProposed' };
  },
};

/** The tables of other days as they are, and this one as it was typed. @throws AppError invalid, all problems at once */
function wholeFigure(table: OpenTable, typed: Typed): Record<string, string>[] {
  const { kind, live, day } = table;
  const { definition } = kind;
  const { dated } = definition;
  const plain = plainRows(definition, typed.rows);
  const rows = plain.map(({ values }) =>
    dated && typed.since ? { ...values, [SINCE]: typed.since } : values,
  );
  const replaced = new Set(day === NEW ? [] : rowsOfDay(table));
  const others = live.filter((row) => !replaced.has(row));
  const checked = checkTable(definition, rows, SINCE).filter(({ column }) => column !== SINCE);
  const problems: Problem[] = [
    ...(dated ? sinceProblems(typed.since, day, others) : []),
    ...checked.map((problem) => ({
      field: fieldOf(table, problem.column, plain[problem.row]?.place ?? 0),
      text: figureWords.problem(problem),
    })),
  ];
  if (problems.length > 0) throw new AppError('invalid', figureWords.invalid, { problems });
  // In order of the days, so that lists read from the past on.
  return [...others, ...rows].toSorted((a, b) => (sinceOf(a, SINCE) < sinceOf(b, SINCE) ? -1 : 0));
}

function sinceProblems(since: string, day: string, others: readonly Record<string, string>[]): Problem[] {
  const said = (text: string) => [{ field: 'since', text }];
  if (since !== '' && !isDay(since)) return said(words.sinceBad);
  if (since === '' && day === NEW && others.length > 0) return said(words.sinceMissing);
  return others.some((row) => sinceOf(row, SINCE) === since) ? said(words.sinceTaken(since)) : [];
}

/** In a table `c1.3`, in fields below each other `c1`. */
function fieldOf({ columns, kind, live }: OpenTable, title: string, place: number): string {
  const name = columns.find(({ column }) => column.title === title)?.name ?? columns[0]?.name ?? '';
  return kind.definition.shape === 'fields' && live.length <= 1 ? name : `${name}.${place}`;
}

/** Names of units that nobody on the roster answers to: the sum would reach nobody. */
async function strangersIn(ctx: Ctx, { columns }: OpenTable, typed: Typed): Promise<string[]> {
  const titles = columns.filter(({ column }) => column.kind === 'unit').map(({ column }) => column.title);
  if (titles.length === 0) return [];
  const known = new Set(await findTownships(ctx));
  const names = typed.rows.flatMap((row) => titles.map((title) => row[title] ?? '')).filter(Boolean);
  return names.filter((name) => !known.has(name));
}
