import { formProblems } from '../../../chat/words.ts';
import { AppError } from '../../../kernel/errors.ts';
import { type FormField, readForm } from '../../../kernel/form.ts';
import { dropGroup } from '../../../visits/verbs/drop-group.ts';
import { liftAvoidance } from '../../../visits/verbs/lift-avoidance.ts';
import { movePoint } from '../../../visits/verbs/move-point.ts';
import { setLiaison } from '../../../visits/verbs/set-liaison.ts';
import { groupRefusals, groupWords } from '../../../visits/words-groups.ts';
import { besideFields } from '../../chat-verbs.ts';
import type { Form } from '../../section.ts';
import { type Sent, textOf, valuesOf } from '../../sent.ts';
import { visitsAccess as access } from './access.ts';
import { visitGroupsPage } from './groups.tsx';

const saved = { to: access.visitGroups.path, notice: 'saved' } as const;

const chosen = (name: string, label: string): FormField => ({
  name,
  label,
  kind: 'text',
  required: true,
  max: 100,
});

const MOVE = [chosen('unit', groupWords.point), chosen('to', groupWords.to)];
const LIAISON = [chosen('group', groupWords.group), chosen('liaison', groupWords.newLiaison)];

/** Both choices, or all that is missing beside its field. */
function requireChoices(fields: readonly FormField[], sent: Sent): Promise<void> {
  const beginnings = fields.map(({ name, label }) => [name, label] as const);
  return besideFields(beginnings, async () => {
    const reading = readForm(fields, valuesOf(sent));
    if (!reading.ok) throw new AppError('invalid', formProblems(reading.problems));
  });
}

export const visitMove: Form = {
  page: visitGroupsPage,
  async submit({ sent, perform }) {
    await requireChoices(MOVE, sent);
    const [unit = '', from] = textOf(sent, 'unit').split(':');
    const [, intoGroup, inExchange, exchangeGroup] =
      /^(?:group:(.+)|point:([^:]+):(.+))$/.exec(textOf(sent, 'to')) ?? [];
    const group = intoGroup ?? exchangeGroup;
    if (group === undefined) throw new AppError('stale', groupRefusals.changed);
    await perform((on) =>
      movePoint(on, { unit, from, group, inExchange, avoid: textOf(sent, 'avoid') === 'yes' }),
    );
    return saved;
  },
};

export const visitLiaison: Form = {
  page: visitGroupsPage,
  async submit({ sent, perform }) {
    await requireChoices(LIAISON, sent);
    await perform((on) => setLiaison(on, { group: textOf(sent, 'group'), openId: textOf(sent, 'liaison') }));
    return saved;
  },
};

export const visitLift: Form = {
  page: visitGroupsPage,
  async submit({ sent, perform }) {
    await perform((on) => liftAvoidance(on, { group: textOf(sent, 'group'), unit: textOf(sent, 'unit') }));
    return saved;
  },
};

export const visitDrop: Form = {
  page: visitGroupsPage,
  async submit({ sent, perform }) {
    await perform((on) => dropGroup(on, { group: textOf(sent, 'group') }));
    return saved;
  },
};
