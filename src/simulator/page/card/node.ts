import type { Directory } from '../../wire.ts';

/** A piece of card JSON as it came over the wire: nothing about it is taken for granted. */
export type Node = Record<string, unknown>;

/** Where a card stands. */
export interface Place {
  messageId: string;
  /** Times the card was replaced; entries belong to one version. */
  version: number;
  dark: boolean;
  /** Business time, for pickers. */
  today: number;
  directory: Directory;
}

export function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function node(value: unknown): Node {
  return isNode(value) ? value : {};
}

export function nodes(value: unknown): Node[] {
  return Array.isArray(value) ? value.filter(isNode) : [];
}

export function str(value: unknown, otherwise = ''): string {
  return typeof value === 'string' ? value : otherwise;
}

/** Any value as it can be shown. */
export function said(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

export function num(value: unknown, otherwise: number): number {
  return typeof value === 'number' && Number.isFinite(value) ? value : otherwise;
}

/** The words of a text object, or of a plain string. */
export function words(value: unknown): string {
  return typeof value === 'string' ? value : str(node(value)['content']);
}

export function nameOf(place: Place, openId: string): string {
  if (openId === place.directory.bot.openId) return place.directory.bot.name;
  return place.directory.people.find((person) => person.openId === openId)?.name ?? '未知用户';
}
