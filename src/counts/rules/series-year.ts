import { type Month, monthFrom } from '../../kernel/period.ts';
import { SPIKE_MONTHS } from './formulas.ts';
import type { Cell, Series } from './series.ts';
import { memberOf, monthsOfQuarter, type Sums } from './sums.ts';

/** Months of last year and this one, in which all sums of this year lie. */
const MONTHS = 24;
const THIS_YEAR = 12;

/** Names of the 24 months; made once for however many series. */
export function monthsOfTwoYears(year: number): Month[] {
  return Array.from({ length: MONTHS }, (_, i) =>
    i < THIS_YEAR ? monthFrom(year - 1, i + 1) : monthFrom(year, i - THIS_YEAR + 1),
  );
}

/**
 * What `sumsAt` gives with emergencies apart for January, February … up to `count` months of the year whose months are
 * given, in one pass over the series instead of one for every month. A test holds the two together.
 */
export function sumsOfYear(series: Series, months: readonly Month[], count: number): Sums[] {
  const cells = months.map((month) => series.get(month));
  const amounts = cells.map((cell) => (cell ? cell.amount - cell.emergency : 0));
  const covered = (from: number, to: number) => {
    let n = 0;
    for (let i = Math.max(0, from); i <= to; i++) if (cells[i]) n++;
    return n;
  };
  const lastYear = amounts.slice(0, THIS_YEAR).reduce((a, b) => a + b, 0);
  const coveredLastYear = covered(0, THIS_YEAR - 1);
  const running = { total: 0, lastTotal: 0, unplanned: 0, emergency: 0, now: 0, last: 0 };
  let versions: ReadonlySet<string> = new Set();
  const sums: Sums[] = [];
  for (let m = 0; m < count; m++) {
    const at = THIS_YEAR + m;
    running.total += amounts[at] ?? 0;
    running.lastTotal += amounts[m] ?? 0;
    running.unplanned += unplannedApart(cells[at]);
    running.emergency += cells[at]?.emergency ?? 0;
    running.now += Number(cells[at] !== undefined);
    running.last += Number(cells[m] !== undefined);
    versions = withVersions(versions, cells[at], cells[m]);
    const coverage = {
      now: running.now,
      last: running.last,
      lastYear: coveredLastYear,
      recent: covered(at - SPIKE_MONTHS, at),
      quarter: covered(at - monthsOfQuarter(m + 1) + 1, at),
    };
    sums.push({
      month: amounts[at] ?? 0,
      lastMonth: amounts[m] ?? 0,
      total: running.total,
      lastTotal: running.lastTotal,
      lastYear,
      unplanned: running.unplanned,
      emergency: running.emergency,
      recent: amounts.slice(at - SPIKE_MONTHS, at + 1).reverse(),
      covered: coverage,
      lastMonthKnown: cells[m] !== undefined,
      members: memberOf(coverage, m + 1),
      versions,
    });
  }
  return sums;
}

function unplannedApart(cell: Cell | undefined): number {
  return cell ? Math.max(0, cell.unplanned - cell.emergency) : 0;
}

/** The same set as long as nothing new comes: most series know one version only. */
function withVersions(
  known: ReadonlySet<string>,
  ...cells: readonly (Cell | undefined)[]
): ReadonlySet<string> {
  const fresh = cells.flatMap((cell) => (cell && !known.has(cell.version) ? [cell.version] : []));
  return fresh.length === 0 ? known : new Set([...known, ...fresh]);
}

/** The sums of many units together, month by month: what `add` gives, without a new object for every unit. */
export function addAll(units: readonly Sums[]): Sums {
  const recent = Array.from({ length: SPIKE_MONTHS + 1 }, () => 0);
  const covered = { now: 0, last: 0, lastYear: 0, recent: 0, quarter: 0 };
  const members = { counted: 0, compared: 0, whole: 0, recent: 0, quarter: 0 };
  const versions = new Set<string>();
  const all = { month: 0, lastMonth: 0, total: 0, lastTotal: 0, lastYear: 0, unplanned: 0, emergency: 0 };
  let lastMonthKnown = false;
  for (const one of units) {
    for (const key of Object.keys(all) as (keyof typeof all)[]) all[key] += one[key];
    for (let i = 0; i < recent.length; i++) recent[i] = (recent[i] ?? 0) + (one.recent[i] ?? 0);
    for (const key of Object.keys(covered) as (keyof typeof covered)[])
      covered[key] = Math.max(covered[key], one.covered[key]);
    for (const key of Object.keys(members) as (keyof typeof members)[]) members[key] += one.members[key];
    for (const version of one.versions) versions.add(version);
    lastMonthKnown ||= one.lastMonthKnown;
  }
  return { ...all, recent, covered, members, versions, lastMonthKnown };
}
