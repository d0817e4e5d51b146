import { z } from 'zod';
import type { Action, Command } from '../../chat/feature.ts';
import { reconciliationPattern } from './lexicon.ts';
import { changeExplanations } from './verbs/change-explanations.ts';
import { claimDifferences } from './verbs/claim-differences.ts';
import { closeReconciliation } from './verbs/close-reconciliation.ts';
import { draftReconciliation } from './verbs/draft-reconciliation.ts';
import { judgeExplanation } from './verbs/judge-explanation.ts';
import { releaseReconciliation } from './verbs/release-reconciliation.ts';
import { showReconciliation } from './verbs/show-reconciliation.ts';
import { commandWords as words } from './words.ts';

const year = z.number().int();
const levelValue = z.object({ year, county: z.string(), revision: z.number().int() });
const partValue = z.object({ year, unit: z.string().min(1), revision: z.number().int() });
const judgeValue = z.object({
  year,
  unit: z.string().min(1),
  key: z.string().min(1),
  revision: z.number().int(),
  accept: z.number().int(),
});

const onLevel = (verb: typeof closeReconciliation): Action => ({
  value: levelValue,
  run: (ctx, { value, source }) => verb(ctx, { ...levelValue.parse(value), messageId: source.messageId }),
});

export const reconciliationActions: Record<string, Action> = {
  'reconcile-draft': onLevel(draftReconciliation),
  'reconcile-release': onLevel(releaseReconciliation),
  'reconcile-close': onLevel(closeReconciliation),
  'reconcile-claim': {
    value: partValue,
    run: (ctx, { value, form, source }) =>
      claimDifferences(ctx, { ...partValue.parse(value), form, messageId: source.messageId }),
  },
  'reconcile-change': {
    value: partValue,
    run: (ctx, { value }) => changeExplanations(ctx, partValue.parse(value)),
  },
  'reconcile-accept': {
    value: judgeValue,
    run: (ctx, { value, source }) => {
      const { accept, ...judged } = judgeValue.parse(value);
      return judgeExplanation(ctx, { ...judged, accept: accept === 1, messageId: source.messageId });
    },
  },
};

export const reconciliationCommand: Command = {
  words: words.words,
  pattern: reconciliationPattern,
  help: words.help,
  where: 'private',
  roles: ['coordinator', 'liaison'],
  run: (ctx, { message, args: [after = '', before = ''] }) =>
    showReconciliation(ctx, { year: after || before, eventId: message.eventId }),
};
