import { and, desc, eq, gte } from 'drizzle-orm';
import { questionMiss } from '../../../db/schema/index.ts';
import { addDays, dayOf } from '../../kernel/day.ts';
import type { Ctx } from '../../store/context.ts';
import type { Db, Statement } from '../../store/db.ts';
import { inList, mustChange } from '../../store/statement.ts';
import { readSynonyms } from '../retrieval/synonyms.ts';
import { groupAlike, type Miss, type MissGroup } from './rules/alike.ts';

/** What was asked within a week is still wanted. */
const WANTED_DAYS = 7;

/** Wordings looked at, the most frequent ones. */
const LOOKED_AT = 500;

/** Groups that nobody has made a draft of, the most wanted first, as of this day. */
export async function findWanted(db: Db, now: number): Promise<MissGroup[]> {
  return (await findGroups(db, now)).filter(({ members }) => members.every(({ handled }) => !handled));
}

async function findGroups(db: Db, now: number): Promise<MissGroup[]> {
  const rows = await db
    .select()
    .from(questionMiss)
    .where(gte(questionMiss.lastDay, addDays(dayOf(now), -WANTED_DAYS)))
    .orderBy(desc(questionMiss.times), questionMiss.text)
    .limit(LOOKED_AT);
  return groupAlike(rows, (await readSynonyms(db)).words);
}

export async function findMiss(db: Db, id: string): Promise<Miss | undefined> {
  const [row] = await db.select().from(questionMiss).where(eq(questionMiss.id, id));
  return row;
}

/** All wordings of this wish are done with; somebody else who was quicker is noticed. */
export async function handledWrites({ db, now }: Ctx, miss: Miss): Promise<Statement[]> {
  const group = (await findGroups(db, now)).find(({ members }) => members.some(({ id }) => id === miss.id));
  const others = (group?.members ?? []).filter(({ id, handled }) => id !== miss.id && !handled);
  return [
    db
      .update(questionMiss)
      .set({ handled: true })
      .where(and(eq(questionMiss.id, miss.id), eq(questionMiss.handled, false))),
    mustChange(),
    db
      .update(questionMiss)
      .set({ handled: true })
      .where(
        inList(
          questionMiss.id,
          others.map(({ id }) => id),
        ),
      ),
  ];
}
