import { FAILED_FOR_MS } from '../../delivery/find-failed.ts';
import { addressWith } from '../components/list.tsx';
import { ACCESS, reachOf } from '../guard.ts';
import type { Page, PageCall } from '../page.ts';
import { countUndelivered } from '../reads/outbox.ts';
import { countExpiring } from '../reads/questions.ts';
import { navigation, homeWords as words } from '../words.ts';

export const homePage: Page = async ({ ctx }) => {
  const sections = (['questions', 'outbox', 'audit'] as const).filter(
    (key) => reachOf(ctx.actor, key, ctx.host) !== undefined,
  );
  const lines = await Promise.all(sections.map(async (key) => ({ key, hint: await hintOf(ctx, key) })));
  const body = (
    <>
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <ul class="cards">
        {lines.map(({ key, hint }) => (
          <li class="panel">
            <h2>
              <a href={ACCESS[key].path}>{navigation[key]}</a>
            </h2>
            <p>{words.sections[key]}</p>
            {hint ? (
              <p>
                <a href={hint.path}>{hint.text}</a>
              </p>
            ) : null}
          </li>
        ))}
      </ul>
    </>
  );
  return { kind: 'page', title: words.title, nav: 'home', body };
};

/** The one thing of a section that may wait for somebody. */
async function hintOf(ctx: PageCall['ctx'], key: 'questions' | 'outbox' | 'audit') {
  const to = (state: string) => addressWith(ACCESS[key].path, new URLSearchParams({ state }));
  if (key === 'questions') return { text: words.expiring(await countExpiring(ctx)), path: to('expiring') };
  if (key === 'outbox')
    return { text: words.failed(await countUndelivered(ctx, ctx.now - FAILED_FOR_MS)), path: to('failed') };
  return undefined;
}
