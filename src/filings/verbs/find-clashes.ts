import { type Outcome, outcome } from '../../chat/outcome.ts';
import { addDays, type Day } from '../../kernel/day.ts';
import type { Ctx } from '../../store/context.ts';
import { asOfToday, type Places, readPlaces, type Today } from '../places.ts';
import { type FilingRow, findFilings, findResearch, type ResearchRow } from '../repo.ts';
import { CLASH_DAYS, clashes } from '../rules/clashes.ts';
import { isPlanned } from '../rules/filing.ts';
import { merges } from '../rules/merges.ts';
import type { Stay } from '../rules/stay.ts';
import { kindNames } from '../words.ts';
import { researchName } from '../words-research.ts';

/** A filed inspection or an announced research visit, as the offices are shown it. */
export interface ComingRow extends Stay {
  /** As in the workbook, or 调研. */
  kind: string;
  organiser: string;
  organiserName: string;
  /** Waits for the offices. */
  pending: boolean;
}

export type Coming = Omit<ComingRow, 'targets' | 'pending'>;

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
  const places = await readPlaces(ctx);
  const { inspections, research } = await readComing(
    ctx,
    places,
    addDays(from, -CLASH_DAYS),
    addDays(to, CLASH_DAYS),
  );
  const place = (code: string) => ({ code, name: places.name(code) });
  const townships = new Set(places.townships.map(({ code }) => code));
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

/** What comes to the grassroots and may be known beforehand: nothing unannounced, nothing withdrawn, no veto. */
export async function readComing(
  ctx: Ctx,
  places: Places,
  from: Day,
  to: Day,
): Promise<{ inspections: ComingRow[]; research: ComingRow[] }> {
  const inspections = (await findFilings(ctx.db, from, to)).flatMap((row) => comingInspection(places, row));
  const research = (await findResearch(ctx.db, from, to)).flatMap((row) => comingResearch(places, row));
  return { inspections, research };
}

export type InspectionRow = Pick<
  FilingRow,
  'number' | 'name' | 'organiser' | 'kind' | 'targets' | 'startDay' | 'endDay' | 'state'
>;

export type VisitRow = Pick<
  ResearchRow,
  'number' | 'topic' | 'organiser' | 'targets' | 'startDay' | 'endDay' | 'unannounced' | 'state'
>;

export function comingInspection(places: Places, row: InspectionRow): ComingRow[] {
  if (row.kind === 'unannounced' || !isPlanned(row.kind, row.state)) return [];
  return [coming(asOfToday(places, row), kindNames[row.kind], row.name, row.state === 'pending')];
}

export function comingResearch(places: Places, row: VisitRow): ComingRow[] {
  if (row.unannounced || row.state !== 'planned') return [];
  return [coming(asOfToday(places, row), researchName, row.topic)];
}

function coming(
  row: Today & { number: string; startDay: Day; endDay: Day },
  kind: string,
  name: string,
  pending = false,
): ComingRow {
  return {
    kind,
    number: row.number,
    name,
    organiser: row.organisers[0] ?? '',
    organiserName: row.organiserName,
    targets: row.places,
    start: row.startDay,
    end: row.endDay,
    pending,
  };
}

function shown({ kind, number, name, organiser, organiserName, start, end }: ComingRow): Coming {
  return { kind, number, name, organiser, organiserName, start, end };
}
