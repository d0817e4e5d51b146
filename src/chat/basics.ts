import { z } from 'zod';
import { setGroupState } from '../people/verbs/set-group-state.ts';
import { setMuted } from '../people/verbs/set-muted.ts';
import { aboutCard, helpCard, mutedCard } from './cards.ts';
import { readContact } from './contact.ts';
import type { Action, Feature } from './feature.ts';
import { outcome } from './outcome.ts';
import { deliverAction, openAction, todayCommand } from './today.ts';
import { cardWords, basicWords as words } from './words.ts';

/** What every bot can do: help assembled from the features, who runs it (BR-32), silence (BR-18). */
export function basics(features: readonly Feature[]): Feature {
  const self: Feature = {
    name: 'chat',
    title: words.title,
    commands: [
      {
        words: words.helpWords,
        help: '',
        where: 'anywhere',
        run: async (ctx, { message }) =>
          outcome(helpCard([...features, self], ctx.actor, message.chat.kind === 'private')),
      },
      {
        words: words.aboutWords,
        help: words.aboutHelp,
        where: 'anywhere',
        run: async (ctx) => outcome(aboutCard(ctx.host, await readContact(ctx.db))),
      },
      todayCommand(features),
      silence(true),
      silence(false),
    ],
    actions: { open: openAction(features), deliver: deliverAction, mute: muteAction, unmute: unmuteAction },
  };
  return self;
}

/** In a group it silences the group, in private it switches off everything that is no duty. */
function silence(on: boolean): NonNullable<Feature['commands']>[number] {
  return {
    words: on ? words.silenceWords : words.resumeWords,
    help: on ? words.silenceHelp : '',
    where: 'anywhere',
    run: async (ctx, { message }) => {
      const group = message.chat.kind === 'group';
      const change = group
        ? await setGroupState(ctx, { chatId: message.chat.id, silent: on })
        : await setMuted(ctx, { openId: message.openId, muted: on });
      return outcome(mutedCard(on, group), change);
    },
  };
}

/** On a notice: the card stays, as it can still be read. */
const muteAction: Action = {
  value: z.object({}),
  run: async (ctx, { source }) =>
    outcome(
      { toast: { tone: 'success' as const, text: cardWords.mutedToast } },
      await setMuted(ctx, { openId: source.openId, muted: true }),
    ),
};

const unmuteAction: Action = {
  value: z.object({}),
  run: async (ctx, { source }) =>
    outcome({ card: mutedCard(false, false) }, await setMuted(ctx, { openId: source.openId, muted: false })),
};
