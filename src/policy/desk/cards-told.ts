import type { Block, Card } from '../../chat/card.ts';
import { openButton } from '../../chat/todo.ts';
import { toldWords as words } from './words-told.ts';

export interface Told {
  number: string;
  question: string;
}

/** To whoever may approve: one line, one tap to the list. */
export function submittedCard({ number, question, remark }: Told & { remark: string }): Card {
  return {
    title: words.submittedTitle,
    summary: words.submittedSummary(question),
    tone: 'info',
    blocks: [
      { kind: 'text', text: words.entry(number, question) },
      ...remarkBlock(remark),
      { kind: 'buttons', buttons: [openButton(words.look, words.review)] },
    ],
  };
}

/** To the author, once. */
export function decidedCard({ number, question, reason }: Told & { reason: string | undefined }): Card {
  const returned = reason !== undefined;
  return {
    title: returned ? words.returnedTitle : words.publishedTitle,
    summary: returned ? words.returnedSummary(question) : words.publishedSummary(question),
    tone: returned ? 'notice' : 'success',
    blocks: [
      { kind: 'text', text: words.entry(number, question) },
      ...(returned ? [{ kind: 'text' as const, text: words.reason(reason) }] : []),
      ...(returned
        ? [{ kind: 'buttons' as const, buttons: [openButton(words.goOn, words.change(number))] }]
        : [{ kind: 'note' as const, text: words.live }]),
    ],
  };
}

function remarkBlock(remark: string): Block[] {
  return remark === '' ? [] : [{ kind: 'text', text: words.remark(remark) }];
}

export interface Expiring extends Told {
  /** Last day; empty when only the check is due. */
  validUntil: string;
  reviewBy: string | null;
}

/** As many as a phone shows; the console lists all. */
const LISTED = 10;

/** To whoever owns them, once: what ends in two months, and what was to be looked at again. */
export function expiringCard(entries: readonly Expiring[]): Card {
  const left = entries.length - LISTED;
  return {
    title: words.expiringTitle,
    summary: words.expiringSummary(entries.length),
    tone: 'notice',
    blocks: [
      ...entries.slice(0, LISTED).flatMap(({ number, question, validUntil, reviewBy }): Block[] => [
        { kind: 'text', text: words.entry(number, question) },
        { kind: 'text', text: validUntil ? words.ends(validUntil) : words.checkDue(reviewBy ?? '') },
        { kind: 'buttons', buttons: [openButton(words.edit, words.change(number))] },
      ]),
      ...(left > 0 ? [{ kind: 'note' as const, text: words.expiringMore(left) }] : []),
      { kind: 'note', text: words.expiringNote },
    ],
  };
}
