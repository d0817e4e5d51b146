import { z } from 'zod';
import type { Card } from '../../chat/card.ts';
import type { Action, Command } from '../../chat/feature.ts';
import { FLEETING } from '../../chat/message.ts';
import { type Outcome, outcome } from '../../chat/outcome.ts';
import { menuCard } from './cards.ts';
import { CALLED } from './lexicon.ts';
import { compareDocument } from './verbs/compare-document.ts';
import { compareFiveSmall } from './verbs/compare-five-small.ts';
import { compareMeeting } from './verbs/compare-meeting.ts';
import { compareTolerance } from './verbs/compare-tolerance.ts';
import { openCheck } from './verbs/open-check.ts';
import { CHECKS, type CheckName, checkWords as words } from './words.ts';

const menu: Command = {
  words: words.command,
  help: words.help,
  where: 'private',
  fleeting: true,
  run: async () => outcome(menuCard()),
};

const named = (check: CheckName): Command => ({
  words: [words.names[check], ...words.also[check]],
  pattern: CALLED[check],
  help: '',
  where: 'private',
  fleeting: true,
  run: (ctx) => openCheck(ctx, { check }),
});

export const checkCommands: Command[] = [menu, ...CHECKS.map(named)];

const opened = z.object({ check: z.enum(CHECKS) });
/** From an answer, which stays readable: the form comes in a message of its own, once for each card. */
const beginning: Action = {
  value: opened,
  async run(ctx, { value, source }) {
    const { check } = opened.parse(value);
    const { result: card } = await openCheck(ctx, { check });
    return outcome(
      { toast: { tone: 'info', text: words.below } },
      {
        messages: [
          {
            key: `policy.check@${source.messageId}:${check}`,
            to: { kind: 'person', openId: source.openId },
            card,
            kind: 'answer',
            subject: FLEETING,
          },
        ],
      },
    );
  },
};

const listed = z.object({ list: z.string().max(16) });

type Compare = (
  ctx: Parameters<Action['run']>[0],
  input: { form: Readonly<Record<string, unknown>>; list: string },
) => Promise<Outcome<Card>>;

const comparing = (compare: Compare): Action => ({
  value: listed,
  fleeting: true,
  async run(ctx, { value, form }) {
    const { result, ...effects } = await compare(ctx, { form, ...listed.parse(value) });
    return { ...effects, result: { card: result } };
  },
});

/** Nothing of them is stored: no writes, no messages; the result comes with the click and stays on its card. */
export const checkActions: Record<string, Action> = {
  check: {
    value: opened,
    fleeting: true,
    async run(ctx, { value }) {
      const { result, ...effects } = await openCheck(ctx, opened.parse(value));
      return { ...effects, result: { card: result } };
    },
  },
  'begin-check': beginning,
  'compare-tolerance': comparing(compareTolerance),
  'compare-meeting': comparing(compareMeeting),
  'compare-document': comparing(compareDocument),
  'compare-five-small': comparing(compareFiveSmall),
};
