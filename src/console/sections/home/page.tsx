import { navigationOf } from '../../navigation.ts';
import type { Page } from '../../section.ts';
import { homeWords as words } from '../../words.ts';
import { type SectionName, sections } from '../list.ts';

export const homePage: Page = async ({ ctx }) => {
  const rooms = navigationOf(ctx.actor, ctx.host).filter(({ key }) => key !== 'home');
  const lines = await Promise.all(
    rooms.map(async ({ key, text, path }) => ({
      key: key as SectionName,
      text,
      path,
      waits: await waitsIn(key as SectionName),
    })),
  );
  const body = (
    <>
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <ul class="cards">
        {lines.map(({ key, text, path, waits }) => (
          <li class="panel">
            <h2>
              <a href={path}>{text}</a>
            </h2>
            <p>{words.sections[key]}</p>
            {waits ? (
              <p>
                <a href={waits.path}>{waits.text}</a>
              </p>
            ) : null}
          </li>
        ))}
      </ul>
    </>
  );
  return { kind: 'page', title: words.title, nav: 'home', body };

  function waitsIn(name: SectionName) {
    const section = sections[name];
    return 'waits' in section ? section.waits?.(ctx) : undefined;
  }
};
