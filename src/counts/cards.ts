import type { ActionButton, Block, Card, Field } from '../chat/card.ts';
import { joinRich, type Rich, rich } from '../chat/rich.ts';
import { type Entry, FIELDS, fingerprint } from './rules/indicator.ts';
import { entryOf, type UnitMonth } from './unit-month.ts';
import { correctionReasons, entryText, fieldLabels, indicatorNames, cardWords as words } from './words.ts';

/** What every button of the month carries: which month and unit, and what the person saw. */
export function valueOf(view: UnitMonth): Record<string, string | number> {
  return {
    month: view.month,
    unit: view.unit.code,
    revision: view.shown.revision,
    shown: view.shown.figures,
  };
}

/** The fields of the form, as the unit's list asks for them. */
export function askedFields(view: UnitMonth) {
  const listed = new Set(view.listed.map((one) => one.indicator));
  return FIELDS.filter((field) => listed.has(field.indicator));
}

/** The right card for where the unit stands now. */
export function monthCard(view: UnitMonth): Card {
  if (isSettled(view)) return settledCard(view);
  if (view.round !== 'open') return missingCard(view);
  return view.filled.source === 'none' ? formCard(view) : openCard(view);
}

function isSettled({ state }: UnitMonth): boolean {
  return state === 'confirmed' || state === 'adopted';
}

/** What most corrections of the same days are. */
const USUAL_REASON = 'typo';
/** Why figures of a month come that had none. */
const MISSED_REASON = 'late';

function openCard(view: UnitMonth, title: string = words.title(view.month)): Card {
  return {
    title,
    subtitle: view.unit.name,
    tone: 'info',
    blocks: [
      { kind: 'text', text: view.filled.source === 'registered' ? words.registered : words.lastMonth },
      ...newRuleBlocks(view),
      factsBlock(view),
      deadlineBlock(view),
      {
        kind: 'buttons',
        buttons: [confirmButton(view), { text: words.change, action: 'counts.change', value: valueOf(view) }],
      },
      purposeBlock(view),
    ],
  };
}

/** The same one tap, once more: nobody has to look for the first card. */
export function nudgeCard(view: UnitMonth, nudge: 1 | 2): Card {
  const title = words.nudgeTitle(view.month, nudge === 2, view.deadline);
  return view.filled.source === 'none' ? { ...formCard(view), title } : openCard(view, title);
}

export interface FormOptions {
  /** Shown instead of what is known: what the person has just typed. */
  entries?: readonly Entry[];
  /** Entries to be looked at once more; submitting them again counts. */
  doubtful?: readonly Entry[];
  /** Reason already chosen. */
  chosen?: string;
}

/** In a month that is over the form asks for the reason as well. */
export function formCard(view: UnitMonth, { entries, doubtful = [], chosen = '' }: FormOptions = {}): Card {
  const correcting = view.round !== 'open' && !view.ahead;
  // Before the close a reason is there already, to be changed if it is another one.
  const explained = correcting || isSettled(view);
  const missed = correcting && view.state === 'missing';
  const known = (indicator: Entry['indicator']) =>
    entries?.find((entry) => entry.indicator === indicator) ??
    (missed ? view.figures.get(indicator) : entryOf(view, indicator)) ??
    view.estimates.find((entry) => entry.indicator === indicator);
  const inputs = askedFields(view).map((field): Field => {
    const value = known(field.indicator)?.[field.part];
    return {
      kind: 'input',
      name: field.name,
      label: fieldLabels[field.name] ?? field.name,
      hint: words.countHint,
      maxLength: 20,
      required: field.part === 'amount',
      ...(value === undefined ? {} : { value: String(value) }),
    };
  });
  const reason: Field = {
    kind: 'select',
    name: 'reason',
    label: words.reason,
    required: true,
    options: Object.entries(correctionReasons).map(([value, text]) => ({ text, value })),
    ...(chosen || !correcting || missed ? { value: chosen || (missed ? MISSED_REASON : USUAL_REASON) } : {}),
  };
  const submit: ActionButton = {
    text: words.submit,
    action: 'counts.submit',
    value: { ...valueOf(view), sure: fingerprint(doubtful), correcting: correcting ? 1 : 0 },
    style: 'primary',
  };
  return {
    title: titleOf(view, correcting),
    subtitle: view.unit.name,
    tone: doubtful.length > 0 ? 'notice' : 'info',
    blocks: [
      { kind: 'text', text: doubtful.length > 0 ? words.implausible(doubtful) : hint(view, correcting) },
      ...(entries || view.estimates.length === 0
        ? []
        : [{ kind: 'text' as const, text: words.estimated(view.estimates) }]),
      ...newRuleBlocks(view),
      { kind: 'form', name: 'month', fields: explained ? [...inputs, reason] : inputs, submit },
      purposeBlock(view),
    ],
  };
}

