import { findNearDuplicates } from '../../../../policy/desk/find-near.ts';
import type { EntryText } from '../../../../policy/desk/rules/entry-text.ts';
import { NEAR_FROM } from '../../../../policy/rules/gate.ts';
import type { Ctx } from '../../../../store/context.ts';
import { questionPath } from '../list.tsx';
import { editorWords as words } from './words.ts';

/** Entries that say the same already, and phrasings that two entries would fight over. */
export async function Hints({ ctx, number, text }: { ctx: Ctx; number: string; text: EntryText }) {
  const { collisions, nearest } = await findNearDuplicates(ctx, number, text);
  // What lies further away would not be confused with it.
  const near = nearest.filter(({ confidence }) => confidence >= NEAR_FROM);
  if (collisions.length + near.length === 0) return <p class="soft">{words.noHints}</p>;
  return (
    <>
      {collisions.length > 0 ? (
        <ul class="plain-list hints">
          {collisions.map((collision) => (
            <li>{collision.text}</li>
          ))}
        </ul>
      ) : null}
      {near.length > 0 ? (
        <>
          <p>{words.near}</p>
          <ul class="plain-list">
            {near.map((entry) => (
              <li>
                <a href={questionPath(entry.number)} target="_blank" rel="noreferrer">
                  <bdi>{entry.question}</bdi>
                </a>{' '}
                <span class="soft">{words.nearBy(entry.phrase)}</span>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </>
  );
}
