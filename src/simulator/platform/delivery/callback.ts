import type { Core } from '../core.ts';
import { idsOf } from '../directory.ts';
import type { StoredMessage } from '../messages.ts';
import type { ClickResult } from '../types.ts';
import { readAnswer } from './answer.ts';
import { envelope, type Payload } from './envelope.ts';
import type { Transport } from './events.ts';
import { roughen } from './rough.ts';
import { deadline, parsed, type WireAnswer } from './wire.ts';

/** Asks the bot what a click does and shows the answer. Sent once: callbacks are never retried. */
export async function trigger(
  core: Core,
  transport: Transport,
  message: StoredMessage,
  openId: string,
  action: Payload,
): Promise<ClickResult> {
  const card = core.cardTokens.issue(message.id);
  const request = envelope(core, 'card.action.trigger', {
    operator: { tenant_key: core.settings.tenantKey, ...idsOf({ openId }, core.faults.employeeIds) },
    token: card.token,
    action,
    host: 'im_message',
    context: { open_message_id: message.id, open_chat_id: message.chatId },
  }).body;
  const body = core.faults.roughPayloads ? roughen(core, request) : request;
  return core.activity.during(async () => {
    const at = core.now();
    const answer = await transport(JSON.stringify(body), deadline(core, 'callback'));
    const result = show(core, message, answer);
    card.answered = true;
    core.journal.add({
      at,
      direction: 'to-bot',
      title: 'card.action.trigger',
      request: body,
      response: answer.failure ?? parsed(answer.body),
      status: answer.status,
      millis: answer.millis,
      ...(result.errorCode !== undefined && { errorCode: result.errorCode }),
    });
    return result;
  });
}

function show(core: Core, message: StoredMessage, answer: WireAnswer): ClickResult {
  if (answer.failure) return { errorCode: answer.failure === 'timeout' ? 200341 : 200342 };
  if (answer.status !== 200) return { errorCode: 200671 };
  const read = readAnswer(core, answer.body, message.body);
  if ('errorCode' in read) return read;
  if (read.card && message.recalledAt === undefined) core.messages.replace(message, read.card, core.now());
  return read.toast ? { toast: read.toast } : {};
}
