import { eq, or } from 'drizzle-orm';
import { person } from '../../db/schema/index.ts';
import type { Db } from '../store/db.ts';
import { postWords as words } from './words-posts.ts';

export interface Found {
  openId: string;
  name: string;
}

/** Somebody on the roster by name or open_id; a sentence about it when there is nobody, or more than one. */
export async function findPersonBy(db: Db, typed: string): Promise<Found | { problem: string }> {
  if (typed === '') return { problem: words.noPerson };
  const rows = await db
    .select({ openId: person.openId, name: person.name, gone: person.gone })
    .from(person)
    .where(or(eq(person.name, typed), eq(person.openId, typed)))
    .orderBy(person.openId);
  const here = rows.filter(({ gone }) => !gone);
  const [one, ...others] = here;
  if (!one) return { problem: rows.length > 0 ? words.goneByThen(typed) : words.unknownPerson(typed) };
  if (others.length > 0)
    return {
      problem: words.several(
        typed,
        here.map(({ openId }) => openId),
      ),
    };
  return { openId: one.openId, name: one.name };
}
