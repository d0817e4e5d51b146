import { type Outcome, outcome } from '../../chat/outcome.ts';
import { addDays, type Day } from '../../kernel/day.ts';
import { findUnits } from '../../people/repo.ts';
import type { Ctx } from '../../store/context.ts';
import { type ComingRow, findAnnouncedResearch, findInspections } from '../repo.ts';
import { CLASH_DAYS, clashes } from '../rules/clashes.ts';
import { merges } from '../rules/merges.ts';

export type Coming = Omit<ComingRow, 'targets'>;

export interface FoundClashes {
  from: Day;
  to: Day;
  /** Per township, what comes within 10 days. */
  clashes: { unit: Place; items: Coming[] }[];
  /** Pairs of research visits that could be one. */
  merges: { items: Coming[]; units: Place[]; words: string[] }[];
}

interface Place {
  code: string;
  name: string;
}

/** For the two offices: what clashes or could be merged, as far as any of it falls into these days (domain 5). */
export async function findClashes(
  ctx: Ctx,
  { from, to }: { from: Day; to: Day },
): Promise<Outcome<FoundClashes>> {
  const span = [addDays(from, -CLASH_DAYS), addDays(to, CLASH_DAYS)] as const;
  const units = await findUnits(ctx.db);
  const inspections = await findInspections(ctx.db, ...span);
  const research = await findAnnouncedResearch(ctx.db, ...span);
  const names = new Map(units.map(({ code, name }) => [code, name]));
  const place = (code: string) => ({ code, name: names.get(code) ?? code });
  const townships = new Set(units.filter(({ tier }) => tier === 'township').map(({ code }) => code));
  const asked = (rows: readonly ComingRow[]) => rows.some((row) => row.start <= to && row.end >= from);
  return outcome({
    from,
    to,
    clashes: clashes([...inspections, ...research], townships)
      .filter(({ stays }) => asked(stays))
      .map(({ unit, stays }) => ({ unit: place(unit), items: stays.map(shown) })),
    merges: merges(research)
      .filter(({ visits }) => asked(visits))
      .map(({ visits, units: shared, words }) => ({
        items: visits.map(shown),
        units: shared.map(place),
        words,
      })),
  });
}

function shown({ kind, number, name, organiser, organiserName, start, end }: ComingRow): Coming {
  return { kind, number, name, organiser, organiserName, start, end };
}
