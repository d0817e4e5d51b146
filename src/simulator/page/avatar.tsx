/** @jsxImportSource hono/jsx/dom */

const TINTS = 8;

/** The same person always has the same tint. */
function tintOf(id: string): number {
  let sum = 0;
  for (const char of id) sum = (sum * 31 + (char.codePointAt(0) ?? 0)) % 9973;
  return sum % TINTS;
}

export function Avatar({
  id,
  name,
  kind = 'person',
}: {
  id: string;
  name: string;
  kind?: 'person' | 'bot' | 'group';
}) {
  if (kind === 'bot')
    return (
      <span class="avatar avatar-bot" aria-hidden="true">
        <svg viewBox="0 0 32 32" width="100%" height="100%">
          <path d="M24 7.5c-8.5.2-14 4.8-15.2 13L8 25l1.9-.5.9-3.2C17.6 22 23 16.8 24 7.5z" fill="#fff" />
          <path d="M10.8 21.3C13 17.5 16 15 19.5 13" stroke="#3370ff" stroke-width="1.4" fill="none" />
        </svg>
      </span>
    );
  return (
    <span class="avatar" data-tint={tintOf(id)} aria-hidden="true">
      {kind === 'group' ? name.slice(0, 2) : name.slice(-2)}
    </span>
  );
}
