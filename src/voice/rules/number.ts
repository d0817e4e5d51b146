import type { VoiceKind } from './kind.ts';

/** Neither digits nor letters that are taken for one another when read off a screen or over the phone. */
const LETTERS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const LENGTH = 8;

const PREFIX: Record<VoiceKind, string> = { complaint: 'T', suggestion: 'J', relief: 'F' };

/** `T-7K3M-9QXD` out of at least eight random bytes: about 40 bits, too many to be guessed through a chat. */
export function numberFrom(kind: VoiceKind, bytes: Uint8Array): string {
  const letters = Array.from(bytes.slice(0, LENGTH), (byte) => LETTERS[byte % LETTERS.length] ?? '');
  return `${PREFIX[kind]}-${letters.slice(0, 4).join('')}-${letters.slice(4).join('')}`;
}

/** As people type it: small letters, full width, without dashes. Undefined when it can be no such number. */
export function numberIn(typed: string): string | undefined {
  const plain = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '');
  const match = /^([TJF])([2-9A-Z]{4})([2-9A-Z]{4})$/.exec(plain);
  return match ? `${match[1]}-${match[2]}-${match[3]}` : undefined;
}
