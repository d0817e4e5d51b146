import { z } from 'zod';
import type { Action } from '../chat/feature.ts';
import { outcome } from '../chat/outcome.ts';
import { formProblems } from '../chat/words.ts';
import { readForm } from '../kernel/form.ts';
import { ABOUT_LENGTH, receiptCard, statusCard, TEXT_LENGTH } from './cards.ts';
import { listCard, REPLY_LENGTH, voiceCard } from './cards-desk.ts';
import { VOICE_KINDS } from './rules/kind.ts';
import { listOpen } from './verbs/list-open.ts';
import { openVoice } from './verbs/open-voice.ts';
import { replyVoice } from './verbs/reply-voice.ts';
import { showStatus } from './verbs/show-status.ts';
import { submitVoice } from './verbs/submit-voice.ts';
import { deskWords, formWords, submitWords } from './words.ts';

const number = z.string().regex(/^[TJF]-[2-9A-Z]{4}-[2-9A-Z]{4}$/);
const drawn = z.object({ kind: z.enum(VOICE_KINDS), number });
const one = z.object({ number });
const seen = z.object({ number, revision: z.coerce.number().int().min(0) });

/** The receipt comes in the answer to the click and nowhere else: no queue learns who got it. */
const submit: Action = {
  value: drawn,
  fleeting: true,
  async run(ctx, { value, form }) {
    const reading = readForm(
      [
        { name: 'text', label: formWords.text, kind: 'text', required: true, max: TEXT_LENGTH },
        { name: 'about', label: formWords.about, kind: 'text', max: ABOUT_LENGTH },
        { name: 'sign', label: formWords.sign, kind: 'choice', options: ['anonymous', 'signed'] },
      ],
      form,
    );
    if (!reading.ok)
      return outcome({ toast: { tone: 'error' as const, text: formProblems(reading.problems) } });
    const { text, about = '', sign } = reading.values;
    const input = { ...drawn.parse(value), text, about, signed: sign === 'signed' };
    const { result, ...effects } = await submitVoice(ctx, input);
    return {
      ...effects,
      result: {
        toast: { tone: 'success', text: submitWords.toast(input.number) },
        card: receiptCard({ ...input, ...result }),
      },
    };
  },
};

const status: Action = {
  value: one,
  fleeting: true,
  async run(ctx, { value }) {
    const { result } = await showStatus(ctx, one.parse(value));
    return outcome({ card: statusCard(result.voice, result.replies) });
  },
};

const list: Action = {
  value: z.object({}),
  fleeting: true,
  async run(ctx) {
    const { result } = await listOpen(ctx);
    return outcome({ card: listCard(result) });
  },
};

const open: Action = {
  value: one,
  fleeting: true,
  async run(ctx, { value }) {
    const { result } = await openVoice(ctx, one.parse(value));
    return outcome({ card: voiceCard(result) });
  },
};

/** What comes after is the list: the next one, or the word that nothing waits. */
const reply: Action = {
  value: seen,
  fleeting: true,
  async run(ctx, { value, form }) {
    const reading = readForm(
      [
        { name: 'reply', label: deskWords.reply, kind: 'text', required: true, max: REPLY_LENGTH },
        { name: 'next', label: deskWords.next, kind: 'choice', options: ['done', 'working'] },
      ],
      form,
    );
    if (!reading.ok)
      return outcome({ toast: { tone: 'error' as const, text: formProblems(reading.problems) } });
    const { reply: text, next } = reading.values;
    const input = { ...seen.parse(value), text, done: next !== 'working' };
    const { result, ...effects } = await replyVoice(ctx, input);
    const left = (await listOpen(ctx)).result.filter((voice) => !input.done || voice.number !== input.number);
    const said = result.state === 'now' ? deskWords.sent : deskWords.before;
    return { ...effects, result: { toast: { tone: 'success', text: said }, card: listCard(left) } };
  },
};

export const actions: Record<string, Action> = { submit, status, list, open, reply };
