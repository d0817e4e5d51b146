import { type SQL, sql } from 'drizzle-orm';
import { person } from '../../db/schema/index.ts';
import type { Reach } from './guard.ts';

/** Open_ids of people who hold a post at a unit of these levels; a column is compared with them. */
export function peopleOf({ levels }: Reach): SQL {
  return sql`(select g.open_id from "grant" g join unit u on u.code = g.unit
    where u.county in (select value from json_each(${JSON.stringify(levels)})))`;
}

/** Of an audit row's actor, as `kernel/actor.ts` writes it. */
export function openIdOf(actor: { getSQL(): SQL }): SQL {
  return sql`substr(${actor}, ${'person:'.length + 1})`;
}

/** Joins the person by key: an expression over `person` would read all of them for every row. */
export function isActor(actor: { getSQL(): SQL }): SQL {
  return sql`(${person.openId} = ${openIdOf(actor)} and ${actor} like 'person:%')`;
}
