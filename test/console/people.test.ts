import { describe, expect, it } from 'vitest';
import { grant, person } from '../../db/schema/index.ts';
import { formToken, openDesk, POSTS } from './desk.ts';
import { enrolLiaison } from './town.ts';

const POST = '/console/people/W01/posts/liaison/ou_W01';

async function town() {
  const desk = openDesk();
  await enrolLiaison(desk, 'B01', '市发改委', '');
  await enrolLiaison(desk, 'W01', '望泉县住建局', '望泉县');
  await desk.runtime.store.db.insert(person).values({ openId: 'ou_new', name: '柳文清' });
  return desk;
}

describe('units and posts', () => {
  it('each level has its own, in the order of the roster', async () => {
    const desk = await town();
    const city = await (await (await desk.as(POSTS.coordinator)).get('/console/people')).text();
    expect(city).toContain('市发改委');
    expect(city).not.toContain('望泉县住建局');
    const admin = await (await (await desk.as(POSTS.admin)).get('/console/people')).text();
    expect(admin).toContain('望泉县住建局');
  });

  it('a post is handed over on one page, which says what goes along', async () => {
    const desk = await town();
    const seat = await desk.as(POSTS.county);
    const csrf = await formToken(seat);
    expect(await (await seat.get(POST)).text()).toContain('会跟着岗位走的事');
    const wrong = await seat.post(`${POST}/hand-over`, { csrf, to: '无此人', day: '2026-06-01' });
    expect(wrong.status).toBe(422);
    const page = await wrong.text();
    for (const said of ['名册里没有', '不能早于今天', 'value="无此人"']) expect(page).toContain(said);
    const done = await seat.post(`${POST}/hand-over`, { csrf, to: '柳文清', day: '2026-06-22' });
    expect(done.headers.get('location')).toBe('/console/people/W01?done=handedOver');
    expect(await (await seat.get('/console/people/W01')).text()).toContain('柳文清');
    expect((await seat.get(POST)).status).toBe(404);
  });

  it("another county's units are not there, and nothing of them is changed", async () => {
    const desk = await town();
    const seat = await desk.as(POSTS.other);
    const csrf = await formToken(seat);
    for (const path of ['/console/people/W01', '/console/people/B01', POST])
      expect((await seat.get(path)).status, path).toBe(404);
    const forms = {
      name: '柳文清',
      openId: 'ou_new',
      role: 'liaison',
      to: '柳文清',
      day: '2026-06-22',
      sure: 'yes',
    };
    const before = await desk.runtime.store.db.select().from(grant);
    for (const path of ['/console/people/W01/posts', `${POST}/hand-over`, `${POST}/end`, `${POST}/keep`])
      expect((await seat.post(path, { csrf, ...forms })).status, path).toBe(403);
    expect(await desk.runtime.store.db.select().from(grant)).toEqual(before);
  });

  it("a unit's last liaison is let go only when that is meant", async () => {
    const desk = await town();
    const seat = await desk.as(POSTS.county);
    const csrf = await formToken(seat);
    expect((await seat.post(`${POST}/end`, { csrf })).status).toBe(422);
    expect((await seat.post(`${POST}/end`, { csrf, sure: 'yes' })).status).toBe(303);
  });
});
