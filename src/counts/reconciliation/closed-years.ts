import type { Row, World } from '../../chat/sheet.ts';
import type { Ctx } from '../../store/context.ts';
import { type EntryRow, findAllEntries, findClosed } from './repo.ts';
import type { Book } from './rules/ledger.ts';

export interface Brought {
  row: Row;
  entry: EntryRow;
}

/** Lines that would change the books of a year that is closed; the same once more, as after an export, changes nothing. */
export async function changedInClosedYears(
  ctx: Ctx,
  book: Book,
  brought: readonly Brought[],
  world: World,
): Promise<Brought[]> {
  const closed = await findClosed(ctx.db);
  const touched = brought.filter(({ entry }) =>
    closed.some(({ year, county }) => year === entry.year && county === world.units.get(entry.unit)?.county),
  );
  if (touched.length === 0) return [];
  const standing = new Set((await findAllEntries(ctx.db, book)).map(contentOf));
  return touched.filter(({ entry }) => !standing.has(contentOf(entry)));
}

function contentOf(entry: EntryRow): string {
  const { year, unit, indicator, receiver, key, title, day, month, plan, mark, range } = entry;
  return JSON.stringify([year, unit, indicator, receiver, key, title, day, month, plan, mark, range]);
}
