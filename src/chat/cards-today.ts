import type { Block, Card } from './card.ts';
import { rich } from './rich.ts';
import type { Todo } from './todo.ts';
import { todayWords as words } from './words-today.ts';

const KINDS = ['decide', 'do', 'missing'] as const;

/** More names than this are folded away: a phone shows the next line sooner. */
const NAMES_IN_LINE = 3;

/** What waits for one person: what they decide, what they owe, who else is not done. A group sees numbers only. */
export function todayCard(todos: readonly Todo[], { day, group }: { day: string; group: boolean }): Card {
  if (todos.length === 0)
    return {
      title: words.title,
      subtitle: day,
      tone: 'success',
      blocks: [{ kind: 'text', text: words.none }],
    };
  const sections = KINDS.map((kind) => ({ kind, lines: todos.filter((todo) => todo.kind === kind) }));
  return {
    title: words.title,
    subtitle: words.subtitle(day, todos.length),
    tone: 'info',
    blocks: [
      ...sections.flatMap(({ kind, lines }): Block[] =>
        lines.length === 0
          ? []
          : [
              { kind: 'text', text: rich`**${words.headings[kind]}**` },
              ...lines.flatMap((todo) => lineBlocks(todo, group)),
            ],
      ),
      ...(group ? [{ kind: 'note' as const, text: words.inPrivate }] : []),
    ],
  };
}

function lineBlocks({ text, names = [], button }: Todo, group: boolean): Block[] {
  if (group) return [{ kind: 'text', text }];
  const few = names.length > 0 && names.length <= NAMES_IN_LINE;
  return [
    { kind: 'text', text: few ? words.withNames(text, names) : text },
    ...(names.length > NAMES_IN_LINE
      ? [
          {
            kind: 'panel' as const,
            title: words.which(names.length),
            blocks: [{ kind: 'text' as const, text: words.names(names) }],
          },
        ]
      : []),
    ...(button ? [{ kind: 'buttons' as const, buttons: [button] }] : []),
  ];
}
