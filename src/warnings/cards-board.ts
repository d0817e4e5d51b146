import type { Block, Card } from '../chat/card.ts';
import type { SilenceRow } from './silences/repo.ts';
import { silenceWords } from './silences/words.ts';
import type { TaskRow } from './tasks/repo.ts';
import { boardWords as words } from './words-board.ts';

/** Enough for one sitting; a card holds no more with ease. */
const SHOWN = 12;

export interface Board {
  tasks: (TaskRow & { name: string })[];
  silences: (SilenceRow & { name: string })[];
  /** Of the rules now in force. */
  version: string;
  /** To be rehearsed. */
  year: number;
}

export function boardCard({ tasks, silences, version, year }: Board): Card {
  const shown = tasks.slice(0, SHOWN);
  return {
    title: words.title,
    subtitle: words.subtitle(tasks.length, silences.length),
    tone: tasks.length > 0 ? 'warning' : 'info',
    blocks: [
      ...(tasks.length === 0 ? [{ kind: 'text' as const, text: words.nothing }] : shown.flatMap(taskBlocks)),
      ...(tasks.length > SHOWN ? [{ kind: 'note' as const, text: words.more(tasks.length - SHOWN) }] : []),
      ...(silences.length > 0 ? silenceBlocks(silences) : []),
      { kind: 'divider' },
      {
        kind: 'buttons',
        buttons: [
          { text: words.newSilence, action: 'warnings.newSilence' },
          { text: words.rehearse, action: 'warnings.rehearse', value: { year, version: '' } },
        ],
      },
      { kind: 'note', text: words.rules(version) },
    ],
  };
}

function taskBlocks({ kind, name, scope, indicator, month }: TaskRow & { name: string }): Block[] {
  return [
    { kind: 'text', text: words.task(kind, name, indicator, month) },
    {
      kind: 'buttons',
      buttons: [
        {
          text: words.open[kind],
          action: kind === 'draft' ? 'warnings.draft' : 'warnings.todo',
          value: { scope, indicator, month },
          style: 'primary',
        },
      ],
    },
  ];
}

function silenceBlocks(silences: Board['silences']): Block[] {
  return [
    { kind: 'divider' },
    { kind: 'note', text: words.silenceTitle },
    ...silences.flatMap((one): Block[] => [
      {
        kind: 'text',
        text: words.silence(
          silenceWords.scope(one.name, one.indicator),
          one.until,
          one.reason,
          one.authorName,
        ),
      },
      {
        kind: 'buttons',
        buttons: [{ text: words.lift, action: 'warnings.lift', value: { id: one.id } }],
      },
    ]),
  ];
}
