import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { question, questionRevision } from '../../db/schema/index.ts';
import { cardText } from '../../src/chat/card-text.ts';
import { openDesk } from './desk.ts';

/** Monday 22 June 2026; 60 days later is 21 August. */
const MONDAY = '2026-06-22';

it.each<[string, string, string | null, boolean]>([
  ['on the sixtieth day', '2026-08-21', null, true],
  ['in the week before the next Monday’s sixtieth day', '2026-08-15', null, true],
  ['a week after it was told already', '2026-08-14', null, false],
  ['further away', '2026-08-22', null, false],
  ['for what never ends', '', null, false],
  ['when a check is due', '', '2026-06-20', true],
  ['when a check was due and told a week ago', '', '2026-06-15', false],
])('owners are reminded %s', async (_, validUntil, reviewBy, reminded) => {
  const desk = await openDesk({ at: '2026-06-18T10:00' });
  const { db } = desk.runtime.store;
  await db.update(questionRevision).set({ validUntil }).where(eq(questionRevision.number, 'WX01'));
  await db.update(question).set({ reviewBy }).where(eq(question.number, 'WX01'));
  desk.runtime.clock.set(`${MONDAY}T09:17`);
  await desk.runJob('policy.expiring', MONDAY);
  const told = await desk.queued('ou_gu');
  expect(told.map(({ key }) => key)).toEqual(reminded ? [`policy.expiring@${MONDAY}:ou_gu`] : []);
  if (reminded) expect(cardText(told[0]?.card as never)).toContain('“五小”是哪五小（WX01）');
  expect(await desk.queued('ou_ji')).toEqual([]);
});
