import { changedFields, type EntryText, type Field } from './entry-text.ts';

export type Part = { kind: 'same' | 'added' | 'removed'; text: string };

/** What changed in one field: running text part by part, lists as what came and what went. */
export type FieldDiff =
  | { field: Field; kind: 'text'; parts: Part[] }
  | { field: Field; kind: 'list'; added: string[]; removed: string[] };

/** A number with its unit, a word of letters, one Chinese character, or one of anything else. */
const PIECE = /\d+(?:[.,]\d+)*[%％]?|[a-zA-Z]+|\p{Script=Han}|\s+|./gsu;

/** Longer texts are compared sentence by sentence, so that no text takes long. */
const MOST_CELLS = 1_500_000;
const SENTENCE = /[^。；！？\n]*[。；！？\n]*/gu;

/** Between two changes so few same letters are read more easily as changed. */
const ISLAND = 2;

/** Only the fields that differ, in the order of the form. */
export function diffRevisions(before: EntryText, after: EntryText): FieldDiff[] {
  return changedFields(before, after).map((field): FieldDiff => {
    const a = before[field];
    const b = after[field];
    if (typeof a === 'string' && typeof b === 'string') return { field, kind: 'text', parts: diffText(a, b) };
    const had = [a].flat();
    const has = [b].flat();
    return {
      field,
      kind: 'list',
      added: has.filter((one) => !had.includes(one)),
      removed: had.filter((one) => !has.includes(one)),
    };
  });
}

/** Joined without `added` it is the old text, without `removed` the new one. */
export function diffText(before: string, after: string): Part[] {
  const fine = [piecesOf(before, PIECE), piecesOf(after, PIECE)] as const;
  const [a, b] =
    fine[0].length * fine[1].length <= MOST_CELLS
      ? fine
      : [piecesOf(before, SENTENCE), piecesOf(after, SENTENCE)];
  return readable(joined(aligned(a, b)));
}

function piecesOf(text: string, pattern: RegExp): string[] {
  return (text.match(pattern) ?? []).filter((piece) => piece !== '');
}

/** Longest common subsequence. */
function aligned(a: readonly string[], b: readonly string[]): Part[] {
  const width = b.length + 1;
  const longest = new Uint32Array((a.length + 1) * width);
  const at = (i: number, j: number) => longest[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      longest[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  const parts: Part[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    const removed = a[i];
    const added = b[j];
    if (removed !== undefined && removed === added) {
      parts.push({ kind: 'same', text: removed });
      i++;
      j++;
    } else if (removed !== undefined && (added === undefined || at(i + 1, j) >= at(i, j + 1))) {
      parts.push({ kind: 'removed', text: removed });
      i++;
    } else if (added !== undefined) {
      parts.push({ kind: 'added', text: added });
      j++;
    }
  }
  return parts;
}

/** Neighbours of one kind together; of a change, what went before what came. */
function joined(parts: readonly Part[]): Part[] {
  const result: Part[] = [];
  let removed = '';
  let added = '';
  const flush = () => {
    if (removed !== '') result.push({ kind: 'removed', text: removed });
    if (added !== '') result.push({ kind: 'added', text: added });
    removed = '';
    added = '';
  };
  for (const { kind, text } of parts) {
    if (kind === 'removed') removed += text;
    else if (kind === 'added') added += text;
    else {
      flush();
      const last = result.at(-1);
      if (last?.kind === 'same') last.text += text;
      else result.push({ kind, text });
    }
  }
  flush();
  return result;
}

/** Crumbs between changes go with them: `两年` to `三年半` is not read letter by letter. */
function readable(parts: readonly Part[]): Part[] {
  return joined(
    parts.flatMap((part, i): Part[] => {
      const between = i > 0 && i < parts.length - 1;
      if (part.kind !== 'same' || !between || Array.from(part.text).length > ISLAND) return [part];
      return [
        { kind: 'removed', text: part.text },
        { kind: 'added', text: part.text },
      ];
    }),
  );
}
