import { beforeEach, describe, expect, it } from 'vitest';
import { setting, unit, visitGroup, visitPoint } from '../../db/schema/index.ts';
import { type Actor, ROLES, type Role } from '../../src/kernel/actor.ts';
import { AppError } from '../../src/kernel/errors.ts';
import { visits } from '../../src/visits/index.ts';
import { showCoverage } from '../../src/visits/verbs/show-coverage.ts';
import { showGroups } from '../../src/visits/verbs/show-groups.ts';
import { person, type TestRuntime } from '../support/ctx.ts';
import { click, run, say, seat, visitsWorld } from './world.ts';

const H1 = '2026-H1';

/**
 * Three groups: 2 (Lin) and 10 (Su) in 望泉县, 11 (Ruan) in 平桥县. Every role holder sits at the city's organisation
 * department; a cadre office may also be a county's.
 */
async function world(): Promise<TestRuntime> {
  const runtime = await visitsWorld();
  const { db } = runtime.store;
  await db.insert(unit).values([
    ...['T7', 'T8'].map((code) => ({ code, name: `${code}乡`, tier: 'township' as const, county: '平桥县' })),
    ...['望泉县', '平桥县'].map((county, i) => ({
      code: `K${i + 1}`,
      name: `${county}委组织部`,
      tier: 'county-department' as const,
      county,
    })),
  ]);
  await db.insert(visitGroup).values({ number: '11', liaison: 'ou_ruan' });
  await db.insert(visitPoint).values(['T7', 'T8'].map((code) => ({ unit: code, group: '11' })));
  await db
    .insert(setting)
    .values({ key: 'visits.group-count', value: '3' })
    .onConflictDoUpdate({ target: setting.key, set: { value: '3' } });
  await seat(runtime, lan);
  return runtime;
}

const city = { unit: 'C1', tier: 'city-department', county: '' } as const;
const holder = (role: Role): Actor => person('ou_someone', '方启明', { role, ...city });
const countyOffice = (i: number, county: string): Actor =>
  person('ou_county', '方启明', { role: 'cadre-office', unit: `K${i}`, tier: 'county-department', county });
const lan = {
  kind: 'person' as const,
  openId: 'ou_lan',
  name: '兰若水',
  grants: [{ role: 'group-liaison' as const, ...city }],
};

const lin: Actor = person('ou_lin', '林知远', { role: 'group-liaison', ...city });
const roles: [who: string, actor: Actor][] = [
  ['liaison of group 2', lin],
  ['liaison of another group', lan],
  ...ROLES.filter((role) => role !== 'group-liaison').map((role): [string, Actor] => [role, holder(role)]),
  ['cadre-office of 望泉县', countyOffice(1, '望泉县')],
  ['cadre-office of 平桥县', countyOffice(2, '平桥县')],
  ['nobody', person('ou_nobody', '无名')],
];

/** What each verb is tried on: the group of 望泉县 that Lin has, another one there, and the one of 平桥县. */
const own = { unit: 'T1', group: '2' };
const other = { unit: 'T3', group: '10' };
const otherCounty = { unit: 'T7', group: '11' };
type On = typeof own;

const verbs: Record<string, (runtime: TestRuntime, actor: Actor, on: On) => Promise<unknown>> = {
  record: (r, actor, { unit: code }) => click(r, actor, 'record', { unit: code, half: H1, kind: 'both' }),
  backdate: (r, actor, { unit: code }) =>
    click(r, actor, 'backdate', { half: H1 }, { unit: code, kind: 'visit', day: '2026-05-08' }),
  amend: async (r, actor, { unit: code, group }) => {
    const liaison = { '2': 'ou_lin', '10': 'ou_su', '11': 'ou_ruan' }[group] ?? '';
    const holds = person(liaison, '', { role: 'group-liaison', ...city });
    await click(r, holds, 'record', { unit: code, half: H1, kind: 'visit' });
    await click(r, actor, 'amend', { half: H1 }, { record: `${code}:visit`, how: 'withdraw' });
  },
  move: (r, actor, { unit: code, group }) =>
    click(r, actor, 'move', {}, { unit: code, to: `group:${group === '2' ? '10' : '2'}` }),
  liaison: (r, actor, { group }) => click(r, actor, 'liaison', {}, { group, liaison: 'ou_lan' }),
  lift: (r, actor, { group, unit: code }) => click(r, actor, 'lift', { group, unit: code }),
};

