import { dayOf } from '../../../kernel/day.ts';
import { AppError } from '../../../kernel/errors.ts';
import type { Post } from '../../../people/hand-over.ts';
import { requirePostPower } from '../../../people/post-power.ts';
import { dropHandOver } from '../../../people/verbs/drop-hand-over.ts';
import { endPost } from '../../../people/verbs/end-post.ts';
import { handOverPost } from '../../../people/verbs/hand-over-post.ts';
import { roleNames } from '../../../people/words.ts';
import { addressOf } from '../../address.ts';
import { CheckField, DateField, Form, TextField } from '../../components/form.tsx';
import type { Page, Form as Submitted } from '../../section.ts';
import { textOf } from '../../sent.ts';
import { errorWords } from '../../words.ts';
import { peopleAccess as access } from './access.ts';
import { findPosts, readDuties, readUnit, roleIn } from './read.ts';
import { peopleWords as words } from './words.ts';

/** One post: what goes along is shown before anything is handed over. */
export const postPage: Page = async ({ ctx, params }) => {
  const unit = await readUnit(ctx, params['unit'], 'post');
  const { openId, role } = postAt(params);
  const post = (await findPosts(ctx, unit.code)).find((one) => one.role === role && one.openId === openId);
  if (!post) throw new AppError('not_found', errorWords.missingPage);
  requirePostPower(ctx, unit, role);
  const duties = await readDuties(ctx, unit, post);
  const at = { unit: unit.code, role, openId };
  const title = words.postTitle(unit.name, roleNames[role], post.name);
  const body = (
    <>
      <h1>
        <bdi>{title}</bdi>
      </h1>
      <p>
        <a href={addressOf(access.unit.path, { unit: unit.code })}>{words.back}</a>
      </p>
      <h2>{words.moves}</h2>
      {duties.length === 0 ? (
        <p>{words.movesNone}</p>
      ) : (
        <ul class="plain-list">
          {duties.map((text) => (
            <li>{text}</li>
          ))}
        </ul>
      )}
      <p class="soft">{words.movesNote}</p>
      <h2>{words.handOverTitle}</h2>
      {post.fromDay === null ? (
        <Form
          action={addressOf(access.postHandOver.path, at)}
          keep={`hand-over:${unit.code}:${role}:${openId}`}
        >
          <TextField label={words.to} name="to" max={64} hint={words.toHint} required />
          <DateField label={words.day} name="day" value={dayOf(ctx.now)} required />
          <div class="form-buttons">
            <button type="submit">{words.handOver}</button>
          </div>
        </Form>
      ) : (
        <>
          <p>{words.planned(post.fromDay, post.successor ?? '')}</p>
          <Form action={addressOf(access.postDrop.path, at)} class="inline">
            <button class="second" type="submit">
              {words.keep}
            </button>
          </Form>
        </>
      )}
      <h2>{words.endTitle}</h2>
      <p>{words.endLead}</p>
      <Form action={addressOf(access.postEnd.path, at)}>
        <CheckField label={words.sure} name="sure" />
        <div class="form-buttons">
          <button class="second" type="submit">
            {words.end}
          </button>
        </div>
      </Form>
    </>
  );
  return { kind: 'page', title, nav: 'people', body };
};

export const postHandOver: Submitted = {
  page: postPage,
  async submit({ params, sent, perform }) {
    const post = postAt(params);
    const input = { post, to: textOf(sent, 'to'), day: textOf(sent, 'day') };
    const { now } = await perform((on) => handOverPost(on, input));
    return {
      to: addressOf(access.unit.path, { unit: post.unit }),
      notice: now ? 'handedOver' : 'handOverPlanned',
    };
  },
};

export const postDrop: Submitted = {
  page: postPage,
  async submit({ params, perform }) {
    await perform((on) => dropHandOver(on, postAt(params)));
    return { to: addressOf(access.post.path, params), notice: 'saved' };
  },
};

export const postEnd: Submitted = {
  page: postPage,
  async submit({ params, sent, perform }) {
    const post = postAt(params);
    await perform((on) => endPost(on, { post, sure: textOf(sent, 'sure') === 'yes' }));
    return { to: addressOf(access.unit.path, { unit: post.unit }), notice: 'saved' };
  },
};

function postAt(params: Readonly<Record<string, string>>): Post {
  const { unit = '', openId = '' } = params;
  const role = roleIn(params['role']);
  if (!role) throw new AppError('not_found', errorWords.missingPage);
  return { unit, role, openId };
}
