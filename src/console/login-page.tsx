import { loginWords as words } from './words.ts';

/** Why somebody finds themselves here. */
export const LOGIN_NOTICES = {
  out: words.signedOut,
  everywhere: words.signedOutEverywhere,
  ended: words.ended,
} as const;

export function LoginPage({ notice, start }: { notice: string | undefined; start: string }) {
  return (
    <section class="panel narrow">
      <h1>{words.title}</h1>
      {notice ? (
        <p class="notice" role="status">
          {notice}
        </p>
      ) : null}
      <p>{words.lead}</p>
      <p>
        <a class="button" href={start}>
          {words.button}
        </a>
      </p>
      <p class="soft">{words.others}</p>
    </section>
  );
}
