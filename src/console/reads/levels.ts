import { type SQL, sql } from 'drizzle-orm';
import type { Reach } from '../guard.ts';

/** Open_ids of people who hold a post at a unit of these levels; a column is compared with them. */
export function peopleOf({ levels }: Reach): SQL {
  return sql`(select g.open_id from "grant" g join unit u on u.code = g.unit
    where u.county in (select value from json_each(${JSON.stringify(levels)})))`;
}
