import { GROUPS } from '../../../policy/figures/rules/definition.ts';
import { localSheet } from '../../../policy/sheets-local.ts';
import { type Column, Empty, Table, Tag } from '../../components/list.tsx';
import { ACCESS, requireReach } from '../../guard.ts';
import type { Page } from '../../section.ts';
import { moment } from '../../time.ts';
import { questionPath } from '../questions/list.tsx';
import { changePath, kindPath, tablePath } from './paths.ts';
import { findRows, findStandards, findWaiting, type StandardLine, type Waiting } from './read.ts';
import { findKept, type Kept } from './read-kept.ts';
import { kindOf } from './read-kind.ts';
import { groupNames, standardWords as words } from './words.ts';

interface Line extends StandardLine {
  kept: Kept | undefined;
}

export const standardsPage: Page = async ({ ctx }) => {
  const lines: Line[] = await Promise.all(
    (await findStandards(ctx)).map(async (line) => {
      const { keptIn } = line.definition;
      return { ...line, kept: keptIn && (await findKept(ctx, keptIn)) };
    }),
  );
  const waiting = await findWaiting(ctx, 'standards');
  const missing = lines.filter(({ state }) => state === 'missing');
  const entered = lines.filter(({ state }) => state !== 'missing');
  const body = (
    <>
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <div class="list-head">
        <span>{words.summary(entered.length, missing.length)}</span>
        <a class="button second" href={ACCESS.standardsExport.path}>
          {words.export}
        </a>
      </div>
      <p class="soft">{words.exportNote}</p>
      {waiting.length > 0 ? <WaitingList waiting={waiting} /> : null}
      <h2>{words.missing(missing.length)}</h2>
      {missing.length > 0 ? (
        <Table caption={words.missingLead} columns={MISSING} rows={missing} />
      ) : (
        <Empty text={words.none} />
      )}
      {GROUPS.map((group) => {
        const own = entered.filter(({ definition }) => definition.group === group);
        return own.length > 0 ? (
          <section>
            <h2>{groupNames[group]}</h2>
            <Table caption="" columns={ENTERED} rows={own} />
          </section>
        ) : null;
      })}
    </>
  );
  return { kind: 'page', title: words.title, nav: 'standards', body };
};

/** The workbook's own sheet, so that it can be imported again; of counties their own rows and the general ones. */
export const standardsExport: Page = async ({ ctx, exported }) => {
  const reach = requireReach(ctx, 'standardsExport');
  const [code, unit] = localSheet.columns;
  const shown = await findRows(ctx, reach);
  const rows = (await localSheet.dump(ctx)).filter((row) =>
    shown.has(`${row[code?.title ?? '']}@${row[unit?.title ?? '']}`),
  );
  return exported({ route: 'standardsExport', sheet: localSheet, rows });
};

function WaitingList({ waiting }: { waiting: Waiting[] }) {
  return (
    <section class="panel">
      <h2>{words.waiting(waiting.length)}</h2>
      <p class="soft">{words.waitingLead}</p>
      <ul class="plain-list">
        {waiting.map((one) => (
          <li>
            <a href={changePath(one, one.revision)}>{kindOf(one.code).title}</a>
            {one.unitName ? <bdi>（{one.unitName}）</bdi> : null}{' '}
            <span class="soft">
              <bdi>{words.authored(one.authorName ?? '', moment(one.createdAt))}</bdi>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

const office: Column<Line> = { title: words.columns.office, cell: (line) => line.office };

const answers: Column<Line> = {
  title: words.columns.answers,
  cell: (line) =>
    line.answers.length === 0 ? (
      ''
    ) : (
      <details>
        <summary>{words.answers(line.answers.length)}</summary>
        <ul class="plain-list">
          {line.answers.map(({ number, question }) => (
            <li>
              <a href={questionPath(number)}>
                <bdi>{question}</bdi>
              </a>
            </li>
          ))}
        </ul>
      </details>
    ),
};

function KeptLine({ kept }: { kept: Kept | undefined }) {
  if (!kept) return null;
  const text = words.kept(kept.place, kept.state);
  return <p class="soft">{kept.path ? <a href={kept.path}>{text}</a> : text}</p>;
}

const MISSING: Column<Line>[] = [
  {
    title: words.columns.title,
    main: true,
    cell: ({ definition: { code }, title, kept }) => (
      <div>
        <a href={tablePath({ code, unit: '' }, '')}>{title}</a> <span class="soft">{code}</span>
        <KeptLine kept={kept} />
      </div>
    ),
  },
  office,
  answers,
];

const ENTERED: Column<Line>[] = [
  {
    title: words.columns.title,
    main: true,
    cell: ({ definition: { code }, title, kept }) => (
      <div>
        <a href={kindPath(code)}>{title}</a> <span class="soft">{code}</span>
        <KeptLine kept={kept} />
      </div>
    ),
  },
  office,
  {
    title: words.columns.state,
    cell: ({ state, next, own }) => (
      <span>
        <Tag tone={state === 'entered' ? 'good' : 'warn'}>{words.states[state]}</Tag>{' '}
        {next ? words.next(next) : ''} {own > 0 ? words.own(own) : ''}
      </span>
    ),
  },
  answers,
];
