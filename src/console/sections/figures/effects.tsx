import type { Effects } from '../../../policy/figures/effects.ts';
import { Table, Tag } from '../../components/list.tsx';
import { questionPath } from '../questions/list.tsx';
import { standardWords as words } from './words.ts';

/** What a change does: examples worked out anew, what answers say, which of them it touches. */
export function EffectsView({ effects, today }: { effects: Effects; today: string }) {
  const { day, examples, lines, answers } = effects;
  return (
    <>
      <p>{words.difference(day, day === today)}</p>
      <h2>{words.examples}</h2>
      {examples.length > 0 ? (
        <Table
          caption=""
          columns={[
            { title: words.exampleColumns.name, main: true, cell: ({ name }) => <bdi>{name}</bdi> },
            { title: words.exampleColumns.before, cell: ({ before }) => <Lines lines={before} /> },
            {
              title: words.exampleColumns.after,
              cell: ({ after, changed }) => (
                <div>
                  <Lines lines={after} />
                  <Tag tone={changed ? 'warn' : 'plain'}>{changed ? words.changed : words.same}</Tag>
                </div>
              ),
            },
          ]}
          rows={examples}
        />
      ) : (
        <p class="soft">{words.noExamples}</p>
      )}
      <h2>{words.shown}</h2>
      <Table
        caption=""
        columns={[
          { title: words.shownColumns.before, cell: ({ before }) => <Lines lines={before} /> },
          { title: words.shownColumns.after, cell: ({ after }) => <Lines lines={after} /> },
        ]}
        rows={[lines]}
      />
      <h2>{words.affected(answers.length)}</h2>
      {answers.length > 0 ? (
        <Table
          caption=""
          columns={[
            {
              title: words.affectedColumns.question,
              main: true,
              cell: ({ number, question }) => (
                <a href={questionPath(number)}>
                  <bdi>{question}</bdi>
                </a>
              ),
            },
            {
              title: words.affectedColumns.effect,
              cell: ({ effect, others }) => (
                <span>
                  {words.effects[effect]}
                  {others.length > 0 ? `（${words.others(others)}）` : ''}
                </span>
              ),
            },
          ]}
          rows={answers}
        />
      ) : (
        <p class="soft">{words.nobodyUses}</p>
      )}
    </>
  );
}

function Lines({ lines }: { lines: readonly string[] }) {
  if (lines.length === 0) return <span class="soft">{words.nothing}</span>;
  return (
    <ul class="changes">
      {lines.map((line) => (
        <li>
          <bdi>{line}</bdi>
        </li>
      ))}
    </ul>
  );
}
