import { monthFrom, yearOf } from '../../kernel/period.ts';
import type { UnitRow } from '../../people/repo.ts';
import type { Ctx } from '../../store/context.ts';
import { findItems, type Item } from '../items/repo.ts';
import { isCounted as countsByKind } from '../items/rules/kinds.ts';
import { readNumber } from '../items/rules/lexicon-number.ts';
import { findFigures, findPlansOf, findReporting } from '../repo.ts';
import { findEntries, findSampled, findSerials, type LedgerLine } from './repo.ts';
import {
  BOOKED,
  type Book,
  type Booked,
  type Books,
  bareTitle,
  isNumbered,
  type LedgerRow,
  type Mark,
  rowKey,
} from './rules/ledger.ts';

type Sampled = Awaited<ReturnType<typeof findSampled>>[number];

/** The four books of these units, with a fixed number of queries however many there are. */
export async function readBooks(
  ctx: Ctx,
  year: number,
  units: readonly UnitRow[],
): Promise<Map<string, Books>> {
  const { db } = ctx;
  const codes = units.map((unit) => unit.code);
  const [from, to] = [monthFrom(year, 1), monthFrom(year, 12)];
  const sampled = await findSampled(db, year);
  const entries = Map.groupBy(await findEntries(db, year, codes), (row) => row.unit);
  const registering = await unitsWithItems(ctx, year, codes);
  const items = Map.groupBy(await findItems(db, from, to, registering), (item) => item.unit);
  const figures = Map.groupBy(await findFigures(db, from, to, codes), (row) => row.unit);
  const plans = Map.groupBy(await findPlansOf(db, [year], codes), (row) => row.unit);

  const rows = new Map(
    units.map((unit) => [
      unit.code,
      booksOf(
        (entries.get(unit.code) ?? []).map((entry) =>
          rowOfEntry(entry, sampledFor(unit, entry.range, sampled)),
        ),
        (items.get(unit.code) ?? [])
          .filter((item) => yearOf(item.month) === year)
          .flatMap((item) => rowOfItem(item, sampledFor(unit, reachOf(item), sampled))),
      ),
    ]),
  );
  const shared = await sharedCodes(ctx, year, rows);
  return new Map(
    units.map(({ code }): [string, Books] => [
      code,
      {
        year,
        rows: rows.get(code) ?? { plan: [], register: [], numbers: [], received: [] },
        reported: byBooked((indicator) => {
          const own = (figures.get(code) ?? []).filter((row) => row.indicator === indicator);
          return new Map(own.map((row) => [row.month, { amount: row.amount, unplanned: row.unplanned }]));
        }),
        planned: Object.fromEntries(
          (plans.get(code) ?? []).map((row) => [row.indicator, row.amount] as const),
        ),
        shared: shared.get(code) ?? new Map(),
      },
    ]),
  );
}

/** Items are a list of the year only for a unit that registered item by item from January to December. */
async function unitsWithItems(ctx: Ctx, year: number, codes: readonly string[]): Promise<string[]> {
  const of = async (month: number) =>
    new Set(
      (await findReporting(ctx.db, monthFrom(year, month), codes))
        .filter((row) => row.mode === 'items')
        .map((row) => row.code),
    );
  const [first, last] = [await of(1), await of(12)];
  return [...first].filter((code) => last.has(code));
}

function booksOf(entries: readonly (LedgerRow & { book: Book })[], items: readonly LedgerRow[]) {
  // Told as they were numbered and issued; of a number used twice the earlier one was there first.
  const of = (book: Book): LedgerRow[] =>
    entries
      .filter((entry) => entry.book === book)
      .toSorted((a, b) => a.serial - b.serial || (a.day < b.day ? -1 : 1));
  const known = new Set(items.map((item) => `${item.indicator}/${rowKey(item)}`));
  // What was brought in as a list as well is the same entry.
  const listed = of('register').filter((row) => !known.has(`${row.indicator}/${rowKey(row)}`));
  return {
    plan: of('plan'),
    register: [...items, ...listed],
    numbers: of('numbers'),
    received: of('received'),
  };
}

function rowOfEntry(entry: LedgerLine, meantFor: string[]): LedgerRow & { book: Book } {
  const { book, indicator, code, serial, numberYear, title, plan, mark, receiver, day, month } = entry;
  const bare = bareTitle(title);
  return {
    book,
    indicator,
    code,
    serial,
    numberYear,
    title,
    bare,
    day,
    month,
    plan,
    mark,
    parts: 1,
    meantFor,
    receiver,
  };
}

function rowOfItem(item: Item, meantFor: string[]): LedgerRow[] {
  const { indicator, title, day, month } = item;
  if (indicator === 'inspection') return [];
  const number = readNumber(item.number);
  return [
    {
      indicator,
      code: number?.code ?? '',
      serial: number?.serial ?? 0,
      numberYear: number?.year ?? 0,
      title,
      bare: bareTitle(title),
      day,
      month,
      plan: '',
      mark: markOf(item),
      parts: item.parts,
      meantFor,
      receiver: '',
    },
  ];
}

function markOf({ struck, indicator, kind, withdrawnDay, unplanned }: Item): Mark {
  if (struck !== null) return 'void';
  if (!countsByKind(indicator, kind)) return 'uncounted';
  if (withdrawnDay !== null) return 'withdrawn';
  return unplanned ? 'unplanned' : 'none';
}

function reachOf({ reach }: Item): string[] {
  if (reach === 'county') return ['county-department'];
  return reach === '' ? [] : ['county-department', 'township'];
}

/** A county's papers go to its own units only. */
function sampledFor(unit: UnitRow, range: readonly string[], sampled: readonly Sampled[]): string[] {
  return sampled
    .filter(({ code, tier, county }) =>
      range.some((one) => one === code || (one === tier && (unit.county === '' || unit.county === county))),
    )
    .map(({ code }) => code);
}

/** Two offices may number under one code: what one has used is no gap of the other, and whoever uses it most is asked. */
async function sharedCodes(
  ctx: Ctx,
  year: number,
  rows: ReadonlyMap<string, Record<Book, LedgerRow[]>>,
): Promise<Map<string, Books['shared']>> {
  const codesOf = ({ register, numbers }: Record<Book, LedgerRow[]>) =>
    new Set([...register, ...numbers].filter(isNumbered).map((row) => row.code));
  const codes = new Set([...rows.values()].flatMap((books) => [...codesOf(books)]));
  const users = Map.groupBy(await findSerials(ctx.db, year, [...codes]), (row) => row.code);
  return new Map(
    [...rows].map(([unit, books]) => [
      unit,
      new Map(
        [...codesOf(books)].map((code) => {
          const all = users.get(code) ?? [];
          const others = all.filter((row) => row.unit !== unit);
          const most = [...Map.groupBy(all, (row) => row.unit)].toSorted(
            ([a, mine], [b, theirs]) => theirs.length - mine.length || (a < b ? -1 : 1),
          );
          const owned = others.length === 0 || most[0]?.[0] === unit;
          return [code, { serials: new Set(others.map((row) => row.serial)), owned }];
        }),
      ),
    ]),
  );
}

function byBooked<T>(make: (indicator: Booked) => T): Record<Booked, T> {
  return Object.fromEntries(BOOKED.map((indicator) => [indicator, make(indicator)])) as Record<Booked, T>;
}
