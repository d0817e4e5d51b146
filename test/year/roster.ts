import { demoPosts } from '../../db/seed/demo/people.ts';
import { demoUnits } from '../../db/seed/demo/units.ts';
import { desks } from './desks.ts';
import { newGroupLiaison } from './groups.ts';

/** Who is who, as the city's own book says it. */

const units = new Map(demoUnits.map((unit) => [unit.code, unit]));
const posts = Map.groupBy(demoPosts(), ({ openId }) => openId);

const BELOW = ['乡镇街道', '村社区'];

/** Those whose only posts lie in townships, subdistricts and villages. */
export const townshipPeople: ReadonlySet<string> = new Set(
  [...posts]
    .filter(([, held]) => held.every(({ unit }) => BELOW.includes(units.get(unit)?.tier ?? '')))
    .map(([openId]) => openId),
);

/** In the order of the table; whoever has several stands at the first. */
export const ROLES = [
  '联络员',
  '统筹员',
  '考察组联络员',
  '干部科管理员',
  '核稿岗',
  '政策编辑',
  '政策审核',
  '系统管理员',
  '乡镇、村干部',
  '未登记的人',
];

export function roleOf(openId: string): string {
  if (townshipPeople.has(openId)) return '乡镇、村干部';
  if (openId === newGroupLiaison.openId) return '考察组联络员';
  if (desks.some((desk) => desk.openId === openId)) return '联络员';
  const held = (posts.get(openId) ?? []).flatMap(({ roles }) => roles);
  return ROLES.find((role) => held.includes(role)) ?? '未登记的人';
}

/** Levels in which somebody has a post above the townships; the city is ''. */
export function levelsOf(openId: string): string[] {
  const own = (posts.get(openId) ?? []).map(({ unit }) => unit);
  const newcomer = desks.filter((desk) => desk.openId === openId).map(({ unit }) => unit);
  return [...own, ...newcomer]
    .map((code) => units.get(code))
    .filter((unit) => unit !== undefined && !BELOW.includes(unit.tier))
    .map((unit) => unit?.county ?? '');
}
