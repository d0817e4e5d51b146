import type { EntryText } from '../../../../policy/desk/rules/entry-text.ts';
import { presentEntry } from '../../../../policy/present-entry.ts';
import { audienceOf } from '../../../../policy/repo.ts';
import type { Ctx } from '../../../../store/context.ts';
import { CardView } from '../../../components/card.tsx';
import type { Form, Page } from '../../../section.ts';
import { textOf } from '../../../sent.ts';
import { Hints } from './hints.tsx';
import { entryIn } from './read-sent.ts';
import { editorWords as words } from './words.ts';

interface Previewed {
  ctx: Ctx;
  /** Empty for a new entry. */
  number: string;
  text: EntryText;
}

/** The card as it would be sent, and what stands in the way of publishing it. */
export async function PreviewBody({ ctx, number, text }: Previewed) {
  const written = text.question !== '' && text.answer !== '';
  return (
    <>
      <h2>{words.preview}</h2>
      {written ? (
        <CardView card={await answerOf({ ctx, number, text })} />
      ) : (
        <p class="soft">{words.previewEmpty}</p>
      )}
      <h2>{words.hints}</h2>
      {await Hints({ ctx, number, text })}
    </>
  );
}

/** What whoever asks in private would get, with the local figures that are entered. */
export function answerOf({ ctx, number, text }: Previewed) {
  const entry = { ...text, number, revision: 0, author: '', createdAt: ctx.now, publishedAt: null };
  return presentEntry(ctx, { entry, lead: [], audience: audienceOf(ctx), place: 'private' });
}

const nothing: Page = () => Promise.resolve({ kind: 'fragment', body: '' });

/** Previews say what they can about any text, whole or not. */
export const questionPreview: Form = {
  page: nothing,
  async submit({ ctx, sent }) {
    const text = await entryIn(ctx, sent);
    return { kind: 'fragment', body: await PreviewBody({ ctx, number: textOf(sent, 'number'), text }) };
  },
};
