import { diffRevisions, type FieldDiff, type Part } from '../../../../policy/desk/rules/diff.ts';
import type { EntryText } from '../../../../policy/desk/rules/entry-text.ts';
import { fieldNames } from '../../../../policy/words-fields.ts';
import { questionWords as words } from '../words.ts';

/** What changed between two texts, field by field: what went is struck through, what came is marked. */
export function Changes({ before, after }: { before: EntryText; after: EntryText }) {
  const changed = diffRevisions(before, after);
  if (changed.length === 0) return <p>{words.same}</p>;
  return (
    <>
      <p class="soft">{words.changed(changed.length)}</p>
      <dl class="panel changes-of">
        {changed.map((diff) => (
          <>
            <dt>{fieldNames[diff.field]}</dt>
            <dd>
              <Changed diff={diff} />
            </dd>
          </>
        ))}
      </dl>
    </>
  );
}

function Changed({ diff }: { diff: FieldDiff }) {
  if (diff.kind === 'text')
    return (
      <p class="answer">
        {diff.parts.map((part) => (
          <Piece part={part} />
        ))}
      </p>
    );
  const line = (kind: Part['kind']) => (text: string) => (
    <li>
      <Piece part={{ kind, text }} />
    </li>
  );
  return (
    <ul class="changes">
      {diff.removed.map(line('removed'))}
      {diff.added.map(line('added'))}
    </ul>
  );
}

/** Screen readers rarely tell struck or marked text from other; the words stand there for them. */
function Piece({ part: { kind, text } }: { part: Part }) {
  if (kind === 'same') return <>{text}</>;
  const said = <span class="only-heard">{kind === 'removed' ? words.removed : words.added}</span>;
  return kind === 'removed' ? (
    <del>
      {said}
      {text}
    </del>
  ) : (
    <ins>
      {said}
      {text}
    </ins>
  );
}
