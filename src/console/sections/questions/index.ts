import { addressWith } from '../../components/list.tsx';
import type { Section } from '../../section.ts';
import { questionAccess } from './access.ts';
import { questionPage } from './entry.tsx';
import { questionsExport, questionsPage } from './list.tsx';
import { countExpiring } from './read-list.ts';
import { questionListWords as words } from './words.ts';

export const questions: Section<typeof questionAccess> = {
  pages: { questions: questionsPage, questionsExport, question: questionPage },
  forms: {},
  async waits(ctx) {
    const query = new URLSearchParams({ state: 'expiring' });
    return {
      text: words.expiring(await countExpiring(ctx)),
      path: addressWith(questionAccess.questions.path, query),
    };
  },
};
