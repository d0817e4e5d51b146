import { eq, sql } from 'drizzle-orm';
import { grant, person } from '../../db/schema/index.ts';
import { type Refusal, type Row, repeats, type Sheet, splitList, type World } from '../chat/sheet.ts';
import { ROLES } from '../kernel/actor.ts';
import { insertRows } from '../store/statement.ts';
import { roleOf } from './lexicon.ts';
import { personalNumberIn } from './rules/personal-number.ts';
import { personSheetWords as reasons, roleNames, tierNames } from './words.ts';

export const PERSON_SHEET = '人员';

export const personColumns = {
  name: '姓名',
  unit: '单位编码',
  openId: 'open_id',
  roles: '角色',
} as const;

const c = personColumns;

const OPEN_ID = /^[\w-]{1,64}$/;

/** Townships and villages only read and ask (BR-40); a coordinator's post there would open the whole county. */
const READ_ONLY_TIERS: readonly string[] = [tierNames.township, tierNames.village];

/**
 * One row per post. A row adds roles to the post and never takes one away: an import deletes nothing (contract 4).
 */
export const personSheet: Sheet = {
  name: PERSON_SHEET,
  columns: [
    { title: c.name, required: true },
    { title: c.unit, required: true },
    { title: c.openId, required: true },
    { title: c.roles, required: true },
  ],

  async check(_, rows, world) {
    const openIds = [
      ...new Set(rows.map((row) => row.cells[c.openId] ?? '').filter((id) => OPEN_ID.test(id))),
    ];
    const unknown = openIds.length > 0 ? await world.unknownPeople(openIds) : new Set<string>();
    return [
      ...rows.flatMap((row) => checkRow(row, world, unknown)),
      ...repeats(rows, postKey).map(({ row, first }) => refusal(row, c.unit, reasons.repeatedPost(first))),
      ...otherNames(rows),
    ];
  },

  async writes(ctx, rows) {
    const people = new Map(rows.map(({ cells }) => [cells[c.openId] ?? '', cells[c.name] ?? '']));
    const posts = rows.flatMap(({ cells }) =>
      splitList(cells[c.roles]).flatMap((name) => {
        const role = roleOf(name);
        return role ? [{ openId: cells[c.openId] ?? '', unit: cells[c.unit] ?? '', role }] : [];
      }),
    );
    return [
      ...insertRows(
        ctx.db,
        person,
        [...people].map(([openId, name]) => ({ openId, name })),
        (insert) => insert.onConflictDoUpdate({ target: person.openId, set: { name: sql`excluded.name` } }),
      ),
      ...insertRows(ctx.db, grant, posts, (insert) => insert.onConflictDoNothing()),
    ];
  },

  async dump(ctx) {
    const rows = await ctx.db
      .select({ name: person.name, openId: grant.openId, unit: grant.unit, role: grant.role })
      .from(grant)
      .innerJoin(person, eq(person.openId, grant.openId))
      .orderBy(grant.unit, grant.openId);
    const posts = Map.groupBy(rows, (row) => `${row.unit}\n${row.openId}`);
    return [...posts.values()].flatMap((post) =>
      post.slice(0, 1).map(({ name, openId, unit }) => ({
        [c.name]: name,
        [c.unit]: unit,
        [c.openId]: openId,
        [c.roles]: ROLES.filter((role) => post.some((row) => row.role === role))
          .map((role) => roleNames[role])
          .join('；'),
      })),
    );
  },
};

function checkRow(row: Row, world: World, unknown: ReadonlySet<string>): Refusal[] {
  const cell = (title: string) => row.cells[title] ?? '';
  const problems: Refusal[] = [];
  const refuse = (column: string, reason: string) => problems.push(refusal(row, column, reason));

  if (personalNumberIn(cell(c.name)) === 'phone') refuse(c.name, reasons.phone);
  const unit = world.units.get(cell(c.unit));
  if (cell(c.unit) && !unit) refuse(c.unit, reasons.unknownUnit(cell(c.unit)));

  const openId = cell(c.openId);
  const personal = personalNumberIn(openId);
  if (/^\+?\d+$/.test(openId) && personal === 'phone') refuse(c.openId, reasons.phone);
  // The import itself refuses identity numbers, in every sheet.
  else if (openId && !OPEN_ID.test(openId) && personal !== 'identity') refuse(c.openId, reasons.badOpenId);
  else if (unknown.has(openId)) refuse(c.openId, reasons.unknownPerson);

  for (const name of splitList(cell(c.roles))) {
    const role = roleOf(name);
    if (!role) refuse(c.roles, reasons.unknownRole(name));
    if (role === 'coordinator' && unit && READ_ONLY_TIERS.includes(unit.tier))
      refuse(c.roles, reasons.readOnlyTier(unit.tier));
  }
  return problems;
}

/** One person, one name. */
function otherNames(rows: readonly Row[]): Refusal[] {
  const named = new Map<string, Row>();
  return rows.flatMap((row) => {
    const openId = row.cells[c.openId] ?? '';
    const first = named.get(openId);
    if (openId && !first) named.set(openId, row);
    const differs = openId && first && first.cells[c.name] !== row.cells[c.name];
    return differs ? [refusal(row, c.name, reasons.otherName(first.number))] : [];
  });
}

function postKey({ cells }: Row): string {
  return cells[c.openId] && cells[c.unit] ? `${cells[c.openId]}\n${cells[c.unit]}` : '';
}

function refusal(row: Row, column: string, reason: string): Refusal {
  return { sheet: PERSON_SHEET, row: row.number, column, reason };
}
