import { formProblems } from '../../../chat/words.ts';
import { AppError } from '../../../kernel/errors.ts';
import { readForm } from '../../../kernel/form.ts';
import { REPLY_LENGTH } from '../../../voice/cards-desk.ts';
import { replyVoice } from '../../../voice/verbs/reply-voice.ts';
import { deskWords } from '../../../voice/words.ts';
import { besideFields } from '../../chat-verbs.ts';
import type { Form } from '../../section.ts';
import { textOf, valuesOf } from '../../sent.ts';
import { voiceAccess as access } from './access.ts';
import { voiceItem } from './item.tsx';

const BEGINNINGS = [
  ['reply', deskWords.reply],
  ['next', deskWords.next],
] as const;

export const voiceReply: Form = {
  page: voiceItem,
  async submit({ params, sent, perform }) {
    const { number = '' } = params;
    await besideFields(BEGINNINGS, () => {
      const reading = readForm(
        [
          { name: 'reply', label: deskWords.reply, kind: 'text', required: true, max: REPLY_LENGTH },
          {
            name: 'next',
            label: deskWords.next,
            kind: 'choice',
            options: ['done', 'working'],
            required: true,
          },
        ],
        valuesOf(sent),
      );
      if (!reading.ok) throw new AppError('invalid', formProblems(reading.problems));
      const { reply: text, next } = reading.values;
      const revision = Number(textOf(sent, 'revision'));
      return perform((on) => replyVoice(on, { number, revision, text, done: next === 'done' }));
    });
    return { to: access.voice.path, notice: 'replied' };
  },
};
