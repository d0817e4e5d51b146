import { describe, expect, it } from 'vitest';
import { grant } from '../../db/schema/index.ts';
import { ACCESS, type RouteName, reachOf } from '../../src/console/guard.ts';
import { ROLES, type Role, TIERS } from '../../src/kernel/actor.ts';
import { testHost } from '../support/ctx.ts';
import { formToken, openDesk, POSTS } from './desk.ts';

/** Who may open what, as the office would write it down; everything that is not here is refused. */
const MAY: Record<RouteName, readonly Role[] | 'whoever has a desk'> = {
  home: 'whoever has a desk',
  questions: ['editor', 'approver', 'coordinator', 'admin'],
  questionsExport: ['editor', 'approver', 'coordinator', 'admin'],
  question: ['editor', 'approver', 'coordinator', 'admin'],
  questionNew: ['editor'],
  questionCreate: ['editor'],
  questionPreview: ['editor'],
  questionCompare: ['editor', 'approver', 'coordinator', 'admin'],
  questionEdit: ['editor'],
  questionChange: ['editor'],
  questionSubmit: ['editor'],
  questionTry: ['editor', 'approver'],
  questionPhrasing: ['editor'],
  questionReviews: ['editor', 'approver'],
  questionReviewsExport: ['editor', 'approver'],
  questionReview: ['editor', 'approver'],
  questionApprove: ['approver'],
  questionReturn: ['approver'],
  questionRestore: ['editor'],
  questionRecheck: ['editor'],
  questionReplace: ['editor'],
  questionWithdraw: ['editor', 'approver'],
  counts: ['coordinator'],
  countsExport: ['coordinator'],
  round: ['coordinator'],
  roundExport: ['coordinator'],
  roundRemind: ['coordinator'],
  roundResend: ['coordinator'],
  plans: ['coordinator'],
  plansExport: ['coordinator'],
  plan: ['coordinator'],
  planAdjust: ['coordinator'],
  countsFigures: ['coordinator'],
  countsFiguresExport: ['coordinator'],
  countingRules: ['coordinator'],
  countingRuleAdd: ['coordinator'],
  standards: ['editor', 'approver', 'coordinator', 'admin'],
  standardsExport: ['editor', 'approver', 'coordinator', 'admin'],
  standard: ['editor', 'approver', 'coordinator', 'admin'],
  standardTable: ['editor', 'coordinator', 'admin'],
  standardSave: ['editor', 'coordinator', 'admin'],
  standardChange: ['editor', 'approver', 'coordinator', 'admin'],
  standardDecide: ['editor', 'approver', 'coordinator', 'admin'],
  voice: ['coordinator', 'admin'],
  voiceExport: ['coordinator', 'admin'],
  voiceItem: ['coordinator', 'admin'],
  voiceReply: ['coordinator', 'admin'],
  visits: ['cadre-office'],
  visitsExport: ['cadre-office'],
  visitGroups: ['cadre-office'],
  visitMove: ['cadre-office'],
  visitLiaison: ['cadre-office'],
  visitLift: ['cadre-office'],
  visitDrop: ['cadre-office'],
  people: ['coordinator', 'admin'],
  peopleExport: ['coordinator', 'admin'],
  unit: ['coordinator', 'admin'],
  postGive: ['coordinator', 'admin'],
  post: ['coordinator', 'admin'],
  postHandOver: ['coordinator', 'admin'],
  postDrop: ['coordinator', 'admin'],
  postEnd: ['coordinator', 'admin'],
  outbox: ['coordinator', 'admin'],
  outboxExport: ['coordinator', 'admin'],
  outboxResend: ['coordinator', 'admin'],
  audit: ['coordinator', 'admin'],
  auditExport: ['coordinator', 'admin'],
  signOut: 'whoever has a desk',
  signOutEverywhere: 'whoever has a desk',
};

const DESKS = ROLES.filter((role) => Object.values(MAY).some((may) => may.includes(role)));
const NAMES = Object.keys(ACCESS) as RouteName[];
const READS = NAMES.filter((name) => ACCESS[name].method === 'GET');
/** Of a thing that does not exist. */
const addressOf = (name: RouteName) => ACCESS[name].path.replaceAll(/:\w+/g, 'none');

const isAllowed = (name: RouteName, role: Role) =>
  MAY[name] === 'whoever has a desk' ? DESKS.includes(role) : MAY[name].includes(role);

it('every address × every role × every kind of unit × city, county and county installation', () => {
  for (const role of ROLES)
    for (const tier of TIERS)
      for (const county of ['', '望泉县'])
        for (const level of ['city', 'county'] as const) {
          const actor = { kind: 'person' as const, openId: 'ou_1', name: '周正言', grants: [] };
          const grants = [{ role, tier, county, unit: 'U-1' }];
          const onlyReads = tier === 'township' || tier === 'village';
          for (const name of NAMES)
            expect(
              reachOf({ ...actor, grants }, name, { ...testHost, level }) !== undefined,
              `${role} of ${tier} in ${county || 'city'}, ${level}: ${name}`,
            ).toBe(!onlyReads && isAllowed(name, role));
        }
});

describe('the same through the door', () => {
  it.each(ROLES)('%s', async (role) => {
    const desk = openDesk();
    const seat = await desk.as({ role, tier: 'office', county: '' });
    const csrf = DESKS.includes(role) ? await formToken(seat) : '';
    for (const name of NAMES) {
      if (name === 'signOut' || name === 'signOutEverywhere') continue;
      const { status } = READS.includes(name)
        ? await seat.get(addressOf(name))
        : await seat.post(addressOf(name), { csrf });
      // What an address with nothing behind it answers is the page's affair; it must not be a refusal or a fault.
      if (isAllowed(name, role)) expect([200, 303, 404, 409, 422], name).toContain(status);
      else if (DESKS.includes(role)) expect(status, name).toBe(403);
      else expect(status, name).toBe(READS.includes(name) ? 302 : 401);
    }
  });
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
