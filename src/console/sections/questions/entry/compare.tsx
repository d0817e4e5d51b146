import { contentOf } from '../../../../policy/content.ts';
import { findRevision } from '../../../../policy/desk/repo.ts';
import type { Page } from '../../../section.ts';
import { questionPath } from '../list.tsx';
import { questionWords as words } from '../words.ts';
import { Changes } from './changes.tsx';
import { findQuestion } from './read.ts';

/** Any two texts of one entry, the older one first however they were asked for. */
export const questionComparePage: Page = async ({ ctx, params, query }) => {
  const number = params['number'] ?? '';
  const { entry } = await findQuestion(ctx, number);
  const asked = ['from', 'to'].map((name) => Number(query.get(name)) || 0).sort((a, b) => a - b);
  const [from = 0, to = 0] = asked;
  const [before, after] = [await findRevision(ctx.db, number, from), await findRevision(ctx.db, number, to)];
  const body = (
    <>
      <p>
        <a href={questionPath(number)}>{words.backToEntry}</a>
      </p>
      <h1>{words.compareTitle(number, from, to)}</h1>
      <p>
        <bdi>{entry.question}</bdi>
      </p>
      <Changes before={contentOf(before)} after={contentOf(after)} />
    </>
  );
  return { kind: 'page', title: words.compareTitle(number, from, to), nav: 'questions', body };
};
