import { deskLabels } from '../../../counts/desk/words.ts';
import { adjustPlan } from '../../../counts/verbs/adjust-plan.ts';
import { indicatorNames } from '../../../counts/words.ts';
import { AppError } from '../../../kernel/errors.ts';
import { Form, Hidden, TextArea, TextField } from '../../components/form.tsx';
import { Empty, Table, Tag } from '../../components/list.tsx';
import type { Page, Form as Submitted } from '../../section.ts';
import { textOf, valuesOf } from '../../sent.ts';
import { moment } from '../../time.ts';
import { errorWords } from '../../words.ts';
import { countsAccess as access } from './access.ts';
import { addressOf, Rooms } from './level.tsx';
import { type PlanHistory, readPlanHistory } from './read-plans.ts';
import { planWords as words } from './words.ts';

export const planPage: Page = async ({ ctx, params }) => {
  const plan = await readPlanHistory(ctx, params);
  const { unit, year, indicator, revisions } = plan;
  const [current] = revisions;
  const title = words.planTitle(year, unit.name, indicatorNames[indicator]);
  const action = addressOf(access.planAdjust.path, { year, unit: unit.code, indicator });
  const base = current?.revision ?? 0;
  const body = (
    <>
      <h1>
        <bdi>{title}</bdi>
      </h1>
      <p class="lead">{words.standing(current?.amount, revisions.at(-1)?.amount)}</p>
      <Rooms here="plans" />
      <h2>{base === 0 ? words.enter : words.adjust}</h2>
      <Form action={action} keep={`plan:${year}:${unit.code}:${indicator}`}>
        <Hidden name="base" value={String(base)} />
        <TextField
          label={deskLabels.amount}
          name="amount"
          kind="number"
          value={textNumber(current)}
          required
        />
        <TextArea
          label={deskLabels.basis}
          name="basis"
          rows={2}
          max={200}
          required={base > 0}
          hint={words.basisHint}
        />
        <div class="form-buttons">
          <button type="submit">{words.save}</button>
          <a href={access.plans.path}>{words.back}</a>
        </div>
      </Form>
      <h2>{words.history}</h2>
      <History revisions={revisions} />
    </>
  );
  return { kind: 'page', title, nav: 'counts', body };
};

export const planAdjust: Submitted = {
  page: planPage,
  async submit({ params, sent, perform }) {
    const { year = '', unit = '', indicator } = params;
    if (indicator !== 'document' && indicator !== 'meeting' && indicator !== 'inspection')
      throw new AppError('not_found', errorWords.missingPage);
    const base = Number(textOf(sent, 'base') || 0);
    await perform((on) =>
      adjustPlan(on, { year: Number(year), unit, indicator, base, form: valuesOf(sent) }),
    );
    return { to: addressOf(access.plan.path, params), notice: 'saved' };
  },
};

function textNumber(current: { amount: number } | undefined): string {
  return current === undefined ? '' : String(current.amount);
}

function History({ revisions }: Pick<PlanHistory, 'revisions'>) {
  if (revisions.length === 0) return <Empty text={words.noPlan} />;
  return (
    <Table
      caption={words.historyCaption}
      rows={revisions}
      columns={[
        {
          title: words.revision,
          main: true,
          cell: ({ revision }) => (
            <>
              {words.revisionText(revision)}{' '}
              {revision === revisions[0]?.revision ? <Tag tone="good">{words.inForce}</Tag> : null}
            </>
          ),
        },
        { title: words.amount, number: true, cell: ({ amount }) => String(amount) },
        { title: words.basis, cell: ({ basis }) => (basis === '' ? '' : <bdi>{basis}</bdi>) },
        {
          title: words.by,
          brief: true,
          cell: ({ name }) => (name === '' ? words.imported : <bdi>{name}</bdi>),
        },
        { title: words.at, brief: true, cell: ({ at }) => moment(at) },
      ]}
    />
  );
}
