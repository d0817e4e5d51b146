import type { EntryText } from '../../../../policy/desk/rules/entry-text.ts';
import { collisionsWith } from '../../../../policy/publish-writes.ts';
import { collisionWords } from '../../../../policy/words-collisions.ts';
import type { Ctx } from '../../../../store/context.ts';
import { editorWords as words } from './words.ts';

/** Entries that ask the same already, and phrasings that two entries would fight over. */
export async function Hints({ ctx, number, text }: { ctx: Ctx; number: string; text: EntryText }) {
  if (text.question === '') return <p class="soft">{words.noHints}</p>;
  const collisions = await collisionsWith(ctx, [{ ...text, number }]);
  if (collisions.length === 0) return <p class="soft">{words.noHints}</p>;
  return (
    <ul class="plain-list">
      {collisions.map((collision) => (
        <li>{collisionWords.reason(collision)}</li>
      ))}
    </ul>
  );
}
