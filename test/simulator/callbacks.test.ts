import { describe, expect, it } from 'vitest';
import responses from '../feishu/fixtures/card_callback_responses.json' with { type: 'json' };
import type { BotAnswer } from './fake-bot.ts';
import { card, GROUP, HURRIED, LIN, QIU, SLOW, sendCard, type World, world } from './world.ts';

const TRIGGER = 'card.action.trigger';
const BEFORE = card('原来的卡片', { 确认: { cmd: 'confirm' } });
const AFTER = card('新的卡片');

async function clicked(answer: BotAnswer, prepare: (w: World) => void = () => {}) {
  const w = await world(answer.after === undefined ? {} : HURRIED);
  prepare(w);
  const id = await sendCard(w, LIN, BEFORE);
  w.bot.answer = () => answer;
  const result = await w.platform.users.click(LIN, id, '确认');
  const message = w.platform.view(LIN).chats.flatMap((chat) => chat.messages)[0];
  return { w, result, message };
}

describe('A10 the callback', () => {
  it('is sent once, with microseconds and the Verification Token', async () => {
    const { w } = await clicked({});
    const { header, event } = w.bot.only(TRIGGER).body;
    expect(header.create_time).toBe(`${w.clock.now()}000`);
    expect(header.token).toBe('Vt0kFict10nalExampleToken012345');
    expect(event.token).toMatch(/^c-[0-9a-f]{40}$/);
    expect(event).toMatchObject({
      operator: { open_id: LIN },
      action: { tag: 'button' },
      host: 'im_message',
    });
  });

  it.each<[string, BotAnswer, number]>([
    ['too slow', { after: SLOW }, 200341],
    ['no connection', { reset: true }, 200342],
    ['500', { status: 500 }, 200671],
    ['a redirect', { status: 302, location: '/elsewhere' }, 200671],
    ['not JSON', { body: 'ok' }, 200672],
    ['a list', { body: [] }, 200672],
  ])('%s shows a client error and is never sent again', async (_, answer, errorCode) => {
    const { w, result, message } = await clicked(answer);
    expect(result).toEqual({ errorCode });
    expect(message).toMatchObject({ updates: 0, card: BEFORE });
    w.clock.advance(24 * 60);
    expect(await w.platform.runDue()).toBeUndefined();
    expect(w.bot.events(TRIGGER)).toHaveLength(1);
    expect(w.platform.journal().at(-1)).toMatchObject({ title: TRIGGER, errorCode });
  });
});

describe('A11 the grammar of the answer', () => {
  it.each([
    ['nothing', responses.no_change, {}, 0],
    ['a toast', responses.toast_only, { toast: { type: 'success', content: '已保存' } }, 0],
    ['toast and card', responses.toast_and_raw_card, { toast: { type: 'info', content: '已确认' } }, 1],
    ['a toast without type', { toast: { content: '好' } }, { toast: { type: 'info', content: '好' } }, 0],
    ['a card', { card: { type: 'raw', data: AFTER } }, {}, 1],
  ])('legal: %s', async (_, body, expected, updates) => {
    const { result, message } = await clicked({ body });
    expect(result).toEqual(expected);
    expect(message?.updates).toBe(updates);
  });

  const toast = { type: 'success', content: '已保存' };
  it.each<[string, unknown, number]>([
    ['unknown toast type', { toast: { type: 'done', content: '好' } }, 200672],
    ['toast without text', { toast: { type: 'info' } }, 200672],
    ['unknown key', { toast, notice: 1 }, 200672],
    ['card as string', { toast, card: { type: 'raw', data: JSON.stringify(AFTER) } }, 200672],
    ['card of unknown type', { toast, card: { type: 'json', data: AFTER } }, 200672],
    ['the old bare format', AFTER, 200672],
    ['unknown template', responses.template_card, 200673],
    ['unknown tag', { toast, card: { type: 'raw', data: card('x', {}, [{ tag: 'note' }]) } }, 200673],
    ['too large', { card: { type: 'raw', data: card('字'.repeat(11_000)) } }, 200673],
    ['1.0 instead of 2.0', { toast, card: { type: 'raw', data: { elements: [] } } }, 200830],
  ])('refused as a whole: %s', async (_, body, errorCode) => {
    const { result, message } = await clicked({ body });
    expect(result).toEqual({ errorCode });
    expect(message).toMatchObject({ updates: 0, card: BEFORE });
  });

  it('raw cards in answers can be refused altogether, as reported from the field', async () => {
    const { result } = await clicked({ body: { card: { type: 'raw', data: AFTER } } }, ({ platform }) => {
      platform.faults.refuseRawCards = true;
    });
    expect(result).toEqual({ errorCode: 200673 });
  });
});

it('A12 a double click is two callbacks with the same value and different event ids', async () => {
  const w = await world();
  const id = await sendCard(w, LIN, BEFORE);
  w.bot.answer = () => ({ after: 20 });
  await Promise.all([w.platform.users.click(LIN, id, '确认'), w.platform.users.click(LIN, id, '确认')]);
  const [first, second] = w.bot.events(TRIGGER);
  expect(first?.body.event.action).toEqual(second?.body.event.action);
  expect(first?.body.header.event_id).not.toBe(second?.body.header.event_id);
});

describe('A13 other people', () => {
  it('any member of the group can click, under their own name', async () => {
    const w = await world();
    const id = await sendCard(w, GROUP, BEFORE);
    await w.platform.users.click(QIU, id, '确认');
    expect(w.bot.only(TRIGGER).body.event).toMatchObject({
      operator: { open_id: QIU },
      context: { open_message_id: id, open_chat_id: GROUP },
    });
  });

  it('who does not see the card cannot click it, but a forging client can, with any value', async () => {
    const w = await world();
    const id = await sendCard(w, LIN, BEFORE);
    await expect(w.platform.users.click(QIU, id, '确认')).rejects.toThrow('看不到');
    await w.platform.users.click(QIU, id, { value: { cmd: 'anything' }, name: 'x', form: { visits: '1e3' } });
    expect(w.bot.only(TRIGGER).body.event).toMatchObject({
      operator: { open_id: QIU },
      action: { value: { cmd: 'anything' }, name: 'x', form_value: { visits: '1e3' } },
    });
  });
});

it('A14 the callback, too, comes with unknown fields and without user_id; values stay untouched', async () => {
  const w = await world();
  w.platform.faults.roughPayloads = true;
  const id = await sendCard(w, LIN, BEFORE);
  for (let i = 0; i < 6; i += 1) await w.platform.users.click(LIN, id, '确认');
  const all = w.bot.events(TRIGGER);
  expect(all.some(({ body }) => JSON.stringify(body).includes('"x_'))).toBe(true);
  for (const { body } of all)
    expect((body.event.action as { value: unknown }).value).toEqual({ cmd: 'confirm' });
});

it('settled() waits for callbacks and deliveries under way', async () => {
  const w = await world();
  const id = await sendCard(w, LIN, BEFORE);
  w.bot.answer = () => ({ after: 50, body: { card: { type: 'raw', data: AFTER } } });
  const click = w.platform.users.click(LIN, id, '确认');
  await w.platform.settled();
  expect(w.platform.view(LIN).chats.flatMap((chat) => chat.messages)[0]?.updates).toBe(1);
  await click;
});
