import { actorWords as words } from './words-actors.ts';

/** Of an audit row's actor (`kernel/actor.ts`); `name` is that of the person on the roster, if there is one. */
export function actorText(actor: string, name: string | null): string {
  if (name) return name;
  if (actor.startsWith('system:')) return words.system;
  return actor.startsWith('cli:') ? words.cli : words.gone;
}
