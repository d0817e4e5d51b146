import { actorId } from '../../../kernel/actor.ts';
import { dayOf } from '../../../kernel/day.ts';
import { effectsOf } from '../../../policy/figures/effects.ts';
import { nameOfRows } from '../../../policy/figures/replace.ts';
import { findLiveRows, nameOf } from '../../../policy/figures/repo.ts';
import { hasRight, MAY_CONFIRM, MAY_PROPOSE } from '../../../policy/figures/rights.ts';
import { actorText } from '../../actor-text.ts';
import { Form, TextField } from '../../components/form.tsx';
import { Tag } from '../../components/list.tsx';
import type { Page } from '../../section.ts';
import { moment } from '../../time.ts';
import { EffectsView } from './effects.tsx';
import { changePath, kindPath, tableOf } from './paths.ts';
import { findChange, kindOf } from './read-kind.ts';
import { Rows } from './rows.tsx';
import { standardWords as words } from './words.ts';

/** One change or earlier state, against what is live now; here it is confirmed, returned or asked back. */
export const standardChangePage: Page = async ({ ctx, params }) => {
  const { code, unit } = tableOf(params);
  const { title, definition } = kindOf(code);
  const key = { code, unit };
  const found = await findChange(ctx, 'standardChange', key, Number(params['revision']) || 0);
  const { state, revision, rows, author, createdAt, decidedBy, decidedAt, reason } = found;
  const live = await findLiveRows(ctx.db, key);
  const asNow = nameOfRows(live) === nameOfRows(rows);
  const effects = asNow ? undefined : await effectsOf(ctx, key, { before: live, after: rows });
  const authorName = author === '' ? words.before : actorText(author, await nameOf(ctx.db, author));
  const means = {
    own: author === actorId(ctx.actor),
    confirms: await hasRight(ctx, key, MAY_CONFIRM),
    proposes: await hasRight(ctx, key, MAY_PROPOSE),
    overtaken: state === 'proposed' && nameOfRows(live) !== found.base,
  };
  const heading = words.changeTitle(words.formTitle(title, found.unitName));
  const body = (
    <>
      <p>
        <a href={kindPath(code)}>{words.backToKind}</a>
      </p>
      <h1>
        <bdi>{heading}</bdi>
      </h1>
      <p>
        <Tag tone={state === 'proposed' ? 'warn' : state === 'live' ? 'good' : 'plain'}>
          {words.stateLine[state]}
        </Tag>{' '}
        <bdi>{createdAt === 0 ? authorName : words.authored(authorName, moment(createdAt))}</bdi>
      </p>
      {decidedBy !== '' && decidedAt !== null ? (
        <p class="soft">
          <bdi>{words.decided(actorText(decidedBy, await nameOf(ctx.db, decidedBy)), moment(decidedAt))}</bdi>
        </p>
      ) : null}
      {reason ? (
        <p>
          <bdi>{words.reasonLine(reason)}</bdi>
        </p>
      ) : null}
      {effects ? <EffectsView effects={effects} today={dayOf(ctx.now)} /> : <p>{words.asNow}</p>}
      <h2>{words.historyName(found.unitName, revision)}</h2>
      {rows.length > 0 ? <Rows definition={definition} rows={rows} caption="" /> : <p>{words.nothing}</p>}
      {state === 'proposed' ? <Decision /> : asNow || !means.proposes ? null : <Restore />}
    </>
  );
  return { kind: 'page', title: heading, nav: 'standards', body };

  function Decision() {
    const action = changePath(key, revision);
    if (means.own)
      return (
        <>
          <p class="soft">{words.ownWork}</p>
          <Form action={action} class="actions">
            <button type="submit" name="decision" value="return" class="second">
              {words.withdraw}
            </button>
          </Form>
        </>
      );
    if (!means.confirms) return <p class="soft">{words.notYours}</p>;
    return (
      <>
        {means.overtaken ? (
          <p class="caution">{words.overtaken}</p>
        ) : (
          <Form action={action} class="actions" label={words.confirm}>
            <button type="submit" name="decision" value="confirm">
              {words.confirm}
            </button>
            <span class="soft">{words.confirmLead}</span>
          </Form>
        )}
        <details open={means.overtaken}>
          <summary>{words.return}</summary>
          <Form action={action} label={words.return}>
            <TextField label={words.reason} name="reason" required max={200} wide />
            <div class="form-buttons">
              <button type="submit" name="decision" value="return" class="second">
                {words.return}
              </button>
            </div>
          </Form>
        </details>
      </>
    );
  }

  function Restore() {
    return (
      <Form action={changePath(key, revision)} class="actions" label={words.restore}>
        <button type="submit" name="decision" value="restore" class="second">
          {words.restore}
        </button>
        <span class="soft">{words.restoreLead}</span>
      </Form>
    );
  }
};
