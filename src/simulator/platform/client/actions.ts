import type { Core } from '../core.ts';
import { trigger } from '../delivery/callback.ts';
import { envelope } from '../delivery/envelope.ts';
import type { EventDelivery, Transport } from '../delivery/events.ts';
import * as payload from '../events/payloads.ts';
import { stateChanged } from '../events/person-state.ts';
import type { ClickResult, DirectoryPerson, UserActions } from '../types.ts';
import { chatFor, liveCard, signedIn, visible } from './actor.ts';
import { type Press, press, reported, submit } from './press.ts';
import { ClientRefusal } from './refusal.ts';
import { say, sayPost, sendFile, sendPicture } from './write.ts';

export function userActions(core: Core, events: EventDelivery, transport: Transport): UserActions {
  const tell = (type: string, event: Record<string, unknown>) => events.publish(envelope(core, type, event));

  const perform = async (openId: string, messageId: string, action: Press): Promise<ClickResult> => {
    if ('nothing' in action) return {};
    if (!('send' in action)) return action;
    return trigger(core, transport, visible(core, openId, messageId), openId, action.send);
  };

  const cardFor = (openId: string, messageId: string) => {
    signedIn(core, openId);
    return liveCard(core, visible(core, openId, messageId));
  };

  const inGroup = async (openId: string, chatId: string, type: string, hasBot: boolean, gone = false) => {
    const chat = chatFor(core, openId, chatId);
    chat.hasBot = hasBot;
    chat.disbanded = gone;
    await tell(type, payload.chatChanged(core, chat, openId));
  };

  return {
    async open(openId) {
      const chat = chatFor(core, openId);
      await tell('im.chat.access_event.bot_p2p_chat_entered_v1', payload.chatEntered(core, chat, openId));
      return chat.id;
    },
    say: async (openId, text, options) => say(core, events, openId, text, options),
    sayPost: async (openId, title, paragraphs, chatId) =>
      sayPost(core, events, openId, title, paragraphs, chatId),
    sendPicture: async (openId, chatId) => sendPicture(core, events, openId, chatId),
    sendFile: async (openId, name, chatId) => sendFile(core, events, openId, name, chatId),
    async recall(openId, messageId) {
      const message = visible(core, openId, messageId);
      if (message.sender.openId !== openId) throw new ClientRefusal('只能撤回自己的消息');
      message.recalledAt = core.now();
      if (core.chats.get(message.chatId)?.hasBot)
        await tell('im.message.recalled_v1', payload.messageRecalled(core, message));
    },
    async click(openId, messageId, button) {
      if (typeof button === 'string')
        return perform(openId, messageId, press(cardFor(openId, messageId), button, core.faults.emptyFields));
      // The platform does not ask who may see the card: the bot has to.
      const message = core.messages.get(messageId);
      if (!message) throw new ClientRefusal('消息不存在');
      liveCard(core, message);
      return trigger(core, transport, message, openId, reported(button).send);
    },
    submit: async (openId, messageId, values, button) =>
      perform(openId, messageId, submit(cardFor(openId, messageId), values, button, core.faults.emptyFields)),
    async menu(openId, eventKey) {
      chatFor(core, openId);
      await tell('application.bot.menu_v6', payload.menuChosen(core, openId, eventKey));
    },
    async react(openId, messageId, emoji) {
      const message = visible(core, openId, messageId);
      message.reactions.push({ openId, emoji });
      await tell('im.message.reaction.created_v1', payload.reactionCreated(core, message, openId, emoji));
    },
    addBotToGroup: (openId, chatId) => inGroup(openId, chatId, 'im.chat.member.bot.added_v1', true),
    removeBotFromGroup: (openId, chatId) => inGroup(openId, chatId, 'im.chat.member.bot.deleted_v1', false),
    disbandGroup: (openId, chatId) => inGroup(openId, chatId, 'im.chat.disbanded_v1', true, true),
    async setState(openId, state) {
      const before = core.directory.get(openId);
      if (!before) throw new ClientRefusal(`没有这个人：${openId}`);
      const after: DirectoryPerson = { ...before, state };
      core.directory.add(after);
      for (const { type, event } of stateChanged(core, before, after)) await tell(type, event);
    },
  };
}
