import { type ApiCall, Refusal } from './call.ts';

export interface Page<T> {
  items: T[];
  has_more: boolean;
  page_token?: string;
}

/** Page tokens mean nothing to the caller; ours hold the index of the next row. */
export function page<T>(
  call: ApiCall,
  all: T[],
  size: { standard: number; most: number; short?: boolean },
): Page<T> {
  const asked = Number(call.query('page_size') ?? size.standard);
  if (!Number.isInteger(asked) || asked < 1 || asked > size.most)
    throw new Refusal(40011, 'page size is invalid');
  const start = startOf(call.query('page_token'), all.length);
  const end = start + (size.short ? Math.max(1, Math.floor(asked / 2)) : asked);
  const more = end < all.length;
  return { items: all.slice(start, end), has_more: more, ...(more && { page_token: tokenAt(end) }) };
}

function startOf(token: string | undefined, length: number): number {
  if (!token) return 0;
  const index = Number(Buffer.from(token, 'base64url').toString().replace(/^row:/, ''));
  if (!Number.isInteger(index) || index <= 0 || index > length || tokenAt(index) !== token)
    throw new Refusal(40012, 'page token is invalid');
  return index;
}

function tokenAt(index: number): string {
  return Buffer.from(`row:${index}`).toString('base64url');
}
