import { type SQL, sql } from 'drizzle-orm';
import { unit } from '../../db/schema/index.ts';

/** Whose entries: the asker's units, and the counties these lie in. */
export interface Scope {
  units: readonly string[];
  /** Names of counties; none at city level. */
  counties?: readonly string[];
}

/** Units a code of which makes an entry theirs: their own, and the offices of their county, which stand for all of it. */
export function codesOf({ units, counties = [] }: Scope): SQL {
  const own = sql`select value from json_each(${JSON.stringify(units)})`;
  if (counties.length === 0) return own;
  return sql`${own} union select ${sql.raw('code')} from ${unit}
    where tier = 'office' and county in (select value from json_each(${JSON.stringify(counties)}))`;
}

/** True where the codes in this column, a JSON array or nothing, are none or name the scope. */
export function isMeantFor(column: SQL, scope: Scope): SQL {
  return sql`(${column} in ('', '[]') or exists (
    select 1 from json_each(${column}) as meant where meant.value in (${codesOf(scope)})))`;
}
