import { countItem } from '../../../../db/schema/index.ts';
import type { ClickAnswer } from '../../../chat/feature.ts';
import { type Outcome, outcome } from '../../../chat/outcome.ts';
import { actorId } from '../../../kernel/actor.ts';
import { AppError } from '../../../kernel/errors.ts';
import { monthOf } from '../../../kernel/period.ts';
import { requireUnit } from '../../../people/scope.ts';
import type { Ctx } from '../../../store/context.ts';
import { auditRow } from '../../../store/statement.ts';
import { confirmButton } from '../../cards.ts';
import type { Indicator } from '../../rules/indicator.ts';
import { readUnitMonth, type UnitMonth } from '../../unit-month.ts';
import { answerWords } from '../../words.ts';
import { changeButtons, itemCard, newButton, openButton } from '../cards.ts';
import { changeItem } from '../change-item.ts';
import { completed } from '../fields.ts';
import { hintsFor } from '../hints.ts';
import { byItems } from '../my-months.ts';
import { readItem } from '../read-form.ts';
import { findByKeys, type Item, placeOf } from '../repo.ts';
import { changes } from '../rules/tally.ts';
import { shiftFigures } from '../shift-figures.ts';
import { itemAnswers, itemWords as words } from '../words.ts';

export interface Registration {
  unit: string;
  indicator: Indicator;
  form: Record<string, unknown>;
  messageId: string;
}

/** 登记: one document, meeting or inspection, once however often it is sent and by whomever. */
export async function registerItem(ctx: Ctx, input: Registration): Promise<Outcome<ClickAnswer>> {
  const { unit, indicator, form } = input;
  const cause = { reason: 'omitted', messageId: input.messageId };
  requireUnit(ctx.actor, 'liaison', unit);
  const fields = readItem(indicator, form, ctx.now);
  const month = monthOf(fields.day);
  const view = await readUnitMonth(ctx, month, unit);
  if (!view) throw new AppError('not_found', answerWords.notListed(month));
  if (!byItems(view, indicator)) throw new AppError('invalid', itemAnswers.figuresOnly(month));
  const row = completed(view.unit, indicator, fields);
  const known = (await findByKeys(ctx.db, [unit], [row.key])).get(placeOf(row));
  if (known && known.struck === null) return already(known, row.title);
  const hints = await hintsFor(ctx, row);
  if (known) {
    const back = await changeItem(
      ctx,
      known,
      { ...row, struck: null, withdrawnDay: null },
      'counts.item-register',
      cause,
    );
    return done(back.item, back, hints);
  }
  const item: Item = {
    ...row,
    id: ctx.ids.next(),
    withdrawnDay: null,
    struck: null,
    source: 'chat',
    revision: 1,
    author: actorId(ctx.actor),
    createdAt: ctx.now,
  };
  const shifts = [...changes(undefined, item)].map(([at, tally]) => ({ indicator, month: at, tally }));
  const shifted = await shiftFigures(ctx, unit, shifts, cause);
  const insert = ctx.db.insert(countItem).values(item);
  const audit = auditRow(ctx, 'counts.item-register', `item:${item.id}`);
  return done(item, { ...shifted, writes: [insert, audit, ...shifted.writes] }, hints);
}

function already(known: Item, title: string): Outcome<ClickAnswer> {
  if (known.title !== title)
    return outcome<ClickAnswer>({ toast: { tone: 'warning', text: itemAnswers.otherTitle(known) } });
  return outcome<ClickAnswer>({
    toast: { tone: 'success', text: itemAnswers.known(known) },
    card: itemCard(known, { buttons: changeButtons(known) }),
  });
}

type Effects = Pick<Outcome, 'writes' | 'messages' | 'cancels'> & {
  views: ReadonlyMap<string, UnitMonth>;
  corrected: boolean;
};

function done(item: Item, effects: Effects, hints: readonly string[]): Outcome<ClickAnswer> {
  const text = effects.corrected ? itemAnswers.registeredLate(item.month) : itemAnswers.registered;
  const view = effects.views.get(item.month);
  const entry = view?.filled.entries.find(({ indicator }) => indicator === item.indicator);
  const confirm = view?.round === 'open' && view.state === 'open' ? [confirmButton(view)] : [];
  return outcome<ClickAnswer>(
    {
      toast: { tone: 'success', text },
      card: itemCard(item, {
        title: words.doneTitle(item.indicator),
        tone: 'success',
        sum: entry && words.sum(item.month, entry),
        hints,
        buttons: [...confirm, newButton(item), openButton(item)],
      }),
    },
    { writes: effects.writes, messages: effects.messages, cancels: effects.cancels },
  );
}
