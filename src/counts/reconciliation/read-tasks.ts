import type { Card } from '../../chat/card.ts';
import type { Ctx } from '../../store/context.ts';
import { partCard } from './cards.ts';
import { readNames } from './office.ts';
import { findTakingPart, readParts } from './read-part.ts';
import { findReleased } from './repo.ts';

/** Cards of these units that have something to explain now, oldest year first. */
export async function readTasks(ctx: Ctx, units: readonly string[]): Promise<Card[]> {
  if (units.length === 0) return [];
  const years = [...new Set((await findReleased(ctx.db)).map((row) => row.year))];
  const cards = await Promise.all(
    years.map(async (year) => {
      const taking = await findTakingPart(ctx, year, { units });
      const parts = (await readParts(ctx, year, taking)).filter(
        (part) => part.state === 'released' && part.turn === 'open',
      );
      const names = await readNames(ctx, parts);
      return parts.map((part) => partCard(part, names));
    }),
  );
  return cards.flat();
}
