import { grant, person, unit } from '../../db/schema/index.ts';
import type { Tier } from '../../src/kernel/actor.ts';
import type { Desk } from './desk.ts';

/** A unit and its liaison, `ou_` and the unit's code. */
export async function enrolLiaison(
  { runtime }: Desk,
  code: string,
  name: string,
  county: string,
  tier: Tier = county === '' ? 'city-department' : 'county-department',
): Promise<string> {
  const { db, atomically } = runtime.store;
  const openId = `ou_${code}`;
  await atomically([
    db.insert(unit).values({ code, name, tier, county }),
    db.insert(person).values({ openId, name: `${name}联络员` }),
    db.insert(grant).values({ openId, unit: code, role: 'liaison' }),
  ]);
  return openId;
}
