import type { Ctx } from '../store/context.ts';
import type { VoiceKind } from './rules/kind.ts';
import { numberFrom } from './rules/number.ts';

/** A new receipt number. Ids tell when they were made; their digest does not. */
export async function drawNumber({ ids }: Ctx, kind: VoiceKind): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(`voice:${ids.next()}`));
  return numberFrom(kind, new Uint8Array(digest));
}