const everywhere = ['own', 'other', 'other county'];
/** Verb → who → where it is allowed; everybody and everything that is not here is refused. */
const allowed: Record<string, Record<string, string[]>> = {
  record: { 'liaison of group 2': ['own'] },
  backdate: { 'liaison of group 2': ['own'] },
  amend: { 'liaison of group 2': ['own'] },
  // Group 11's points would leave their county: that is the city's to decide.
  move: { 'cadre-office': everywhere, 'cadre-office of 望泉县': ['own', 'other'] },
  liaison: {
    'cadre-office': everywhere,
    'cadre-office of 望泉县': ['own', 'other'],
    'cadre-office of 平桥县': ['other county'],
  },
  lift: {
    'cadre-office': everywhere,
    'cadre-office of 望泉县': ['own', 'other'],
    'cadre-office of 平桥县': ['other county'],
  },
};

const matrix = Object.keys(verbs).flatMap((verb) =>
  roles.flatMap(([who, actor]) =>
    Object.entries({ own, other, 'other county': otherCounty }).map(
      ([where, on]) =>
        [verb, who, where, allowed[verb]?.[who]?.includes(where) ? 'may' : 'may not', actor, on] as const,
    ),
  ),
);

let runtime: TestRuntime;
beforeEach(async () => {
  runtime = await world();
});

describe('role × verb × own group, another one, another county', () => {
  it.each(matrix)('%s: %s, %s: %s', async (verb, _who, _where, answer, actor, on) => {
    const attempt = Promise.resolve(verbs[verb]?.(runtime, actor, on)).then(
      () => 'may',
      (error: unknown) => {
        expect(error).toBeInstanceOf(AppError);
        expect((error as AppError).code).toBe('forbidden');
        expect((error as AppError).text).toMatch(/办理|联络员|干部科管理员/);
        return 'may not';
      },
    );
    expect(await attempt).toBe(answer);
  });

  it('every action of the feature is in the matrix or shows only', () => {
    expect(Object.keys(visits.actions ?? {}).sort()).toEqual(
      [...Object.keys(verbs), 'drop', 'groups', 'show'].sort(),
    );
  });
});

describe('what is seen', () => {
  const seen = (actor: Actor) =>
    run(runtime, actor, (ctx) => showCoverage(ctx, { half: H1 })).then(
      ({ groups, total, gaps }) => ({ groups: groups.map(({ number }) => number), due: total.due, gaps }),
      (error: AppError) => error.code,
    );

  it.each(roles.filter(([who]) => !who.startsWith('cadre-office')))(
    'nothing of coverage by %s',
    async (_, actor) => {
      expect(await seen(actor)).toBe('forbidden');
      await expect(run(runtime, actor, showGroups)).rejects.toMatchObject({ code: 'forbidden' });
      for (const as of ['list', 'move', 'liaison'])
        await expect(click(runtime, actor, 'groups', { as })).rejects.toMatchObject({ code: 'forbidden' });
      await expect(click(runtime, actor, 'drop', { group: '11' })).rejects.toMatchObject({
        code: 'forbidden',
      });
    },
  );

  it('all of it by the city’s cadre office and at the command line', async () => {
    const all = { groups: ['2', '10', '11'], due: 14, gaps: { unassigned: ['北岗镇'] } };
    expect(await seen(holder('cadre-office'))).toMatchObject(all);
    expect(await seen({ kind: 'cli', name: 'report' })).toMatchObject(all);
  });

  it('its own county by a county’s', async () => {
    expect(await seen(countyOffice(1, '望泉县'))).toMatchObject({
      groups: ['2', '10'],
      due: 10,
      gaps: { unassigned: ['北岗镇'] },
    });
    const pingqiao = await seen(countyOffice(2, '平桥县'));
    expect(pingqiao).toMatchObject({ groups: ['11'], due: 4 });
    expect(JSON.stringify(pingqiao)).not.toMatch(/北岗镇|number/);
    const { groups, points } = await run(runtime, countyOffice(2, '平桥县'), showGroups);
    expect([groups.map(({ number }) => number), points.map(({ unit: code }) => code)]).toEqual([
      ['11'],
      ['T7', 'T8'],
    ]);
  });

  it('duties only by the liaison whose group it is', async () => {
    for (const [who, actor] of roles) {
      const card = say(runtime, actor, '走访登记');
      if (who === 'liaison of group 2') expect((await card).subtitle).toContain('第2组');
      else await expect(card, who).rejects.toMatchObject({ code: 'not_found' });
    }
  });

  it('the number of groups and whole groups are the city’s business', async () => {
    const county = countyOffice(1, '望泉县');
    await expect(say(runtime, county, '考察组数 9')).rejects.toMatchObject({ code: 'forbidden' });
    await expect(click(runtime, county, 'drop', { group: '2' })).rejects.toMatchObject({ code: 'forbidden' });
  });
});
