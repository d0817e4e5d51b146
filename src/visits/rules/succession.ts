import { endedUnits, type Step, successorsOf } from '../../people/rules/succession.ts';

export interface Succession extends Step {
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
 * Duties follow the unit: a successor that no group was given stays with the group of the unit it came from, the first
 * one where several were merged. `assigned` is in the order of the groups.
 */
export function standingPoints(assigned: readonly Assigned[], changes: readonly Succession[]): Standing[] {
  const standing = new Map<string, Standing>();
  const ended = endedUnits(changes);
  for (const point of assigned)
    if (!ended.has(point.unit)) standing.set(point.unit, { ...point, instead: [] });
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
