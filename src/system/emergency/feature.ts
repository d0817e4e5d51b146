import { z } from 'zod';
import type { Action, Command } from '../../chat/feature.ts';
import { outcome } from '../../chat/outcome.ts';
import { emergencyAt } from '../../delivery/emergency.ts';
import { closedCard, endedCard, openCard, publicCard } from './cards.ts';
import { requireEmergencyPower } from './power.ts';
import { readUses } from './read-uses.ts';
import { endEmergency } from './verbs/end-emergency.ts';
import { openEmergency } from './verbs/open-emergency.ts';
import { emergencyWords as words } from './words.ts';

export const emergencyCommands: Command[] = [
  {
    words: words.commands,
    help: words.help,
    where: 'private',
    roles: ['coordinator'],
    async run(ctx) {
      requireEmergencyPower(ctx);
      const current = await emergencyAt(ctx.db, ctx.now);
      return outcome(current ? openCard(current) : closedCard());
    },
  },
  {
    words: words.publicCommands,
    help: words.publicHelp,
    where: 'anywhere',
    run: async (ctx, { message }) => outcome(publicCard(await readUses(ctx), message.chat.kind === 'group')),
  },
];

const typed = (value: unknown) => (typeof value === 'string' ? value : '');

export const emergencyActions: Record<string, Action> = {
  'emergency-open': {
    value: z.object({}),
    async run(ctx, { form }) {
      const { result, ...effects } = await openEmergency(ctx, {
        reason: typed(form['reason']),
        approver: typed(form['approver']),
        hours: Number(typed(form['hours'])),
      });
      return { ...effects, result: { card: openCard(result) } };
    },
  },
  'emergency-end': {
    value: z.object({}),
    async run(ctx) {
      const { result: _, ...effects } = await endEmergency(ctx);
      return { ...effects, result: { card: endedCard() } };
    },
  },
};
