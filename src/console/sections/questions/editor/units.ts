import { or } from 'drizzle-orm';
import { unit } from '../../../../../db/schema/index.ts';
import type { Ctx } from '../../../../store/context.ts';
import { inList } from '../../../../store/statement.ts';

/** Names become codes where they mean one unit; the rest stays as it is, for the verb to say what is wrong with it. */
export async function codesOfUnits({ db }: Ctx, typed: readonly string[]): Promise<string[]> {
  if (typed.length === 0) return [];
  const rows = await db
    .select({ code: unit.code, name: unit.name })
    .from(unit)
    .where(or(inList(unit.name, typed), inList(unit.code, typed)));
  const codes = new Set(rows.map(({ code }) => code));
  return typed.map((one) => {
    if (codes.has(one)) return one;
    const named = rows.filter(({ name }) => name === one);
    return named.length === 1 ? (named[0]?.code ?? one) : one;
  });
}

/** Names where they mean one unit, as people read them; else the code. */
export async function namesOfUnits({ db }: Ctx, codes: readonly string[]): Promise<string[]> {
  if (codes.length === 0) return [];
  const own = await db
    .select({ code: unit.code, name: unit.name })
    .from(unit)
    .where(inList(unit.code, codes));
  const names = own.map(({ name }) => name);
  const alike = await db.select({ name: unit.name }).from(unit).where(inList(unit.name, names));
  const isUnique = (name: string) => alike.filter((row) => row.name === name).length === 1;
  return codes.map((code) => {
    const name = own.find((row) => row.code === code)?.name;
    return name !== undefined && isUnique(name) ? name : code;
  });
}
