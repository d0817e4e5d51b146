import type { Child } from 'hono/jsx';
import { plainOf } from '../../../chat/rich.ts';
import { gapBlocks } from '../../../visits/cards-groups.ts';
import { hasRightSize } from '../../../visits/rules/assignment.ts';
import { type Groups, showGroups } from '../../../visits/verbs/show-groups.ts';
import { groupText, groupWords } from '../../../visits/words-groups.ts';
import { CheckField, ChoiceField, Form, Hidden } from '../../components/form.tsx';
import { type Column, Empty, Table, Tag } from '../../components/list.tsx';
import type { Page } from '../../section.ts';
import { visitsAccess as access } from './access.ts';
import { Rooms } from './rooms.tsx';
import { visitsWords as words } from './words.ts';

type GroupRow = Groups['groups'][number];

const COLUMNS: Column<GroupRow>[] = [
  { title: words.groupColumns.group, main: true, cell: ({ number }) => groupText(number) },
  {
    title: words.groupColumns.liaison,
    cell: ({ name, state }) => (
      <>
        <bdi>{name}</bdi> {state === 'ready' ? null : <Tag tone="bad">{words.wrong}</Tag>}
      </>
    ),
  },
  {
    title: words.groupColumns.points,
    cell: ({ points }) => (
      <>
        <bdi>{points.map(({ name }) => name).join('、') || words.noPoints}</bdi>{' '}
        {hasRightSize(points.length) ? null : <Tag tone="bad">{words.wrong}</Tag>}
      </>
    ),
  },
];

export const visitGroupsPage: Page = async ({ ctx }) => {
  const found = (await showGroups(ctx)).result;
  const gaps = gapBlocks(found.gaps).flatMap((block) => (block.kind === 'text' ? plainOf(block.text) : []));
  const body = (
    <>
      <h1>{words.groups}</h1>
      <p class="lead">{words.groupsLead}</p>
      <Rooms here="visitGroups" />
      {gaps.length > 0 ? (
        <ul class="plain-list">
          {gaps.map((text) => (
            <li class="chat-red">
              <bdi>{text}</bdi>
            </li>
          ))}
        </ul>
      ) : null}
      {found.groups.length === 0 ? (
        <Empty text={words.empty} />
      ) : (
        <>
          <Table caption={words.groupsCaption} columns={COLUMNS} rows={found.groups} />
          <MoveForm found={found} />
          <LiaisonForm found={found} />
          <Buttons found={found} />
        </>
      )}
    </>
  );
  return { kind: 'page', title: words.groups, nav: 'visits', body };
};

/** What is moved or exchanged is named with its group as it was: whoever comes later is told that it has changed. */
function MoveForm({ found: { groups, points } }: { found: Groups }) {
  const targets = groups.flatMap(({ number, points: own }) => [
    [`group:${number}`, groupWords.intoGroup(number)] as const,
    ...own.map(({ unit, name }) => [`point:${unit}:${number}`, groupWords.exchange(name, number)] as const),
  ]);
  return (
    <Step title={groupWords.move} hint={groupWords.moveHint} action={access.visitMove.path}>
      <ChoiceField
        label={groupWords.point}
        name="unit"
        required
        options={points.map(({ unit, name, group }) => [
          `${unit}:${group}`,
          groupWords.pointOption(name, group),
        ])}
      />
      <ChoiceField label={groupWords.to} name="to" required options={targets} />
      <CheckField label={groupWords.avoidOption} hint={groupWords.avoidanceHint} name="avoid" />
    </Step>
  );
}

function LiaisonForm({ found: { groups, candidates } }: { found: Groups }) {
  return (
    <Step title={groupWords.liaison} hint={groupWords.liaisonHint} action={access.visitLiaison.path}>
      <ChoiceField
        label={groupWords.group}
        name="group"
        required
        options={groups.map(({ number, name }) => [number, groupWords.groupOption(number, name)])}
      />
      <ChoiceField
        label={groupWords.newLiaison}
        name="liaison"
        required
        options={candidates.map(({ openId, name }) => [openId, name])}
      />
    </Step>
  );
}

function Step(props: { title: string; hint: string; action: string; children: Child }) {
  return (
    <>
      <h2>{props.title}</h2>
      <Form action={props.action} label={props.title}>
        <p class="hint">{props.hint}</p>
        {props.children}
        <div class="form-buttons">
          <button type="submit">{props.title}</button>
        </div>
      </Form>
    </>
  );
}

function Buttons({ found: { groups, avoidances } }: { found: Groups }) {
  const empty = groups.filter(({ points }) => points.length === 0);
  return (
    <>
      {avoidances.length > 0 ? <h2>{groupWords.avoidances(avoidances.length)}</h2> : null}
      <div class="actions">
        {avoidances.map(({ group, unit, name }) => (
          <Form action={access.visitLift.path} class="inline">
            <Hidden name="group" value={group} />
            <Hidden name="unit" value={unit} />
            <button type="submit" class="quiet">
              {groupWords.lift(group, name)}
            </button>
          </Form>
        ))}
        {empty.map(({ number }) => (
          <Form action={access.visitDrop.path} class="inline">
            <Hidden name="group" value={number} />
            <button type="submit" class="quiet">
              {groupWords.drop(number)}
            </button>
          </Form>
        ))}
      </div>
    </>
  );
}
