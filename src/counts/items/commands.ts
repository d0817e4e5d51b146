import { z } from 'zod';
import type { Action, Command } from '../../chat/feature.ts';
import { outcome } from '../../chat/outcome.ts';
import { dayOf } from '../../kernel/day.ts';
import { addMonths, isMonth, monthFrom, monthOf, yearOf } from '../../kernel/period.ts';
import type { Ctx } from '../../store/context.ts';
import { INDICATORS, type Indicator } from '../rules/indicator.ts';
import { itemListPattern, itemPattern, readDraft } from './lexicon.ts';
import { packedDraft, unpackDraft } from './pack-draft.ts';
import { readFields } from './read-form.ts';
import { draftItem, draftItems } from './verbs/draft-item.ts';
import { restoreItem, strikeItem, withdrawItem } from './verbs/end-item.ts';
import { listItems, openList } from './verbs/list-items.ts';
import { registerItem } from './verbs/register-item.ts';
import { saveItem } from './verbs/save-item.ts';
import { showItem } from './verbs/show-item.ts';
import { itemFeature as words } from './words.ts';

/** Registration item by item (domain 3.4), in private with liaisons only. */
export const itemCommands: Command[] = [
  {
    words: words.list,
    pattern: itemListPattern,
    help: words.listHelp,
    where: 'private',
    roles: ['liaison'],
    run: (ctx, { message, args: [year, month] }) =>
      listItems(ctx, { month: monthMeant(ctx, year, month), eventId: message.eventId }),
  },
  {
    words: [],
    pattern: itemPattern,
    help: '',
    where: 'private',
    roles: ['liaison'],
    run: (ctx, { message }) => draftItems(ctx, { text: message.text, eventId: message.eventId }),
  },
];

/** A month without a year is the latest such month. */
function monthMeant(ctx: Ctx, year: string | undefined, month: string | undefined): string {
  const now = monthOf(dayOf(ctx.now));
  if (!month) return now;
  const meant = monthFrom(year ? Number(year) : yearOf(now), Number(month));
  return !year && meant > now ? addMonths(meant, -12) : meant;
}

const indicatorSchema = z.enum(INDICATORS);
const ids = z.object({ id: z.string().min(1), revision: z.number().int() });
const ending = ids.extend({ how: z.enum(['withdraw', 'strike']) });
const place = z.object({ unit: z.string().min(1), month: z.string().refine(isMonth) });
const fresh = z.object({ indicator: indicatorSchema, unit: z.string(), draft: packedDraft.optional() });
const drafted = z.object({ indicator: indicatorSchema, draft: packedDraft });

/** The unit is in the button, or chosen in the form by whoever looks after several; who may is checked in the verb. */
function unitOf(unit: string, form: Record<string, unknown>): string {
  return unit || textIn(form, 'unit');
}

function textIn(form: Record<string, unknown>, name: string): string {
  const value = form[name];
  return typeof value === 'string' ? value : '';
}

export const itemActions: Record<string, Action> = {
  'item-new': {
    value: fresh,
    async run(ctx, click) {
      const { indicator, unit } = fresh.parse(click.value);
      const draft = readDraft(indicator, '', dayOf(ctx.now));
      const { result, ...effects } = await draftItem(ctx, {
        indicator,
        draft: usual(draft, indicator),
        unit,
      });
      return outcome({ card: result }, effects);
    },
  },
  'item-register': {
    value: fresh,
    run(ctx, click) {
      const { indicator, unit, draft } = fresh.parse(click.value);
      return registerItem(ctx, {
        unit: unitOf(unit, click.form),
        indicator,
        form: draft === undefined ? click.form : unpackDraft(draft),
        messageId: click.source.messageId,
      });
    },
  },
  'item-adjust': {
    value: drafted,
    async run(ctx, click) {
      const { indicator, draft } = drafted.parse(click.value);
      const fields = readFields(indicator, unpackDraft(draft), ctx.now).fields;
      const { result, ...effects } = await draftItem(ctx, {
        indicator,
        draft: { ...fields, indicator },
        adjust: true,
      });
      return outcome({ card: result }, effects);
    },
  },
  'item-list': { value: place, run: (ctx, click) => openList(ctx, place.parse(click.value)) },
  'item-pick': {
    value: place,
    run: (ctx, click) => showItem(ctx, { id: textIn(click.form, 'id'), step: 'open' }),
  },
  'item-open': {
    value: z.object({ id: z.string().min(1) }),
    run: (ctx, click) => showItem(ctx, { id: String(click.value['id']), step: 'open' }),
  },
  'item-edit': {
    value: ids,
    run: (ctx, click) => showItem(ctx, { ...ids.parse(click.value), step: 'edit' }),
  },
  'item-end': {
    value: ending,
    run(ctx, click) {
      const { how, ...item } = ending.parse(click.value);
      return showItem(ctx, { ...item, step: how });
    },
  },
  'item-save': {
    value: ids,
    run: (ctx, click) =>
      saveItem(ctx, { ...ids.parse(click.value), form: click.form, messageId: click.source.messageId }),
  },
  'item-withdraw': {
    value: ids,
    run: (ctx, click) =>
      withdrawItem(ctx, { ...ids.parse(click.value), form: click.form, messageId: click.source.messageId }),
  },
  'item-strike': {
    value: ids,
    run: (ctx, click) =>
      strikeItem(ctx, { ...ids.parse(click.value), form: click.form, messageId: click.source.messageId }),
  },
  'item-restore': {
    value: ids,
    run: (ctx, click) => restoreItem(ctx, { ...ids.parse(click.value), messageId: click.source.messageId }),
  },
};

/** A blank form starts with what is usual; without a number alone it would take a document for a white paper. */
function usual(draft: ReturnType<typeof readDraft>, indicator: Indicator) {
  return indicator === 'document' ? { ...draft, kind: 'general' as const } : draft;
}
