import { dayOf } from '../../../kernel/day.ts';
import { AppError } from '../../../kernel/errors.ts';
import { nameOfRows } from '../../../policy/figures/replace.ts';
import { type FigureKey, findLiveRows } from '../../../policy/figures/repo.ts';
import { MAY_PROPOSE, requireRight } from '../../../policy/figures/rights.ts';
import { rowsOn } from '../../../policy/figures/rules/change.ts';
import type { Values } from '../../../policy/figures/rules/definition.ts';
import { sinceOf } from '../../../policy/figures/rules/in-force.ts';
import { SINCE } from '../../../policy/figures/sheets/columns.ts';
import { figureWords } from '../../../policy/figures/words.ts';
import type { Ctx } from '../../../store/context.ts';
import { requireReach } from '../../guard.ts';
import type { Page } from '../../section.ts';
import { columnsOf, type NamedColumn } from './columns.ts';
import { NEW, tableOf } from './paths.ts';
import { findTownships, type Kind, kindOf, unitNameOf } from './read-kind.ts';
import { TableForm } from './table-form.tsx';
import { standardWords as words } from './words.ts';

/** One table on its way into a form: a unit's, of one day. */
export interface OpenTable extends FigureKey {
  /** `new` for one that is to be written beside those that are there. */
  day: string;
  kind: Kind;
  unitName: string;
  /** Everything that is live of this figure, and its short name. */
  live: Record<string, string>[];
  base: string;
  columns: NamedColumn[];
}

/** @throws AppError not_found, forbidden */
export async function openTable(
  ctx: Ctx,
  params: Record<string, string>,
  route: 'standardTable' | 'standardSave',
): Promise<OpenTable> {
  const reach = requireReach(ctx, route);
  const { code, unit, day } = tableOf(params);
  const kind = kindOf(code);
  const unitName = await unitNameOf(ctx, reach, unit);
  await requireRight(ctx, { code, unit }, MAY_PROPOSE);
  const live = await findLiveRows(ctx.db, { code, unit });
  const table = {
    code,
    unit,
    day,
    kind,
    unitName,
    live,
    base: nameOfRows(live),
    columns: columnsOf(kind.definition, live),
  };
  const known = day === '' || day === NEW || rowsOfDay(table).length > 0;
  if (!known) throw new AppError('not_found', figureWords.unknownRevision);
  return table;
}

/** The rows that this table replaces. */
export function rowsOfDay({ kind, day, live }: Pick<OpenTable, 'kind' | 'day' | 'live'>) {
  if (!kind.definition.dated) return live;
  return live.filter((row) => sinceOf(row, SINCE) === day);
}

export const standardTablePage: Page = async ({ ctx, params }) => {
  const table = await openTable(ctx, params, 'standardTable');
  return pageOf(ctx, table, {
    rows: await startRows(ctx, table),
    since: table.day === NEW ? '' : table.day,
    spare: 3,
  });
};

export async function pageOf(
  ctx: Ctx,
  table: OpenTable,
  shown: { rows: readonly Values[]; since: string; spare: number },
) {
  const townships = table.columns.some(({ column }) => column.kind === 'unit')
    ? await findTownships(ctx)
    : [];
  const title = words.formTitle(table.kind.title, table.unitName);
  const body = <TableForm table={table} shown={shown} townships={townships} />;
  return { kind: 'page' as const, title, nav: 'standards' as const, body };
}

/** What is there; for a new table what counts today, to be changed; for an empty one the names it usually has. */
async function startRows({ db, now }: Ctx, table: OpenTable): Promise<readonly Values[]> {
  const { kind, live, day, unit, code } = table;
  const { dated, starters = [], columns } = kind.definition;
  const own = rowsOfDay(table);
  if (day !== NEW && own.length > 0) return own;
  const general = unit === '' || live.length > 0 ? live : await findLiveRows(db, { code, unit: '' });
  const counting = rowsOn(general, { dated, title: SINCE }, dayOf(now));
  if (counting.length > 0) return counting;
  return starters.map((name) => ({ [columns[0]?.title ?? '']: name }));
}
