import { and, eq } from 'drizzle-orm';
import { figureRevision, localFigure } from '../../../db/schema/index.ts';
import type { Ctx } from '../../store/context.ts';
import type { Statement } from '../../store/db.ts';
import { insertRows } from '../../store/statement.ts';
import { fingerprint } from '../self-checks/rules/fingerprint.ts';
import type { FigureKey, Row } from './repo.ts';

/** Short name of what is live, by which an older one that somebody still looks at is told from it. */
export function nameOfRows(rows: readonly Row[]): string {
  return fingerprint(
    rows.map((row) => JSON.stringify(Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1)))),
  );
}

/** All rows of a standard for a unit are one figure: it is replaced as a whole, or half of an old table would stay. */
export function replaceFigure({ db }: Ctx, { code, unit }: FigureKey, rows: readonly Row[]): Statement[] {
  return [
    db.delete(localFigure).where(and(eq(localFigure.code, code), eq(localFigure.unit, unit))),
    ...insertRows(
      db,
      localFigure,
      rows.map((values, position) => ({ code, unit, position, values: { ...values } })),
    ),
  ];
}

/** Keeps what stood there before anything was recorded, so that the way back is open from the first change on. */
export function keepFirst(
  { db }: Ctx,
  { code, unit }: FigureKey,
  live: readonly Row[],
  last: { revision: number; turn: number } | undefined,
): { writes: Statement[]; last: { revision: number; turn: number } } {
  const { revision, turn } = last ?? { revision: 0, turn: 0 };
  if (turn > 0 || live.length === 0) return { writes: [], last: { revision, turn } };
  const first = {
    code,
    unit,
    revision: revision + 1,
    rows: live.map((row) => ({ ...row })),
    state: 'live' as const,
    turn: 1,
    author: '',
    createdAt: 0,
  };
  return { writes: [db.insert(figureRevision).values(first)], last: { revision: revision + 1, turn: 1 } };
}
