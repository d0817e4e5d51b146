import type { FigureKey } from './repo.ts';

/** What the record calls a local standard: `LOC-01`, or `LOC-01@U-7` for a unit's own. */
export function targetOf({ code, unit }: FigureKey): string {
  return unit === '' ? code : `${code}@${unit}`;
}
