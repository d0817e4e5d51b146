import { z } from 'zod';
import { boxName } from '../../chat/checklist.ts';
import { type ItemFields, marksOf } from './fields.ts';

/** Longer than any draft whose fields keep their lengths. */
const MOST = 2_000;

/** What a card carries of an item that is not registered yet, in its button; it is read as a form is, and checked again. */
export const packedDraft = z.string().max(MOST);

export function packDraft(fields: ItemFields): string {
  const { number, title, day, kind, issuer, parts, basis } = fields;
  return JSON.stringify({
    number,
    title,
    day,
    kind,
    issuer,
    parts: String(parts),
    basis,
    ...Object.fromEntries(marksOf(fields).map((mark) => [boxName('marks', mark), true])),
  });
}

const form = z.record(z.string(), z.union([z.string(), z.boolean()]));

/** The draft as a submitted form; empty when it is none. */
export function unpackDraft(packed: string): Record<string, unknown> {
  try {
    return form.parse(JSON.parse(packed));
  } catch {
    return {};
  }
}
