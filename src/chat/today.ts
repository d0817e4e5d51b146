import { z } from 'zod';
import { openDigested } from '../delivery/verbs/open-digested.ts';
import { dayOf } from '../kernel/day.ts';
import { AppError } from '../kernel/errors.ts';
import { needsRole } from '../people/scope.ts';
import type { Ctx } from '../store/context.ts';
import { todayCard } from './cards-today.ts';
import { findCommand, mayUse } from './commands.ts';
import type { Action, Click, ClickAnswer, Command, Feature } from './feature.ts';
import { FLEETING } from './message.ts';
import { type Outcome, outcome } from './outcome.ts';
import { readTodos } from './todo.ts';
import { answerWords, dayText } from './words.ts';
import { todayWords as words } from './words-today.ts';

/** 今日待办: one card about everything that waits for whoever asks. */
export function todayCommand(features: readonly Feature[]): Command {
  return {
    words: words.commands,
    help: words.help,
    where: 'anywhere',
    async run(ctx, { message }) {
      const todos = await readTodos(ctx, features);
      return outcome(
        todayCard(todos, { day: dayText(dayOf(ctx.now)), group: message.chat.kind === 'group' }),
      );
    },
  };
}

const openValue = z.object({ say: z.string().min(1) });

/** Answers as if the word had been sent in private; the card with the button stays for its other lines. */
export function openAction(features: readonly Feature[]): Action {
  return {
    value: openValue,
    run: (ctx, click) => open(ctx, features, click),
  };
}

async function open(ctx: Ctx, features: readonly Feature[], click: Click): Promise<Outcome<ClickAnswer>> {
  const { say } = openValue.parse(click.value);
  const { eventId, messageId, openId } = click.source;
  const found = findCommand(features, say);
  if (!found) throw new AppError('not_found', answerWords.unknownButton);
  const { command, args } = found;
  if (!mayUse(ctx.actor, command)) throw needsRole(command.roles ?? []);
  const { result, ...effects } = await command.run(ctx, {
    args,
    message: {
      kind: 'message',
      eventId,
      messageId,
      // Nobody but the person is told of it, whatever chat the button stood in.
      chat: { id: openId, kind: 'private' },
      openId,
      text: say,
      format: 'text',
      mentioned: false,
      sentAt: ctx.now,
    },
  });
  const answer = {
    key: `chat.open@${eventId}`,
    to: { kind: 'person' as const, openId },
    card: result,
    kind: 'answer' as const,
    ...(command.fleeting && { subject: FLEETING }),
  };
  return {
    ...effects,
    result: { toast: { tone: 'info', text: words.opened } },
    messages: [answer, ...effects.messages],
  };
}

/** Opens one thing of a digest; the digest stays for the others. */
export const deliverAction: Action = {
  value: z.object({ id: z.string().min(1) }),
  async run(ctx, { value }) {
    const { result: _, ...effects } = await openDigested(ctx, { id: String(value['id']) });
    return { ...effects, result: { toast: { tone: 'info', text: words.opened } } };
  },
};
