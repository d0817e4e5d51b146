import type { Block, Card } from '../chat/card.ts';
import { joinRich } from '../chat/rich.ts';
import { gapBlocks } from './cards-groups.ts';
import type { CoverageReport } from './verbs/show-coverage.ts';
import { halfText, progressWords as words } from './words.ts';
import { groupText } from './words-groups.ts';

/** For the cadre office: how far it is, by group in fixed order, and what needs to be put right in the assignment. */
export function progressCard(report: CoverageReport): Card {
  const { half, groups, total } = report;
  const { visit, talk, shown } = total;
  const head = { title: words.title, subtitle: halfText(half) };
  if (groups.length === 0)
    return {
      ...head,
      tone: 'neutral',
      blocks: [{ kind: 'text', text: words.empty }, ...gapBlocks(report.gaps)],
    };
  return {
    ...head,
    tone: 'info',
    blocks: [
      {
        kind: 'facts',
        facts: [
          { label: words.facts.visit, value: words.share(visit.done, visit.due, shown.visit) },
          { label: words.facts.talk, value: words.share(talk.done, talk.due, shown.talk) },
          { label: words.facts.total, value: words.share(total.done, total.due, shown.coverage) },
          ...(total.overdue > 0
            ? [{ label: words.facts.overdue, value: words.overdueCount(total.overdue) }]
            : []),
        ],
      },
      ...gapBlocks(report.gaps),
      ...overdueBlocks(report),
      groupTable(report),
      { kind: 'note', text: words.footer },
    ],
  };
}

function overdueBlocks({ overdue }: CoverageReport): Block[] {
  if (overdue.length === 0) return [];
  const lines = overdue.map(({ group, name, kinds }) => words.overdueLine(group, name, kinds));
  return [
    {
      kind: 'panel',
      title: words.overdueTitle(overdue.length),
      blocks: [{ kind: 'text', text: joinRich(lines, '\n') }],
    },
  ];
}

/** Three columns, so that nobody has to push it sideways on a phone. */
function groupTable({ groups }: CoverageReport): Block {
  return {
    kind: 'table',
    columns: [
      { name: 'group', title: words.columns.group, type: 'text' },
      { name: 'done', title: words.columns.done, type: 'text' },
      { name: 'open', title: words.columns.open, type: 'number' },
    ],
    rows: groups.map(({ number, due, done, late }) => ({
      group: groupText(number),
      done: words.groupDone(done, due, late),
      open: due - done,
    })),
    pageSize: 10,
  };
}
