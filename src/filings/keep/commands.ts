import { z } from 'zod';
import type { Action, Command } from '../../chat/feature.ts';
import { asClick, textIn } from '../as-click.ts';
import { approveFiling, refuseFiling } from './verbs/decide-filing.ts';
import { draftFiling } from './verbs/draft-filing.ts';
import { listFilings } from './verbs/list-filings.ts';
import { registerFiling } from './verbs/register-filing.ts';
import { saveFiling } from './verbs/save-filing.ts';
import { showFiling } from './verbs/show-filing.ts';
import { withdrawFiling } from './verbs/withdraw-filing.ts';
import { keepWords as words } from './words.ts';

/** Keeping the list of filings, in private with those who inspect and with the offices (BR-40: no township). */
export const keepCommands: Command[] = [
  {
    words: words.registerCommand,
    help: words.registerHelp,
    where: 'private',
    roles: ['liaison', 'coordinator'],
    run: draftFiling,
  },
  {
    words: words.listCommand,
    help: words.listHelp,
    where: 'private',
    roles: ['liaison', 'coordinator'],
    run: listFilings,
  },
];

const number = z.object({ number: z.string().min(1) });
const ids = number.extend({ revision: z.number().int() });
const asking = ids.extend({ how: z.enum(['withdraw', 'refuse']) });
const nothing = z.object({});
const registering = z.object({ unit: z.string() });

export const keepActions: Record<string, Action> = {
  new: { value: nothing, run: (ctx) => asClick(draftFiling(ctx)) },
  list: { value: nothing, run: (ctx) => asClick(listFilings(ctx)) },
  register: {
    value: registering,
    run(ctx, click) {
      const { unit } = registering.parse(click.value);
      return registerFiling(ctx, { unit: unit || textIn(click.form, 'unit'), form: click.form });
    },
  },
  pick: {
    value: nothing,
    run: (ctx, click) => asClick(showFiling(ctx, { number: textIn(click.form, 'number'), step: 'open' })),
  },
  open: {
    value: number,
    run: (ctx, click) => asClick(showFiling(ctx, { ...number.parse(click.value), step: 'open' })),
  },
  edit: {
    value: ids,
    run: (ctx, click) => asClick(showFiling(ctx, { number: ids.parse(click.value).number, step: 'edit' })),
  },
  ask: {
    value: asking,
    run(ctx, click) {
      const { number: asked, how } = asking.parse(click.value);
      return asClick(showFiling(ctx, { number: asked, step: how }));
    },
  },
  save: { value: ids, run: (ctx, click) => saveFiling(ctx, { ...ids.parse(click.value), form: click.form }) },
  withdraw: {
    value: ids,
    run: (ctx, click) =>
      withdrawFiling(ctx, { ...ids.parse(click.value), form: click.form, messageId: click.source.messageId }),
  },
  approve: {
    value: ids,
    run: (ctx, click) => approveFiling(ctx, { ...ids.parse(click.value), messageId: click.source.messageId }),
  },
  refuse: {
    value: ids,
    run: (ctx, click) =>
      refuseFiling(ctx, { ...ids.parse(click.value), form: click.form, messageId: click.source.messageId }),
  },
};
