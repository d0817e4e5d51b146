import { demoGroups } from '../../db/seed/demo/index.ts';
import { foundCity } from './city.ts';
import { type Done, seatGroups } from './groups.ts';
import { type Hall, openHall } from './hall.ts';
import { type Report, seatLiaisons } from './liaisons.ts';
import { seatCadres, seatOffices } from './offices.ts';
import { openQuarters } from './quarters.ts';
import { createWalk } from './walk.ts';

/**
 * Off over the report and the warnings of March, over a reminder of the visits, over both nudges and the close of
 * August, and for a week over the end of October.
 */
const DOWNTIMES = [
  ['2026-04-07T17:00', '2026-04-10T10:00'],
  ['2026-06-22T18:00', '2026-06-25T15:00'],
  ['2026-09-01T18:10', '2026-09-04T18:10'],
  ['2026-10-26T08:00', '2026-11-02T10:15'],
] as const;

export interface Year {
  hall: Hall;
  reports: readonly Report[];
  visits: readonly Done[];
}

/** The twelve months of 2026. */
export async function liveYear(minutes = 1): Promise<Year> {
  const quarters = openQuarters('2026-01-01T00:01');
  const groups = new Set(demoGroups().map(({ chatId }) => chatId));
  const hall = openHall(createWalk(quarters, { groups, minutes }));
  await foundCity(quarters);
  // As in live traffic: every event may come twice.
  quarters.platform.faults.duplicateEvents = true;
  for (const [from, to] of DOWNTIMES) hall.off(from, to);
  const reports = seatLiaisons(hall);
  const visits = seatGroups(hall);
  seatOffices(hall);
  seatCadres(hall);
  await hall.until('2026-12-31T23:59');
  return { hall, reports, visits };
}
