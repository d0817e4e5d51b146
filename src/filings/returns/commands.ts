import { z } from 'zod';
import type { Action, Command } from '../../chat/feature.ts';
import { asClick, textIn } from '../as-click.ts';
import { draftReturn, listReturns } from './verbs/list-returns.ts';
import { markReturn, showReturn } from './verbs/mark-return.ts';
import { registerReturn } from './verbs/register-return.ts';
import { returnWords as words } from './words.ts';

export const returnCommands: Command[] = [
  {
    words: words.command,
    help: words.help,
    where: 'private',
    roles: ['reviewer', 'coordinator', 'liaison'],
    run: listReturns,
  },
  { words: [words.add], help: '', where: 'private', roles: ['reviewer'], run: draftReturn },
];

const nothing = z.object({});
const ids = z.object({ id: z.string().min(1), revision: z.number().int() });

export const returnActions: Record<string, Action> = {
  'return-new': { value: nothing, run: (ctx) => asClick(draftReturn(ctx)) },
  'return-list': { value: nothing, run: (ctx) => asClick(listReturns(ctx)) },
  'return-register': { value: nothing, run: (ctx, { form }) => registerReturn(ctx, { form }) },
  'return-pick': {
    value: nothing,
    run: (ctx, { form }) => asClick(showReturn(ctx, { id: textIn(form, 'id') })),
  },
  'return-again': {
    value: ids,
    run: (ctx, { value }) => markReturn(ctx, { id: ids.parse(value).id, how: 'again' }),
  },
  'return-strike': {
    value: ids,
    run: (ctx, { value }) => markReturn(ctx, { id: ids.parse(value).id, how: 'strike' }),
  },
};
