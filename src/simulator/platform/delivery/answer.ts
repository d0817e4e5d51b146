import { CARD_BYTES, type CardJson, cardProblem, schemaOf } from '../cards.ts';
import type { Core } from '../core.ts';
import type { ClickResult } from '../types.ts';

export type Answer = { toast?: NonNullable<ClickResult['toast']>; card?: CardJson } | { errorCode: number };

const TOASTS = new Set(['info', 'success', 'warning', 'error']);
const BAD_FORMAT = { errorCode: 200672 };
const BAD_CARD = { errorCode: 200673 };
const OTHER_SCHEMA = { errorCode: 200830 };

/** All or nothing: one illegal part and neither toast nor card counts. */
export function readAnswer(core: Core, text: string, present: CardJson): Answer {
  const body = objectOf(text);
  if (!body || !only(body, ['toast', 'card'])) return BAD_FORMAT;
  const toast = body.toast === undefined ? undefined : readToast(body.toast);
  if (toast === null) return BAD_FORMAT;
  const card = body.card === undefined ? undefined : readCard(core, body.card, present);
  if (card && 'errorCode' in card) return card;
  return { ...(toast && { toast }), ...(card && { card: card.json }) };
}

/** Null when it is not a toast. */
function readToast(value: unknown): NonNullable<ClickResult['toast']> | null {
  if (!isObject(value) || !only(value, ['type', 'content', 'i18n'])) return null;
  const type = value.type ?? 'info';
  if (typeof type !== 'string' || !TOASTS.has(type)) return null;
  const translations = value.i18n ?? {};
  if (!isObject(translations) || Object.values(translations).some((each) => typeof each !== 'string'))
    return null;
  const content = (translations.zh_cn as string | undefined) ?? value.content;
  if (typeof content !== 'string') return null;
  return { type: type as 'info', content };
}

function readCard(core: Core, value: unknown, present: CardJson): { json: CardJson } | { errorCode: number } {
  if (!isObject(value) || !only(value, ['type', 'data']) || !isObject(value.data)) return BAD_FORMAT;
  // Templates live in the card builder of the console, which nobody here has.
  if (value.type === 'template') return typeof value.data.template_id === 'string' ? BAD_CARD : BAD_FORMAT;
  if (value.type !== 'raw') return BAD_FORMAT;
  if (schemaOf(value.data) !== schemaOf(present)) return OTHER_SCHEMA;
  if (core.faults.refuseRawCards) return BAD_CARD;
  if (Buffer.byteLength(JSON.stringify(value.data)) > CARD_BYTES) return BAD_CARD;
  return cardProblem(core, value.data) ? BAD_CARD : { json: value.data };
}

function objectOf(text: string): Record<string, unknown> | undefined {
  try {
    const body: unknown = JSON.parse(text);
    return isObject(body) ? body : undefined;
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function only(value: Record<string, unknown>, keys: string[]): boolean {
  return Object.keys(value).every((key) => keys.includes(key));
}
