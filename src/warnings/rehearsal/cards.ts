import type { Block, Card } from '../../chat/card.ts';
import type { RehearsedMonth } from './rehearse.ts';
import type { Rehearsal } from './verbs/rehearse-rules.ts';
import { rehearsalWords as words } from './words.ts';

/** Told apart without red and green, growing darker with the level. */
const COLOURS = { note: '#8fb8ff', warning: '#ff9f43', correction: '#c0392b', recovered: '#b8bec8' };
const KINDS = ['note', 'warning', 'correction', 'recovered'] as const;
const LEADS = 12;
/** In pixels, as on the month's card. */
const CHART_HEIGHT = 220;

export function rehearsalCard({ county, year, version, through, months, leads }: Rehearsal): Card {
  const total = months.reduce((sum, { sent }) => sum + KINDS.reduce((s, kind) => s + sent[kind], 0), 0);
  return {
    title: words.title(year),
    subtitle: words.subtitle(county, version),
    tone: 'info',
    blocks: [
      { kind: 'note', text: words.nothingSent },
      ...(total === 0 ? [{ kind: 'text' as const, text: words.none(through) }] : drawn(months, total)),
      ...(leads.length > 0
        ? [
            { kind: 'divider' as const },
            { kind: 'note' as const, text: words.leadsTitle(leads.length) },
            ...leads.slice(0, LEADS).map((lead): Block => ({ kind: 'text', text: words.lead(lead, county) })),
            ...(leads.length > LEADS
              ? [{ kind: 'note' as const, text: words.more(leads.length - LEADS) }]
              : []),
          ]
        : []),
      {
        kind: 'buttons',
        buttons: [
          {
            text: words.otherYear(year - 1),
            action: 'warnings.rehearse',
            value: { year: year - 1, version },
          },
          {
            text: words.otherYear(year + 1),
            action: 'warnings.rehearse',
            value: { year: year + 1, version },
          },
          { text: words.back, action: 'warnings.board' },
        ],
      },
    ],
  };
}

function drawn(months: readonly RehearsedMonth[], total: number): Block[] {
  const values = months.flatMap(({ month, sent }) =>
    KINDS.map((kind) => ({ month: words.monthLabel(month), kind: words.series[kind], count: sent[kind] })),
  );
  return [
    {
      kind: 'chart',
      spec: {
        type: 'bar',
        title: { text: words.chartTitle },
        data: [{ id: 'sends', values }],
        xField: 'month',
        yField: 'count',
        seriesField: 'kind',
        stack: true,
        axes: [
          { orient: 'bottom', type: 'band' },
          // Half a message is not sent.
          { orient: 'left', type: 'linear', tick: { noDecimals: true } },
        ],
        color: KINDS.map((kind) => COLOURS[kind]),
        legends: { visible: true, orient: 'bottom' },
      },
      text: words.chartText(total),
      height: CHART_HEIGHT,
    },
    {
      kind: 'table',
      pageSize: 6,
      columns: [
        { name: 'month', title: words.columns.month, type: 'text' },
        { name: 'sends', title: words.columns.sends, type: 'text' },
      ],
      rows: months
        .filter(({ sends }) => sends.length > 0)
        .map(({ month, sent }) => ({ month: words.monthLabel(month), sends: words.sends(sent) })),
    },
  ];
}
