import { describe, expect, it } from 'vitest';
import { card, GROUP, LIN, refusal, sendCard, text, type World, world } from './world.ts';

const DAY = 24 * 60;

/** With a new client: the cache of the SDK knows nothing of the virtual clock and would keep an expired token. */
function patch({ clientWith }: World, id: string, json: unknown) {
  return clientWith({}).im.v1.message.patch({
    path: { message_id: id },
    data: { content: typeof json === 'string' ? json : JSON.stringify(json) },
  });
}

function seen({ platform }: World, id: string) {
  const all = platform.view(LIN).chats.flatMap(({ messages }) => messages);
  return all.find((message) => message.id === id);
}

describe('B14 PATCH', () => {
  it('replaces the whole card, the last one wins, and keeps what it was', async () => {
    const w = await world();
    const id = await sendCard(w, LIN, card('一', { 确认: { v: 1 } }));
    expect(await patch(w, id, card('二'))).toMatchObject({ code: 0, data: {} });
    await patch(w, id, card('三'));
    expect(seen(w, id)).toMatchObject({ updates: 2, text: '三（摘要）', card: card('三') });
    expect(seen(w, id)?.history.map((each) => each.text)).toEqual(['一（摘要）', '二（摘要）']);
  });

  it('only cards, only own ones, only such as exist', async () => {
    const w = await world();
    const { data } = await w.client.im.v1.message.create({
      params: { receive_id_type: 'open_id' },
      data: { receive_id: LIN, ...text('x') },
    });
    expect(await refusal(patch(w, data?.message_id ?? '', card('二')))).toMatchObject({ code: 230001 });
    const said = await w.platform.users.say(LIN, 'x');
    expect(await refusal(patch(w, said, card('二')))).toMatchObject({ code: 230001 });
    expect(await refusal(patch(w, 'om_unknown', card('二')))).toMatchObject({ code: 231003 });
    expect(await refusal(patch(w, 'nonsense', card('二')))).toMatchObject({ code: 230001 });
  });

  it('not when recalled, not after 14 days', async () => {
    const w = await world();
    const id = await sendCard(w, LIN, card('一'));
    w.clock.advance(14 * DAY);
    await patch(w, id, card('二'));
    w.clock.advance(1);
    expect(await refusal(patch(w, id, card('三')))).toMatchObject({ code: 230031 });
    const late = { ...w, client: w.clientWith({}) };
    const other = await sendCard(late, LIN, card('一'));
    await late.client.im.v1.message.delete({ path: { message_id: other } });
    expect(await refusal(patch(w, other, card('二')))).toMatchObject({ code: 230011 });
  });

  it('update_multi stands explicitly in both cards', async () => {
    const w = await world();
    const silent = { ...card('一'), config: {} };
    const before = await sendCard(w, LIN, silent);
    expect(await refusal(patch(w, before, card('二')))).toMatchObject({ status: 400 });
    const id = await sendCard(w, LIN, card('一'));
    expect(await refusal(patch(w, id, silent))).toMatchObject({ status: 400 });
    expect(seen(w, id)?.updates).toBe(0);
  });

  it('5 a second to one message', async () => {
    const w = await world();
    const id = await sendCard(w, LIN, card('一'));
    for (let i = 0; i < 5; i += 1) await patch(w, id, card(`${i}`));
    expect(await refusal(patch(w, id, card('x')))).toMatchObject({ code: 230020 });
    w.clock.advance(1 / 60);
    await patch(w, id, card('y'));
    expect(seen(w, id)?.updates).toBe(6);
  });

  it('refuses bad and large cards, and the bot that has left', async () => {
    const w = await world();
    const id = await sendCard(w, LIN, card('一'));
    expect(await refusal(patch(w, id, 'x'))).toMatchObject({ code: 230001 });
    expect(await refusal(patch(w, id, card('x', {}, [{ tag: 'note' }])))).toMatchObject({ code: 230099 });
    expect(await refusal(patch(w, id, card('字'.repeat(10_300))))).toMatchObject({ code: 230025 });
    const inGroup = await sendCard(w, GROUP, card('一'));
    await w.platform.users.removeBotFromGroup(LIN, GROUP);
    expect(await refusal(patch(w, inGroup, card('二')))).toMatchObject({ code: 230002 });
  });
});

