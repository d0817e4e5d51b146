import type { Command } from '../chat/feature.ts';
import { outcome } from '../chat/outcome.ts';
import { dayOf } from '../kernel/day.ts';
import { yearOf } from '../kernel/period.ts';
import { rehearsePattern, silencePattern, silenceWish } from './lexicon.ts';
import { ownCounty } from './own-levels.ts';
import { rehearsalCard } from './rehearsal/cards.ts';
import { rehearseRules } from './rehearsal/verbs/rehearse-rules.ts';
import { rehearsalWords } from './rehearsal/words.ts';
import { openSilence } from './silences/verbs/open-silence.ts';
import { silenceWords } from './silences/words.ts';
import { showBoard } from './verbs/show-board.ts';
import { boardWords } from './words-board.ts';

const board: Command = {
  words: boardWords.command,
  help: boardWords.help,
  where: 'private',
  roles: ['coordinator'],
  run: (ctx) => showBoard(ctx),
};

const silence: Command = {
  words: silenceWords.command,
  pattern: silencePattern,
  help: silenceWords.help,
  where: 'private',
  roles: ['coordinator'],
  run: (ctx, { args: [said] }) => openSilence(ctx, said ? { wish: silenceWish(said) } : {}),
};

const rehearsal: Command = {
  words: rehearsalWords.command,
  pattern: rehearsePattern,
  help: rehearsalWords.help,
  where: 'private',
  roles: ['coordinator'],
  async run(ctx, { args: [year, version] }) {
    const lastYear = yearOf(dayOf(ctx.now)) - 1;
    const { result } = await rehearseRules(ctx, {
      county: ownCounty(ctx.actor),
      year: year ? Number(year) : lastYear,
      version: version ?? '',
    });
    return outcome(rehearsalCard(result));
  },
};

export const commands: Command[] = [board, silence, rehearsal];