function titleOf(view: UnitMonth, correcting: boolean): string {
  if (correcting) return words.correctTitle(view.month);
  return view.ahead ? words.aheadTitle(view.month) : words.formTitle(view.month);
}

function hint(view: UnitMonth, correcting: boolean): Rich {
  if (correcting) return rich`${view.state === 'missing' ? words.lateHint : words.correctHint}`;
  if (view.ahead) return rich`${words.aheadHint}`;
  const what = view.filled.source === 'none' ? words.empty : words.editHint;
  return rich`${what}\n${words.deadline(view.deadline)}`;
}

function settledCard(view: UnitMonth): Card {
  const adopted = view.state === 'adopted';
  return {
    title: adopted ? words.adoptedTitle(view.month) : words.doneTitle(view.month),
    subtitle: view.unit.name,
    tone: 'success',
    blocks: [
      factsBlock(view),
      { kind: 'note', text: adopted ? words.adopted : words.doneBy(view.byName, view.at) },
      { kind: 'buttons', buttons: [correctButton(view)] },
    ],
  };
}

/** Figures that were entered before the month is collected. */
export function registeredCard(view: UnitMonth, entries: readonly Entry[]): Card {
  const known = {
    ...view,
    filled: { ...view.filled, entries: entries.map((e) => ({ ...e, from: 'registered' as const })) },
  };
  return {
    title: words.registeredTitle(view.month),
    subtitle: view.unit.name,
    tone: 'success',
    blocks: [factsBlock(known), { kind: 'note', text: words.registeredThen }],
  };
}

function missingCard(view: UnitMonth): Card {
  return {
    title: words.missingTitle(view.month),
    subtitle: view.unit.name,
    tone: 'neutral',
    blocks: [
      { kind: 'text', text: words.missing },
      { kind: 'buttons', buttons: [correctButton(view)] },
    ],
  };
}

export function confirmButton(view: UnitMonth): ActionButton {
  return { text: words.confirm, action: 'counts.confirm', value: valueOf(view), style: 'primary' };
}

export function correctButton(view: UnitMonth, text: string = words.correct): ActionButton {
  return { text, action: 'counts.correct', value: valueOf(view) };
}

function deadlineBlock(view: UnitMonth): Block {
  const until = words.deadline(view.deadline);
  // Registered figures are adopted when nobody acts (BR-14); figures of last month are not.
  return { kind: 'text', text: view.filled.source === 'registered' ? words.adoptedThen(until) : until };
}

function factsBlock(view: UnitMonth): Block {
  return {
    kind: 'facts',
    facts: view.filled.entries.map((entry) => ({
      label: indicatorNames[entry.indicator],
      value: entryText(entry),
    })),
  };
}

/** Whoever counts has to know when it is counted otherwise from now on. */
function newRuleBlocks({ rule }: UnitMonth): Block[] {
  return rule?.isNew ? [{ kind: 'text', text: words.newRule(rule) }] : [];
}

function purposeBlock(view: UnitMonth): Block {
  return {
    kind: 'panel',
    title: words.purposeTitle,
    blocks: [
      {
        kind: 'text',
        text: joinRich(
          askedFields(view).map((field) => words.purpose(field.name)),
          '\n',
        ),
      },
      ...(view.rule ? [{ kind: 'text' as const, text: words.rule(view.rule) }] : []),
      { kind: 'note', text: words.purposeFooter },
    ],
  };
}
