import { perform } from '../delivery/perform.ts';
import { AppError } from '../kernel/errors.ts';
import { faultOf } from '../kernel/fault.ts';
import { served } from '../people/service.ts';
import { contextOf } from '../store/runtime.ts';
import type { Conversation } from './conversation.ts';
import type { Action, ClickAnswer } from './feature.ts';
import type { IncomingClick } from './incoming.ts';
import { outcome } from './outcome.ts';
import { whoIs } from './who.ts';
import { answerWords as words } from './words.ts';

/** The platform waits 3 s for the answer to a click (webhook.md section 6); this leaves room for the way back. */
const BUDGET_MS = 2_500;

/**
 * Answers a click within the platform's time. When the verb needs longer, the person is told so and the card is
 * patched afterwards. `wait` is injected so that tests need no real time.
 */
export async function handleClick(
  conversation: Conversation,
  click: IncomingClick,
  wait: (ms: number) => Promise<void>,
): Promise<ClickAnswer> {
  const work = answerClick(conversation, click);
  const first = await Promise.race([work, wait(BUDGET_MS).then(() => undefined)]);
  if (first) return first;
  if (findAction(conversation, click)?.fleeting) return { toast: { tone: 'info', text: words.tapAgain } };
  conversation.background(async () => patchLater(conversation, click, await work));
  return { toast: { tone: 'info', text: words.stillWorking } };
}

async function answerClick(conversation: Conversation, click: IncomingClick): Promise<ClickAnswer> {
  const { runtime } = conversation;
  const action = findAction(conversation, click);
  // The platform knows whose message it is: what is done for oneself alone is logged without it.
  const message = action?.fleeting ? {} : { messageId: click.messageId };
  const log = (result: string, data: Record<string, unknown> = {}) =>
    runtime.log.info('click', { action: click.action, ...message, result, ...data });
  const value = action?.value.safeParse(click.value);
  if (!action || !value?.success || !served(runtime.host, click.openId)) {
    log('unknown_or_refused');
    return refusal(served(runtime.host, click.openId) ? words.unknownButton : words.notServed);
  }
  try {
    const context = contextOf(runtime, { kind: 'system', job: 'chat' });
    const actor = await whoIs(context, click.openId);
    const answer = await perform(
      runtime.store,
      () => contextOf(runtime, actor),
      (ctx) =>
        action.run(ctx, {
          value: value.data as Record<string, unknown>,
          form: click.form ?? {},
          source: click,
        }),
    );
    log('done');
    return answer;
  } catch (error) {
    if (error instanceof AppError) {
      log(error.code);
      return refusal(error.text);
    }
    const reference = runtime.ids.next();
    log('failed', { reference, ...faultOf(error) });
    return refusal(words.failedToast(reference));
  }
}

function findAction(conversation: Conversation, click: IncomingClick): Action | undefined {
  const [name, verb] = click.action.split('.');
  return conversation.features.find((feature) => feature.name === name)?.actions?.[verb ?? ''];
}

function refusal(text: string): ClickAnswer {
  return { toast: { tone: 'error', text } };
}

async function patchLater(
  { runtime }: Conversation,
  click: IncomingClick,
  answer: ClickAnswer,
): Promise<void> {
  const { card } = answer;
  if (!card) return;
  await perform(
    runtime.store,
    () => contextOf(runtime, { kind: 'system', job: 'chat' }),
    async () =>
      outcome(undefined, {
        messages: [
          {
            key: `chat.patch@${click.eventId}`,
            to: { kind: 'patch', messageId: click.messageId },
            card,
            kind: 'patch',
          },
        ],
      }),
  );
}
