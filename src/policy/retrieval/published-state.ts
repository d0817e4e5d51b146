import { sql } from 'drizzle-orm';
import { question } from '../../../db/schema/index.ts';
import type { Db, Statement } from '../../store/db.ts';

/** Every published text by number and revision. */
const state = sql<string>`(select coalesce(group_concat(number || ' ' || published_revision), '')
  from (select number, published_revision from question where published_revision is not null and enabled order by number))`;

/** Which texts are published: differs as soon as one is published or withdrawn. */
export async function readPublishedState(db: Db): Promise<string> {
  const [row] = await db.select({ state }).from(question).limit(1);
  return row?.state ?? '';
}

/** Aborts the effect as a conflict when something was published or withdrawn since. */
export function mustStillBePublished(read: string): Statement {
  return sql`insert into guard (ok) select 0 where ${state} <> ${read}`;
}
