import { describe, expect, it } from 'vitest';
import { grant } from '../../db/schema/index.ts';
import { ACCESS, type RouteName } from '../../src/console/guard.ts';
import { ROLES, TIERS } from '../../src/kernel/actor.ts';
import { formToken, openDesk, POSTS } from './desk.ts';

/** Who may open what, as the office would write it down; everything that is not here is refused. */
const MAY: Record<string, RouteName[]> = {
  admin: [
    'home',
    'questions',
    'questionsExport',
    'question',
    'outbox',
    'outboxExport',
    'audit',
    'auditExport',
  ],
  coordinator: [
    'home',
    'questions',
    'questionsExport',
    'question',
    'outbox',
    'outboxExport',
    'audit',
    'auditExport',
  ],
  editor: ['home', 'questions', 'questionsExport', 'question'],
  approver: ['home', 'questions', 'questionsExport', 'question'],
};

const READS = (Object.keys(ACCESS) as RouteName[]).filter((name) => ACCESS[name].method === 'GET');
const addressOf = (name: RouteName) => ACCESS[name].path.replace(':number', 'Q-1');

describe('every address × every role × every kind of unit × city, county and county installation', () => {
  it.each(ROLES)(
    '%s',
    async (role) => {
      for (const tier of TIERS)
        for (const county of ['', '望泉县'])
          for (const level of ['city', 'county'] as const) {
            const desk = openDesk({ level });
            const seat = await desk.as({ role, tier, county });
            const readsOnly = tier === 'township' || tier === 'village';
            const may = readsOnly ? [] : (MAY[role] ?? []);
            for (const name of READS) {
              const { status, headers } = await seat.get(addressOf(name));
              const where = `${role} of ${tier} in ${county || 'city'}, ${level}: ${name}`;
              // There is no Q-1: whoever may ask is told so, everybody else learns nothing.
              if (may.includes(name)) expect(status, where).toBe(name === 'question' ? 404 : 200);
              else if (may.length > 0) expect(status, where).toBe(403);
              else
                expect([status, headers.get('location')?.split('?')[0]], where).toEqual([
                  302,
                  '/console/login',
                ]);
            }
          }
    },
    60_000,
  );
});

it('without a session every address leads to the login, and writes are refused', async () => {
  const desk = openDesk();
  for (const name of READS) {
    const response = await desk.browser().get(addressOf(name));
    expect(response.status, name).toBe(302);
    expect(response.headers.get('location'), name).toMatch(/^\/console\/login\?to=/);
  }
  for (const { method, path } of Object.values(ACCESS)) {
    if (method !== 'POST') continue;
    const response = await desk.browser().post(path);
    expect(response.status, `${method} ${path}`).toBe(401);
  }
  expect((await desk.browser().get('/console/nowhere')).status).toBe(302);
});

it('what the guard does not list is not there, for whoever is signed in', async () => {
  const desk = openDesk();
  const seat = await desk.as(POSTS.admin);
  expect((await seat.get('/console/nowhere')).status).toBe(404);
  const csrf = await formToken(seat);
  expect((await seat.post('/console/questions', { csrf })).status).toBe(404);
});

it('a post that was taken away is gone with the next click', async () => {
  const desk = openDesk();
  const seat = await desk.as(POSTS.editor, 'ou_editor');
  expect((await seat.get('/console/questions')).status).toBe(200);
  await desk.runtime.store.atomically([desk.runtime.store.db.delete(grant)]);
  expect((await seat.get('/console/questions')).headers.get('location')).toMatch(/^\/console\/login\?/);
});

it('nobody outside the trial list signs in before the filing (BR-02); bootstrap administrators do', async () => {
  const desk = openDesk({ filingNumber: '', bootstrapAdmins: ['ou_first'], trialOpenIds: ['ou_trial'] });
  await desk.enrol(POSTS.coordinator, 'ou_any');
  await desk.enrol(POSTS.coordinator, 'ou_trial');
  const statusOf = async (openId: string) => (await desk.browser().signIn(openId)).status;
  expect(await statusOf('ou_any')).toBe(403);
  expect(await statusOf('ou_trial')).toBe(302);
  expect(await statusOf('ou_first')).toBe(302);
});
