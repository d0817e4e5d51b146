import { ROLES } from '../../../kernel/actor.ts';
import { AppError } from '../../../kernel/errors.ts';
import { rolesToFill } from '../../../people/post-power.ts';
import { givePost } from '../../../people/verbs/give-post.ts';
import { roleNames } from '../../../people/words.ts';
import { postWords } from '../../../people/words-posts.ts';
import { addressOf } from '../../address.ts';
import { ChoiceField, Form, TextField } from '../../components/form.tsx';
import { type Column, Empty, Table } from '../../components/list.tsx';
import type { Page, Form as Submitted } from '../../section.ts';
import { textOf } from '../../sent.ts';
import { peopleAccess as access } from './access.ts';
import { findPosts, findSuccessors, type PostLine, readUnit, roleIn } from './read.ts';
import { peopleWords as words } from './words.ts';

export const unitPage: Page = async ({ ctx, params }) => {
  const unit = await readUnit(ctx, params['unit']);
  const posts = await findPosts(ctx, unit.code);
  const successors = await findSuccessors(ctx, unit.code);
  const roles = rolesToFill(ctx, unit, ROLES);
  const columns: Column<PostLine>[] = [
    {
      title: words.person,
      main: true,
      cell: ({ openId, role, name }) =>
        roles.includes(role) ? (
          <a href={addressOf(access.post.path, { unit: unit.code, role, openId })}>
            <bdi>{name}</bdi>
          </a>
        ) : (
          <bdi>{name}</bdi>
        ),
    },
    { title: words.role, brief: true, cell: ({ role }) => roleNames[role] },
    { title: words.next, cell: changeText },
  ];
  const body = (
    <>
      <h1>
        <bdi>{unit.name}</bdi>
      </h1>
      {successors[0] ? (
        <p class="lead">
          {words.successors(
            successors[0].fromDay,
            successors.map(({ name }) => name).filter((name) => name !== ''),
          )}
        </p>
      ) : null}
      <h2>{words.postsTitle}</h2>
      {posts.length === 0 ? (
        <Empty text={words.noPosts} />
      ) : (
        <Table caption={words.postsCaption} columns={columns} rows={posts} />
      )}
      {roles.length === 0 ? (
        <p>{words.readOnly}</p>
      ) : (
        <>
          <h2>{words.giveTitle}</h2>
          <Form action={addressOf(access.postGive.path, { unit: unit.code })} keep={`post:${unit.code}`}>
            <TextField label={postWords.name} name="name" max={32} required />
            <TextField label={postWords.openId} name="openId" max={64} hint={words.openIdHint} required />
            <ChoiceField
              label={words.role}
              name="role"
              options={roles.map((role) => [role, roleNames[role]] as const)}
              required
            />
            <div class="form-buttons">
              <button type="submit">{words.give}</button>
            </div>
          </Form>
        </>
      )}
    </>
  );
  return { kind: 'page', title: unit.name, nav: 'people', body };
};

export const postGive: Submitted = {
  page: unitPage,
  async submit({ params, sent, perform }) {
    const { unit = '' } = params;
    const role = roleIn(textOf(sent, 'role'));
    if (!role)
      throw new AppError('invalid', postWords.badRole, {
        problems: [{ field: 'role', text: postWords.badRole }],
      });
    const input = { unit, role, openId: textOf(sent, 'openId'), name: textOf(sent, 'name') };
    await perform((on) => givePost(on, input));
    return { to: addressOf(access.unit.path, { unit }), notice: 'saved' };
  },
};

function changeText({ gone, until, fromDay, successor }: PostLine): string {
  if (fromDay !== null) return words.planned(fromDay, successor ?? '');
  if (until !== null) return words.until(until);
  return gone ? words.gone : '';
}
