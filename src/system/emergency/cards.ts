import type { Block, Card } from '../../chat/card.ts';
import { joinRich, rich } from '../../chat/rich.ts';
import type { Emergency } from '../../delivery/emergency.ts';
import { dayOf } from '../../kernel/day.ts';
import { monthOf } from '../../kernel/period.ts';
import { EMERGENCY_HOURS } from './verbs/open-emergency.ts';
import { emergencyWords as words } from './words.ts';

export function closedCard(): Card {
  return {
    title: words.title,
    tone: 'neutral',
    blocks: [
      { kind: 'text', text: words.closed },
      {
        kind: 'form',
        name: 'emergency',
        fields: [
          { kind: 'input', name: 'reason', label: words.reason, hint: words.reasonHint, maxLength: 60 },
          { kind: 'input', name: 'approver', label: words.approver, hint: words.approverHint, maxLength: 30 },
          {
            kind: 'select',
            name: 'hours',
            label: words.hours,
            value: String(EMERGENCY_HOURS[0]),
            options: EMERGENCY_HOURS.map((hours) => ({ text: words.options(hours), value: String(hours) })),
          },
        ],
        submit: {
          text: words.open,
          action: 'system.emergency-open',
          style: 'danger',
          confirm: { title: words.confirmTitle, text: words.confirm },
        },
      },
      { kind: 'note', text: words.rules },
    ],
  };
}

export function openCard({ reason, approver, from, until }: Emergency): Card {
  const { facts } = words;
  return {
    title: words.openedTitle,
    tone: 'danger',
    blocks: [
      {
        kind: 'facts',
        facts: [
          { label: facts.reason, value: rich`${reason}` },
          { label: facts.approver, value: rich`${approver}` },
          { label: facts.from, value: words.moment(from) },
          { label: facts.until, value: words.moment(until) },
        ],
      },
      { kind: 'buttons', buttons: [{ text: words.end, action: 'system.emergency-end' }] },
      { kind: 'note', text: words.rules },
    ],
  };
}

export function endedCard(): Card {
  return { title: words.endedTitle, tone: 'success', blocks: [{ kind: 'text', text: words.ended }] };
}

/** What everybody may see: how often in each month, and in private why. */
export function publicCard(uses: readonly Emergency[], group: boolean): Card {
  const months = [...Map.groupBy(uses, ({ from }) => monthOf(dayOf(from)))];
  const blocks = months.flatMap(([month, some]): Block[] => [
    { kind: 'text', text: rich`**${words.publicMonth(month, some.length)}**` },
    ...(group
      ? []
      : [
          {
            kind: 'text' as const,
            text: joinRich(
              some.map((use) => rich`${words.publicUse(use.reason, use.approver, use.from, use.until)}`),
              '\n',
            ),
          },
        ]),
  ]);
  return {
    title: words.publicTitle,
    tone: 'neutral',
    blocks: blocks.length > 0 ? blocks : [{ kind: 'text', text: words.publicNone }],
  };
}
