import { z } from 'zod';
import { ticked } from '../chat/checklist.ts';
import type { Action, ClickAnswer } from '../chat/feature.ts';
import { type Outcome, outcome } from '../chat/outcome.ts';
import { formProblems } from '../chat/words.ts';
import { AppError } from '../kernel/errors.ts';
import { readForm } from '../kernel/form.ts';
import { avoidField, changedCard, groupsCard, liaisonCard, moveCard } from './cards-groups.ts';
import { dropGroup } from './verbs/drop-group.ts';
import { liftAvoidance } from './verbs/lift-avoidance.ts';
import { movePoint } from './verbs/move-point.ts';
import { setLiaison } from './verbs/set-liaison.ts';
import { showGroups } from './verbs/show-groups.ts';
import { groupRefusals, groupToasts as toasts, groupWords as words } from './words-groups.ts';

const cards = { list: groupsCard, move: moveCard, liaison: liaisonCard };

const groupsValue = z.object({ as: z.enum(['list', 'move', 'liaison']) });
const groupValue = z.object({ group: z.string() });
const liftValue = z.object({ group: z.string(), unit: z.string() });

const groups: Action = {
  value: groupsValue,
  async run(ctx, click) {
    const { result } = await showGroups(ctx);
    return outcome({ card: cards[groupsValue.parse(click.value).as](result) });
  },
};

const move: Action = {
  value: z.object({}),
  async run(ctx, click) {
    const reading = readForm(
      [
        { name: 'unit', label: words.point, kind: 'text', required: true, max: 40 },
        { name: 'to', label: words.to, kind: 'text', required: true, max: 60 },
      ],
      click.form,
    );
    if (!reading.ok) return problem(formProblems(reading.problems));
    const { unit, to } = reading.values;
    const [, intoGroup, inExchange, exchangeGroup] = /^(?:group:(.+)|point:([^:]+):(.+))$/.exec(to) ?? [];
    const group = intoGroup ?? exchangeGroup;
    if (group === undefined) throw new AppError('stale', groupRefusals.changed);
    const avoid = ticked(click.form, avoidField).length > 0;
    const { result, ...effects } = await movePoint(ctx, { unit, group, inExchange, avoid });
    const { point, exchanged, changed } = result;
    if (!changed) return outcome(success(toasts.unmoved(point.name, point.group)), effects);
    if (!exchanged) return outcome(success(toasts.moved(point.name, point.group)), effects);
    const text = toasts.exchanged(point.name, point.group, exchanged.name, exchanged.group);
    return outcome(success(text), effects);
  },
};

const liaison: Action = {
  value: z.object({}),
  async run(ctx, click) {
    const reading = readForm(
      [
        { name: 'group', label: words.group, kind: 'text', required: true, max: 40 },
        { name: 'liaison', label: words.newLiaison, kind: 'text', required: true, max: 64 },
      ],
      click.form,
    );
    if (!reading.ok) return problem(formProblems(reading.problems));
    const { group, liaison: openId } = reading.values;
    const { result, ...effects } = await setLiaison(ctx, { group, openId });
    const { name, changed } = result;
    return outcome(success((changed ? toasts.liaison : toasts.sameLiaison)(group, name)), effects);
  },
};

const drop: Action = {
  value: groupValue,
  async run(ctx, click) {
    const { group } = groupValue.parse(click.value);
    const { result: _, ...effects } = await dropGroup(ctx, { group });
    return outcome(success(toasts.dropped(group)), effects);
  },
};

const lift: Action = {
  value: liftValue,
  async run(ctx, click) {
    const value = liftValue.parse(click.value);
    const { result: _, ...effects } = await liftAvoidance(ctx, value);
    return outcome(success(toasts.lifted(value.group)), effects);
  },
};

/** A finished card: what it said before no longer holds, and how things stand now is one tap away. */
function success(text: string): ClickAnswer {
  return { toast: { tone: 'success', text }, card: changedCard(text) };
}

function problem(text: string): Outcome<ClickAnswer> {
  return outcome<ClickAnswer>({ toast: { tone: 'error', text } });
}

export const groupActions = { groups, move, liaison, drop, lift };
