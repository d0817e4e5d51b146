import { textCard } from '../chat/cards.ts';
import type { Command, Feature } from '../chat/feature.ts';
import { FLEETING } from '../chat/message.ts';
import { outcome } from '../chat/outcome.ts';
import { actions } from './actions.ts';
import { mineCard, statusCard } from './cards.ts';
import { listCard } from './cards-desk.ts';
import { jobs } from './jobs.ts';
import { OPENING, OPENING_WITH_TEXT, STATUS, STATUS_WORDS } from './lexicon.ts';
import { readTodo } from './read-todo.ts';
import { VOICE_KINDS, type VoiceKind } from './rules/kind.ts';
import { listOpen } from './verbs/list-open.ts';
import { listOwn } from './verbs/list-own.ts';
import { openForm } from './verbs/open-form.ts';
import { showStatus } from './verbs/show-status.ts';
import { formWords, featureWords as words } from './words.ts';

/** In a group nothing is read but the wish: the form comes in private, empty. */
const opening = (kind: VoiceKind): Command => ({
  words: OPENING[kind],
  pattern: OPENING_WITH_TEXT[kind],
  help: kind === 'complaint' ? words.help : '',
  where: 'anywhere',
  fleeting: true,
  async run(ctx, { message, args }) {
    if (message.chat.kind === 'private') return openForm(ctx, { kind, text: args[0] ?? '' });
    const { result: card } = await openForm(ctx, { kind, text: '' });
    return outcome(textCard(formWords.groupTitle, formWords.group), {
      messages: [
        {
          key: `voice.form@${message.messageId}`,
          to: { kind: 'person', openId: message.openId },
          card,
          kind: 'answer',
          subject: FLEETING,
        },
      ],
    });
  },
});

/** The answer names the number: it does not stay beside the name of whoever asked. */
const status: Command = {
  words: STATUS_WORDS,
  pattern: STATUS,
  help: words.statusHelp,
  where: 'private',
  fleeting: true,
  async run(ctx, { args }) {
    const number = args[0] || args[1];
    if (number) {
      const { result } = await showStatus(ctx, { number });
      return outcome(statusCard(result.voice, result.replies));
    }
    return outcome(mineCard((await listOwn(ctx)).result));
  },
};

const list: Command = {
  words: words.listWords,
  help: words.listHelp,
  where: 'private',
  roles: ['coordinator', 'admin'],
  fleeting: true,
  async run(ctx) {
    return outcome(listCard((await listOpen(ctx)).result));
  },
};

/** Complaints, suggestions and words about burdens, with or without a name (BR-03). */
export const voice: Feature = {
  name: 'voice',
  title: words.title,
  commands: [...VOICE_KINDS.map(opening), status, list],
  actions,
  todo: readTodo,
  jobs,
};
