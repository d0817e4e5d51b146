import type { Card } from '../chat/card.ts';
import { dayOf } from '../kernel/day.ts';
import type { Ctx } from '../store/context.ts';
import { words } from './words.ts';

export function stoppedCard({ host, now }: Ctx, changed: boolean): Card {
  return {
    title: changed ? words.stoppedTitle : words.stoppedAlready,
    tone: 'notice',
    blocks: [
      { kind: 'text', text: words.stopped },
      {
        kind: 'panel',
        title: words.announcementTitle,
        blocks: [{ kind: 'text', text: words.announcement(host.organisation, dayOf(now)) }],
      },
      { kind: 'note', text: words.stoppedExport },
      { kind: 'buttons', buttons: [{ text: words.resume, action: 'system.resume' }] },
    ],
  };
}

export function resumedCard(changed: boolean): Card {
  return {
    title: changed ? words.resumedTitle : words.resumedAlready,
    tone: 'success',
    blocks: [{ kind: 'text', text: words.resumed }],
  };
}

export function calendarCard(year: number): Card {
  return {
    title: words.calendarTitle(year),
    tone: 'notice',
    blocks: [
      { kind: 'text', text: words.calendar(year) },
      { kind: 'note', text: words.calendarNext(year) },
    ],
  };
}
