import { expect, it } from 'vitest';
import { card, LIN, QIU, sendCard, text, world } from './world.ts';

it('a restart of the platform keeps people, chats, messages, uuids and what is still owed to the bot', async () => {
  const before = await world();
  const id = await sendCard(before, LIN, card('一', { 确认: { v: 1 } }));
  await before.client.im.v1.message.patch({
    path: { message_id: id },
    data: { content: JSON.stringify(card('二', { 确认: { v: 2 } })) },
  });
  const reminder = {
    params: { receive_id_type: 'open_id' as const },
    data: { receive_id: LIN, ...text('提醒'), uuid: 'u' },
  };
  await before.client.im.v1.message.create(reminder);
  await before.platform.users.setState(QIU, 'stopped-bot');
  before.bot.answer = () => ({ status: 500 });
  await before.platform.users.say(LIN, '没人听见');
  const saved = JSON.parse(JSON.stringify(before.platform.snapshot()));

  const after = await world();
  after.platform.restore(saved);
  expect(after.platform.view(LIN)).toEqual(before.platform.view(LIN));
  expect(after.platform.people()).toEqual(before.platform.people());
  await after.client.im.v1.message.create(reminder);
  expect(after.platform.view(LIN)).toEqual(before.platform.view(LIN));
  await after.platform.users.click(LIN, id, '确认');
  expect(after.bot.only('card.action.trigger').body.event.action).toMatchObject({ value: { v: 2 } });
  after.clock.advance(1);
  expect(await after.platform.runDue()).toBeUndefined();
  const owed = before.bot.only('im.message.receive_v1').body;
  expect(after.bot.only('im.message.receive_v1').body).toEqual(owed);
});
