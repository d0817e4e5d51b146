import { contentOf } from '../../../../policy/content.ts';
import { findOnDesk } from '../../../../policy/desk/repo.ts';
import { saveRevision } from '../../../../policy/desk/verbs/save-revision.ts';
import type { Form } from '../../../section.ts';
import { textOf } from '../../../sent.ts';
import { questionPage } from '../entry/page.tsx';
import { questionPath } from '../list.tsx';

/** One way more of asking for an entry, as a draft of its next text. */
export const questionPhrasing: Form = {
  page: questionPage,
  async submit({ params, sent, perform }) {
    const number = params['number'] ?? '';
    const phrase = textOf(sent, 'phrase');
    const { changed } = await perform(async (on) => {
      const { newest } = await findOnDesk(on.db, number);
      const content = contentOf(newest);
      const known = content.question === phrase || content.like.includes(phrase);
      return saveRevision(on, {
        number,
        baseRevision: newest.revision,
        content: known ? content : { ...content, like: [...content.like, phrase] },
      });
    });
    return { to: questionPath(number), notice: changed ? 'phrasingAdded' : 'phrasingKnown' };
  },
};
