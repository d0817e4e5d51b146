import { checkCard } from '../../feishu/card-check.ts';
import { nodesIn } from './card-tree.ts';
import type { Core } from './core.ts';

export interface CardProblem {
  code: number;
  message: string;
}

export type CardJson = Record<string, unknown>;

/** Card, post and their PATCH: 30 KB for the whole request body. */
export const CARD_BYTES = 30 * 1024;

/** First reason why the platform would not take this card; undefined when it would. */
export function cardProblem(core: Core, card: unknown): CardProblem | undefined {
  const [problem] = checkCard(card, { maxTables: core.faults.maxTables });
  if (problem) return { code: problem.code, message: `${problem.message}; ErrPath: ROOT -> ${problem.path}` };
  return unknownPerson(core, card as CardJson) ?? unknownImage(core, card as CardJson);
}

export function schemaOf(card: CardJson): '1.0' | '2.0' {
  return card.schema === '2.0' ? '2.0' : '1.0';
}

export function updatesForAll(card: CardJson): boolean {
  return (card.config as CardJson | undefined)?.update_multi === true;
}

function unknownPerson(core: Core, card: CardJson): CardProblem | undefined {
  for (const { node } of nodesIn(card)) {
    const stranger = peopleNamedBy(node).find((id) => !core.directory.get(id));
    if (stranger) return { code: 100290, message: `unknown user ${stranger}` };
  }
  return undefined;
}

function peopleNamedBy(node: CardJson): string[] {
  if (node.tag === 'person') return [String(node.user_id)];
  if (node.tag === 'person_list' && node.drop_invalid_user_id !== true)
    return (node.persons as { id: string }[]).map((person) => person.id);
  if (node.tag !== 'markdown' && node.tag !== 'lark_md') return [];
  return [...String(node.content).matchAll(/<at ids?=["']?([^"'>\s]+)["']?/g)]
    .flatMap((match) => (match[1] ?? '').split(','))
    .filter((id) => id !== 'all');
}

function unknownImage(core: Core, card: CardJson): CardProblem | undefined {
  for (const { node } of nodesIn(card)) {
    const key = node.img_key;
    if (typeof key === 'string' && core.resources.get(key)?.kind !== 'image')
      return { code: 200570, message: `unknown image key ${key}` };
  }
  return undefined;
}
