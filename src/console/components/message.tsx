import { ACCESS } from '../guard.ts';
import { errorWords, loginWords } from '../words.ts';

/** A page that says one thing: what went wrong and what to do next. */
export function Message({
  title,
  text,
  way,
}: {
  title: string;
  text: string;
  way: 'home' | 'login' | 'none';
}) {
  return (
    <section class="panel narrow">
      <h1>{title}</h1>
      <p>{text}</p>
      {way === 'home' ? (
        <a class="button" href={ACCESS.home.path}>
          {errorWords.home}
        </a>
      ) : null}
      {way === 'login' ? (
        <a class="button" href={LOGIN_PATH}>
          {loginWords.again}
        </a>
      ) : null}
    </section>
  );
}

export const LOGIN_PATH = '/console/login';
