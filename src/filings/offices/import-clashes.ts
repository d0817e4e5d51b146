import { enqueue } from '../../delivery/enqueue.ts';
import { addDays, dayOf } from '../../kernel/day.ts';
import type { Ctx } from '../../store/context.ts';
import type { Statement } from '../../store/db.ts';
import { noticeWords } from '../keep/words.ts';
import { countyOf, readPlaces } from '../places.ts';
import { CLASH_DAYS, clashes } from '../rules/clashes.ts';
import {
  comingInspection,
  comingResearch,
  type InspectionRow,
  readComing,
  type VisitRow,
} from '../verbs/find-clashes.ts';
import { tellOffices } from './tell.ts';

export interface Brought {
  filings: readonly InspectionRow[];
  research: readonly VisitRow[];
}

/**
 * Where a workbook brings or moves something that meets others: one message for each office, however many rows. What
 * stood there before in the same way, and what is over, is no news. Units that the same workbook brings are not known
 * yet, and nobody is told of them.
 */
export async function tellOfImport(
  ctx: Ctx,
  { filings, research }: Brought,
  before: { filings: ReadonlyMap<string, InspectionRow>; research: ReadonlyMap<string, VisitRow> },
): Promise<Statement[]> {
  const places = await readPlaces(ctx);
  const brought = [
    ...filings.map((row) => ({
      row,
      is: comingInspection(places, row),
      was: before.filings.get(row.number),
    })),
    ...research.map((row) => ({
      row,
      is: comingResearch(places, row),
      was: before.research.get(row.number),
    })),
  ];
  const today = dayOf(ctx.now);
  const fresh = brought.flatMap(({ row, is, was }) =>
    row.endDay >= today && !(was && comes(was) && sameStay(was, row)) ? is : [],
  );
  const [first] = fresh.map(({ start }) => start).toSorted();
  const last = fresh
    .map(({ end }) => end)
    .toSorted()
    .at(-1);
  if (!first || !last) return [];
  const { inspections, research: visits } = await readComing(
    ctx,
    places,
    addDays(first, -CLASH_DAYS),
    addDays(last, CLASH_DAYS),
  );
  const replaced = new Set(brought.map(({ row }) => row.number));
  const all = [
    ...[...inspections, ...visits].filter(({ number }) => !replaced.has(number)),
    ...brought.flatMap(({ is }) => is),
  ];
  const townships = new Set(places.townships.map(({ code }) => code));
  const isNew = new Set(fresh);
  const found = clashes(all, townships).filter(({ stays }) => stays.some((stay) => isNew.has(stay)));
  const meeting = fresh.filter((one) => found.some(({ stays }) => stays.includes(one)));
  const messages = await tellOffices(ctx, places, {
    found,
    counties: meeting.map(({ organiser }) => countyOf(places, [organiser])),
    lead: noticeWords.clashes(meeting.length),
    key: `import:${ctx.ids.next()}`,
    subject: '',
  });
  return messages.flatMap((message) => enqueue(ctx, message));
}

/** What stood there but was not to be known, or was called off, is news when it comes after all. */
function comes(row: InspectionRow | VisitRow): boolean {
  return 'topic' in row
    ? !row.unannounced && row.state === 'planned'
    : row.kind !== 'unannounced' && (row.state === 'filed' || row.state === 'pending');
}

type Where = Pick<InspectionRow, 'targets' | 'startDay' | 'endDay'>;

function sameStay(a: Where, b: Where): boolean {
  return (
    a.startDay === b.startDay &&
    a.endDay === b.endDay &&
    a.targets.toSorted().join() === b.targets.toSorted().join()
  );
}
