/** From some day on `successor` stands in for `unit`: several when it was split, an empty one when it is simply gone. */
export interface Succession {
  unit: string;
  successor: string;
  /** Of the successor; null when it is not known as a unit. */
  name: string | null;
  county: string | null;
}

/** A contact point as it was assigned to a group. */
export interface Assigned {
  unit: string;
  name: string | null;
  county: string | null;
  group: string;
  liaison: string | null;
  /** Assigned as the successor of points that no longer exist. */
  inherited: boolean;
}

/** A point that exists today, and the points whose place it took. */
export interface Standing extends Assigned {
  instead: string[];
}

/**
 * What stands in for a unit today: itself when nothing happened to it, nothing when it is gone. A unit that keeps its
 * code when a part is split off is one of its own successors.
 */
export function successorsOf(unit: string, changes: readonly Succession[]): string[] {
  const follow = (code: string, seen: readonly string[]): string[] => {
    const own = changes.filter((change) => change.unit === code);
    if (own.length === 0) return [code];
    return own.flatMap(({ successor }) => {
      if (successor === code) return [code];
      return successor === '' || seen.includes(successor) ? [] : follow(successor, [...seen, code]);
    });
  };
  return [...new Set(follow(unit, [unit]))];
}

/**
 * Duties follow the unit: a successor that no group was given stays with the group of the unit it came from, the first
 * one where several were merged. `assigned` is in the order of the groups.
 */
export function standingPoints(assigned: readonly Assigned[], changes: readonly Succession[]): Standing[] {
  const standing = new Map<string, Standing>();
  for (const point of assigned)
    if (!isAbolished(point.unit, changes)) standing.set(point.unit, { ...point, instead: [] });
  for (const point of assigned)
    for (const unit of successorsOf(point.unit, changes).filter((code) => code !== point.unit)) {
      const known = standing.get(unit);
      const named = changes.find(({ successor }) => successor === unit);
      const heir = {
        ...point,
        unit,
        name: named?.name ?? unit,
        county: named?.county ?? '',
        inherited: true,
      };
      if (known) known.instead.push(point.unit);
      else standing.set(unit, { ...heir, instead: [point.unit] });
    }
  return [...standing.values()];
}

export function isAbolished(unit: string, changes: readonly Succession[]): boolean {
  return !successorsOf(unit, changes).includes(unit);
}
