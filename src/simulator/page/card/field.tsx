/** @jsxImportSource hono/jsx/dom */
import type { Child } from 'hono/jsx';
import type { FormState } from './form-state.ts';
import { type Node, str, words } from './node.ts';
import { margin, width } from './style.ts';

/** What people call the field: its label, the words before it (only inputs have a label), its placeholder, its name. */
export function labelOf(field: Node, before = ''): string {
  const own = words(field['label']) || words(field['text']) || before;
  return own || words(field['placeholder']) || str(field['name']);
}

/** Label, control and the hint beside it. */
export function Field(props: {
  field: Node;
  form: FormState | undefined;
  required: boolean;
  children: Child;
}) {
  const { field, form, required } = props;
  const label = words(field['label']);
  const problem = form?.problems[str(field['name'])];
  return (
    <div
      class="field"
      data-label={str(field['label_position'], 'top')}
      data-problem={String(Boolean(problem))}
      style={{ ...margin(field), ...width(field['width']) }}
    >
      {label ? (
        <span class="field-label">
          {label}
          {required ? <i aria-hidden="true">*</i> : null}
        </span>
      ) : null}
      <div class="field-control">
        {props.children}
        <p class="problem" role="alert" hidden={!problem} data-testid="problem">
          {problem ?? ''}
        </p>
      </div>
    </div>
  );
}
