import { isDay } from '../../../../kernel/day.ts';
import { findUnits } from '../../../../people/repo.ts';
import { EDITORS } from '../../../../policy/desk/reach.ts';
import { findOnDesk } from '../../../../policy/desk/repo.ts';
import { type Tried, tryQuestion } from '../../../../policy/desk/try-question.ts';
import type { Ctx } from '../../../../store/context.ts';
import { CardView } from '../../../components/card.tsx';
import { DayField, Filters, SearchField, SelectField } from '../../../components/filters.tsx';
import { Form, Hidden } from '../../../components/form.tsx';
import { Empty, Table } from '../../../components/list.tsx';
import { ACCESS } from '../../../guard.ts';
import type { Page } from '../../../section.ts';
import { mayWork } from '../entry/may-work.ts';
import { questionPath } from '../list.tsx';
import { tryWords as words } from './words.ts';

const LONGEST = 200;

export const questionTryPage: Page = async ({ ctx, query }) => {
  const text = (query.get('q') ?? '').trim().slice(0, LONGEST);
  const day = isDay(query.get('day') ?? '') ? (query.get('day') ?? '') : '';
  const units = (await findUnits(ctx.db)).filter(({ tier }) => tier !== 'village');
  const unit = units.find(({ code }) => code === query.get('unit'))?.code ?? '';
  const tried =
    text === '' ? undefined : await tryQuestion(ctx, { text, asUnit: unit, ...(day !== '' && { on: day }) });
  const { path } = ACCESS.questionTry;
  const body = (
    <>
      <p>
        <a href={ACCESS.questions.path}>{words.back}</a>
      </p>
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <Filters path={path} active={tried !== undefined} label={words.title} apply={words.go}>
        <SearchField label={words.question} value={text} />
        <SelectField
          label={words.unit}
          name="unit"
          value={unit}
          options={units.map(({ code, name }) => [code, name] as const)}
        />
        <DayField label={words.day} name="day" value={day} />
      </Filters>
      {tried ? <Result tried={tried} text={text} workable={await workable(ctx, tried)} /> : null}
    </>
  );
  return { kind: 'page', title: words.title, nav: 'questions', body };
};

/** Numbers of those that the person may add a phrasing to. */
async function workable(ctx: Ctx, { candidates }: Tried): Promise<Set<string>> {
  const numbers: string[] = [];
  for (const { number } of candidates)
    if (await mayWork(ctx, EDITORS, (await findOnDesk(ctx.db, number)).newest)) numbers.push(number);
  return new Set(numbers);
}

function Result({ tried, text, workable: own }: { tried: Tried; text: string; workable: Set<string> }) {
  const { decision, reason, scores, candidates, card } = tried;
  return (
    <div class="two-sides">
      <section>
        <h2>{words.result}</h2>
        <p>{words.why(decision, reason)}</p>
        <CardView card={card} />
      </section>
      <section>
        <h2>{words.candidates}</h2>
        {candidates.length === 0 ? (
          <Empty text={words.none} />
        ) : (
          <Table
            caption={words.candidatesCaption(scores.answerFrom, scores.nearFrom)}
            rows={candidates}
            columns={[
              {
                title: words.columns.question,
                main: true,
                cell: ({ number, question }) => (
                  <a href={questionPath(number)}>
                    <bdi>{question || number}</bdi>
                  </a>
                ),
              },
              { title: words.columns.number, brief: true, cell: ({ number }) => number },
              {
                title: words.columns.confidence,
                number: true,
                cell: ({ confidence }) => words.percent(confidence),
              },
              { title: words.columns.lead, number: true, cell: ({ lead }) => words.percent(lead) },
              {
                title: words.columns.add,
                cell: ({ number }) => (own.has(number) ? <AddPhrasing number={number} text={text} /> : ''),
              },
            ]}
          />
        )}
      </section>
    </div>
  );
}

function AddPhrasing({ number, text }: { number: string; text: string }) {
  return (
    <Form action={`${questionPath(number)}/phrasing`} class="inline">
      <Hidden name="phrase" value={text} />
      <button type="submit" class="quiet">
        {words.add}
      </button>
    </Form>
  );
}
