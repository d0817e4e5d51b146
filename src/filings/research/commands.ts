import { z } from 'zod';
import type { Action, Command } from '../../chat/feature.ts';
import { asClick, textIn } from '../as-click.ts';
import { draftResearch, listResearch, showResearch } from './verbs/list-research.ts';
import { registerResearch } from './verbs/register-research.ts';
import { saveResearch } from './verbs/save-research.ts';
import { withdrawResearch } from './verbs/withdraw-research.ts';
import { researchWords as words } from './words.ts';

const KEEPERS = ['liaison', 'coordinator'] as const;

export const researchCommands: Command[] = [
  { words: words.listCommand, help: words.listHelp, where: 'private', roles: KEEPERS, run: listResearch },
  { words: words.addCommand, help: '', where: 'private', roles: KEEPERS, run: draftResearch },
];

const nothing = z.object({});
const ids = z.object({ number: z.string().min(1), revision: z.number().int() });
const registering = z.object({ unit: z.string() });

export const researchActions: Record<string, Action> = {
  'research-new': { value: nothing, run: (ctx) => asClick(draftResearch(ctx)) },
  'research-list': { value: nothing, run: (ctx) => asClick(listResearch(ctx)) },
  'research-register': {
    value: registering,
    run: (ctx, { value, form }) =>
      registerResearch(ctx, { unit: registering.parse(value).unit || textIn(form, 'unit'), form }),
  },
  'research-pick': {
    value: nothing,
    run: (ctx, { form }) => asClick(showResearch(ctx, { number: textIn(form, 'number'), step: 'open' })),
  },
  'research-ask': {
    value: ids,
    run: (ctx, { value }) =>
      asClick(showResearch(ctx, { number: ids.parse(value).number, step: 'withdraw' })),
  },
  'research-edit': {
    value: ids,
    run: (ctx, { value }) => asClick(showResearch(ctx, { number: ids.parse(value).number, step: 'edit' })),
  },
  'research-save': {
    value: ids,
    run: (ctx, { value, form }) => saveResearch(ctx, { ...ids.parse(value), form }),
  },
  'research-withdraw': {
    value: ids,
    run: (ctx, { value, form }) => withdrawResearch(ctx, { ...ids.parse(value), form }),
  },
};
