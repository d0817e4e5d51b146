import type { Actor } from '../kernel/actor.ts';
import { hasRole } from '../people/scope.ts';
import type { Command, Feature } from './feature.ts';

export interface FoundCommand {
  command: Command;
  args: string[];
}

/** Exact words first, over all features; then patterns. Blanks around and closing punctuation do not matter. */
export function findCommand(features: readonly Feature[], text: string): FoundCommand | undefined {
  const said = text.trim().replace(/[。．.!！?？~～\s]+$/u, '');
  const commands = features.flatMap((feature) => feature.commands ?? []);
  const exact = commands.find((command) => command.words.includes(said));
  if (exact) return { command: exact, args: [] };
  for (const command of commands) {
    const match = command.pattern?.exec(text.trim());
    if (match) return { command, args: match.slice(1).map((group) => group ?? '') };
  }
  return undefined;
}

export function mayUse(actor: Actor, command: Command): boolean {
  return !command.roles || hasRole(actor, ...command.roles);
}