describe('B15 recall and edit', () => {
  it('own messages once, within the time the tenant allows', async () => {
    const w = await world();
    const recall = (id: string) => w.clientWith({}).im.v1.message.delete({ path: { message_id: id } });
    const id = await sendCard(w, LIN, card('一'));
    await recall(id);
    expect(seen(w, id)).toMatchObject({ recalled: true, text: '' });
    expect(await refusal(recall(id))).toMatchObject({ code: 230110 });
    expect(await refusal(recall(await w.platform.users.say(LIN, 'x')))).toMatchObject({ code: 230026 });
    const old = await sendCard(w, LIN, card('一'));
    w.clock.advance(DAY + 1);
    expect(await refusal(recall(old))).toMatchObject({ code: 230009 });
    const got = await w.clientWith({}).im.v1.message.get({ path: { message_id: id } });
    expect(got.data?.items?.[0]).toMatchObject({ message_id: id, deleted: true });
  });

  it('a text can be edited twenty times', async () => {
    const w = await world();
    const { data } = await w.client.im.v1.message.create({
      params: { receive_id_type: 'open_id' },
      data: { receive_id: LIN, ...text('0') },
    });
    const id = data?.message_id ?? '';
    const edit = (words: string) =>
      w.client.im.v1.message.update({ path: { message_id: id }, data: text(words) });
    for (let i = 1; i <= 20; i += 1) await edit(`${i}`);
    expect(await refusal(edit('21'))).toMatchObject({ code: 230072 });
    expect(seen(w, id)?.text).toBe('20');
  });

  it('a reaction of the bot is seen', async () => {
    const w = await world();
    const id = await w.platform.users.say(LIN, '好');
    await w.client.im.v1.messageReaction.create({
      path: { message_id: id },
      data: { reaction_type: { emoji_type: 'OK' } },
    });
    expect(seen(w, id)?.reactions).toEqual([{ openId: w.platform.settings.botOpenId, emoji: 'OK' }]);
  });
});

describe('B19 the delayed update', () => {
  async function afterClick() {
    const w = await world();
    const id = await sendCard(w, LIN, card('一', { 确认: {} }));
    await w.platform.users.click(LIN, id, '确认');
    const token = w.bot.only('card.action.trigger').body.event.token;
    const update = async (json: unknown = card('后来'), by = token) =>
      (await w.call('POST', '/open-apis/interactive/v1/card/update', { token: by, card: json })).body.code;
    return { w, id, update };
  }

  it('works twice, within 30 minutes', async () => {
    const { w, id, update } = await afterClick();
    expect([await update(), await update(), await update()]).toEqual([0, 0, 300040]);
    expect(seen(w, id)).toMatchObject({ updates: 2, text: '后来（摘要）' });
    const late = await afterClick();
    late.w.clock.advance(31);
    expect(await late.update()).toBe(300030);
  });

  it('not with a foreign or malformed token, not to 1.0, not after a recall', async () => {
    const { w, id, update } = await afterClick();
    expect(await update(card('x'), 'c-unknown')).toBe(200310);
    expect(await update(card('x'), 'nonsense')).toBe(300020);
    expect(await update({ elements: [] })).toBe(200830);
    await w.client.im.v1.message.delete({ path: { message_id: id } });
    expect(await update()).toBe(200000);
  });

  it('before the callback was answered it is overwritten by the answer', async () => {
    const w = await world();
    const id = await sendCard(w, LIN, card('一', { 确认: {} }));
    w.bot.answer = () => ({ after: 100, body: { card: { type: 'raw', data: card('回答') } } });
    const click = w.platform.users.click(LIN, id, '确认');
    while (w.bot.deliveries.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    const token = w.bot.only('card.action.trigger').body.event.token;
    await w.call('POST', '/open-apis/interactive/v1/card/update', { token, card: card('抢先') });
    await click;
    expect(seen(w, id)).toMatchObject({ updates: 2, text: '回答（摘要）' });
  });
});
