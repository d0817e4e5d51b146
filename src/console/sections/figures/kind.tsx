import { dayOf } from '../../../kernel/day.ts';
import { type FigureKey, keyOf } from '../../../policy/figures/repo.ts';
import { hasRight, MAY_PROPOSE } from '../../../policy/figures/rights.ts';
import { rowsOn } from '../../../policy/figures/rules/change.ts';
import { sinceOf } from '../../../policy/figures/rules/in-force.ts';
import { SINCE } from '../../../policy/figures/sheets/columns.ts';
import { actorText } from '../../actor-text.ts';
import { type Column, Table, Tag } from '../../components/list.tsx';
import { ACCESS, requireReach } from '../../guard.ts';
import type { Page } from '../../section.ts';
import { moment } from '../../time.ts';
import { questionPath } from '../questions/list.tsx';
import { changePath, NEW, tablePath } from './paths.ts';
import { findAnswers, findRows, findWaiting } from './read.ts';
import { findKept } from './read-kept.ts';
import { findRevisions, findUnitChoices, kindOf, type RevisionLine, unitNameOf } from './read-kind.ts';
import { Rows } from './rows.tsx';
import { UnitChoice } from './unit-choice.tsx';
import { standardWords as words } from './words.ts';

const MOST_REVISIONS = 50;

export const standardPage: Page = async ({ ctx, params, query }) => {
  const reach = requireReach(ctx, 'standard');
  const { code, title, office, fields, definition } = kindOf(params['code'] ?? '');
  const chosen = query.get('unit') ?? '';
  const figures = [...(await findRows(ctx, reach, [code])).values()];
  const general = { code, unit: '' };
  if (!figures.some(({ key }) => key.unit === '')) figures.unshift({ key: general, rows: [] });
  if (chosen !== '' && !figures.some(({ key }) => key.unit === chosen))
    figures.push({ key: { code, unit: chosen }, rows: [] });
  const tables = await Promise.all(
    figures.map(async ({ key, rows }) => ({
      key,
      rows,
      name: await unitNameOf(ctx, reach, key.unit),
      edits: await hasRight(ctx, key, MAY_PROPOSE).catch(() => false),
    })),
  );
  const answers = (await findAnswers(ctx, reach, code)).get(code) ?? [];
  const waiting = await findWaiting(ctx, 'standard', code);
  const kept = definition.keptIn && (await findKept(ctx, definition.keptIn));
  const revisions = await findRevisions(ctx, 'standard', code, MOST_REVISIONS);
  const today = dayOf(ctx.now);
  const choices = await findUnitChoices(ctx, reach);

  const body = (
    <>
      <p>
        <a href={ACCESS.standards.path}>{words.back}</a>
      </p>
      <h1>{title}</h1>
      <dl class="panel">
        <dt>{words.office}</dt>
        <dd>{office}</dd>
        <dt>{words.what}</dt>
        <dd>{fields}</dd>
      </dl>
      {kept ? (
        <p>
          {kept.path ? (
            <a href={kept.path}>{words.kept(kept.place, kept.state)}</a>
          ) : (
            words.kept(kept.place, kept.state)
          )}{' '}
          {words.keptHere}
        </p>
      ) : null}
      {waiting.map((one) => (
        <p class="notice">
          <bdi>{words.proposal(actorText(one.author, one.authorName), moment(one.createdAt))}</bdi>{' '}
          <a href={changePath(one, one.revision)}>{words.look}</a>
        </p>
      ))}
      {tables.map((table) => (
        <UnitTables of={table} />
      ))}
      {choices.length > 0 ? (
        <>
          <h2>{words.ownUnit}</h2>
          <p class="soft">{words.ownUnitLead}</p>
          <UnitChoice code={code} choices={choices} />
        </>
      ) : null}
      <h2>{words.usedBy(answers.length)}</h2>
      {answers.length > 0 ? (
        <ul class="plain-list">
          {answers.map(({ number, question }) => (
            <li>
              <a href={questionPath(number)}>
                <bdi>{question}</bdi>
              </a>
            </li>
          ))}
        </ul>
      ) : (
        <p class="soft">{words.nobodyUses}</p>
      )}
      {revisions.length > 0 ? (
        <>
          <h2>{words.history}</h2>
          <Table caption="" columns={HISTORY} rows={revisions} />
        </>
      ) : null}
    </>
  );
  return { kind: 'page', title, nav: 'standards', body };

  function UnitTables({ of: { key, rows, name, edits } }: { of: (typeof tables)[number] }) {
    const dating = { dated: definition.dated, title: SINCE };
    const counting = new Set(rowsOn(rows, dating, today));
    const days = [...new Set(rows.map((row) => (definition.dated ? sinceOf(row, SINCE) : '')))].sort();
    return (
      <section id={`unit-${keyOf(key)}`}>
        <h2>
          <bdi>{name}</bdi>
        </h2>
        {days.map((day) => {
          const own = rows.filter((row) => !definition.dated || sinceOf(row, SINCE) === day);
          const state = own.some((row) => counting.has(row)) ? 'inForce' : day > today ? 'upcoming' : 'past';
          return (
            <div class="standard-table">
              <p class="list-head">
                <span>
                  {day ? words.from(day) : definition.dated ? words.always : words.now}{' '}
                  <Tag tone={state === 'inForce' ? 'good' : state === 'upcoming' ? 'warn' : 'plain'}>
                    {words[state]}
                  </Tag>
                </span>
                {edits ? <Edit to={key} day={day} text={words.edit} /> : null}
              </p>
              <Rows definition={definition} rows={own} caption="" />
            </div>
          );
        })}
        {rows.length === 0 ? <p class="soft">{words.states.missing}</p> : null}
        {edits && (rows.length === 0 || definition.dated) ? (
          <p class="actions">
            <Edit
              to={key}
              day={rows.length === 0 ? '' : NEW}
              text={rows.length === 0 ? words.first : words.addNext}
            />
          </p>
        ) : null}
        {edits ? null : <p class="soft">{words.mayNot}</p>}
      </section>
    );
  }
};

function Edit({ to, day, text }: { to: FigureKey; day: string; text: string }) {
  return (
    <a class="button second" href={tablePath(to, day)}>
      {text}
    </a>
  );
}

const HISTORY: Column<RevisionLine>[] = [
  {
    title: words.historyColumns.what,
    main: true,
    cell: (line) => (
      <a href={changePath(line, line.revision)}>
        <bdi>{words.historyName(line.unitName, line.revision)}</bdi>
      </a>
    ),
  },
  { title: words.historyColumns.author, cell: ({ authorName }) => <bdi>{authorName}</bdi> },
  {
    title: words.historyColumns.created,
    brief: true,
    cell: ({ createdAt }) => (createdAt === 0 ? '' : moment(createdAt)),
  },
  {
    title: words.historyColumns.state,
    cell: ({ state }) => (
      <Tag tone={state === 'proposed' ? 'warn' : state === 'live' ? 'good' : 'plain'}>
        {words.historyStates[state]}
      </Tag>
    ),
  },
  {
    title: words.historyColumns.decided,
    cell: ({ deciderName }) => (deciderName ? <bdi>{deciderName}</bdi> : ''),
  },
];
