import { deskLabels } from '../../../counts/desk/words.ts';
import { findCountingRules } from '../../../counts/repo.ts';
import { ruleIn } from '../../../counts/rules/counting-rule.ts';
import { addCountingRule, setsCountingRules } from '../../../counts/verbs/add-counting-rule.ts';
import { monthText } from '../../../counts/words.ts';
import { dayOf } from '../../../kernel/day.ts';
import { monthOf } from '../../../kernel/period.ts';
import { Form, TextArea, TextField } from '../../components/form.tsx';
import { Empty, Table, Tag } from '../../components/list.tsx';
import { requireReach } from '../../guard.ts';
import type { Page, Form as Submitted } from '../../section.ts';
import { valuesOf } from '../../sent.ts';
import { countsAccess as access } from './access.ts';
import { Rooms } from './level.tsx';
import { ruleWords as words } from './words.ts';

export const rulesPage: Page = async ({ ctx }) => {
  requireReach(ctx, 'countingRules');
  const rules = await findCountingRules(ctx.db);
  const month = monthOf(dayOf(ctx.now));
  const current = ruleIn(month, rules)?.version;
  const { columns } = words;
  const body = (
    <>
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <Rooms here="countingRules" />
      {rules.length === 0 ? (
        <Empty text={words.empty} />
      ) : (
        <Table
          caption={words.caption}
          rows={rules.toReversed()}
          columns={[
            { title: columns.version, main: true, cell: ({ version }) => <bdi>{version}</bdi> },
            {
              title: columns.state,
              cell: ({ version, fromMonth }) =>
                version === current ? (
                  <Tag tone="good">{words.now}</Tag>
                ) : (
                  <Tag tone="plain">{fromMonth > month ? words.next : words.past}</Tag>
                ),
            },
            { title: columns.from, brief: true, cell: ({ fromMonth }) => monthText(fromMonth) },
            { title: columns.note, cell: ({ note }) => <bdi>{note}</bdi> },
          ]}
        />
      )}
      {setsCountingRules(ctx) ? <NewRule /> : <p>{words.readOnly}</p>}
    </>
  );
  return { kind: 'page', title: words.title, nav: 'counts', body };
};

export const countingRuleAdd: Submitted = {
  page: rulesPage,
  async submit({ sent, perform }) {
    await perform((on) => addCountingRule(on, { form: valuesOf(sent) }));
    return { to: access.countingRules.path, notice: 'saved' };
  },
};

function NewRule() {
  return (
    <>
      <h2>{words.add}</h2>
      <Form action={access.countingRuleAdd.path} keep="counting-rule">
        <TextField label={deskLabels.version} name="version" max={32} hint={words.versionHint} required />
        <TextField
          label={deskLabels.fromMonth}
          name="fromMonth"
          kind="month"
          hint={words.monthHint}
          required
        />
        <TextArea label={deskLabels.note} name="note" max={500} hint={words.noteHint} required />
        <div class="form-buttons">
          <button type="submit">{words.save}</button>
        </div>
      </Form>
    </>
  );
}
