import { type Child, useContext } from 'hono/jsx';
import { textOf } from '../sent.ts';
import { formWords as words } from '../words.ts';
import { FormContext, type Problem, Refused } from './form-context.ts';

export { RowsField } from './rows-field.tsx';

export function FormToken() {
  return <input type="hidden" name="csrf" value={useContext(FormContext).csrf} />;
}

/**
 * A form that changes something. What was typed survives a refusal (the fields read it again), a session that ended and
 * a closed window (`keep`: the script holds it until the form has gone through). `children` build their fields with
 * the components below.
 */
export function Form(props: {
  action: string;
  /** Tells this form's kept text from others; absent for a form that is only buttons. */
  keep?: string;
  file?: boolean;
  /** Sent as typed to this address, whose fragment fills the element with the id `preview`. */
  preview?: string;
  class?: string;
  label?: string;
  children: Child;
}) {
  const { action, sent, problems } = useContext(FormContext);
  const refused = sent !== undefined && action === props.action;
  return (
    <form
      method="post"
      action={props.action}
      class={props.class ?? 'form'}
      enctype={props.file ? 'multipart/form-data' : undefined}
      aria-label={props.label}
      data-keep={props.keep}
      data-refused={refused ? 'yes' : undefined}
      data-preview={props.preview}
      novalidate={props.keep !== undefined}
    >
      <FormToken />
      {refused ? <Problems problems={problems} /> : null}
      <Refused.Provider value={refused}>{props.children}</Refused.Provider>
    </form>
  );
}

function Problems({ problems }: { problems: readonly Problem[] }) {
  if (problems.length === 0) return null;
  const named = problems.filter(({ field }) => field !== '');
  return (
    <div class="problems" role="alert">
      {problems
        .filter(({ field }) => field === '')
        .map(({ text }) => (
          <p class="told">{text}</p>
        ))}
      {named.length > 0 ? (
        <>
          <p>{words.problems(named.length)}</p>
          <ul>
            {named.map(({ field, text }) => (
              <li>
                <a href={`#field-${field}`}>{text}</a>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </div>
  );
}

interface FieldProps {
  label: string;
  name: string;
  value?: string | undefined;
  hint?: string | undefined;
  required?: boolean;
}

/** Attributes of an input and the frame around it: label, hint, what is wrong. */
function useField({ label, name, value = '', hint, required }: FieldProps) {
  const { sent, problems } = useContext(FormContext);
  const refused = useContext(Refused);
  const wrong = refused ? problems.filter(({ field }) => field === name) : [];
  const id = `field-${name}`;
  const described = [hint && `${id}-hint`, wrong.length > 0 && `${id}-wrong`].filter(Boolean).join(' ');
  return {
    value: refused && sent?.values.has(name) ? textOf(sent, name) : value,
    attributes: {
      id,
      name,
      required,
      'aria-invalid': wrong.length > 0 ? ('true' as const) : undefined,
      'aria-describedby': described || undefined,
    },
    frame: (input: Child, wide = false) => (
      <div class={`field${wide ? ' wide-field' : ''}${wrong.length > 0 ? ' wrong' : ''}`}>
        <label for={id}>
          {label}
          {required ? null : <span class="optional"> {words.optional}</span>}
        </label>
        {hint ? (
          <p class="hint" id={`${id}-hint`}>
            {hint}
          </p>
        ) : null}
        {input}
        {wrong.length > 0 ? (
          <p class="said-wrong" id={`${id}-wrong`}>
            {wrong.map(({ text }) => text).join('；')}
          </p>
        ) : null}
      </div>
    ),
  };
}

export function TextField(
  props: FieldProps & { max?: number; kind?: 'text' | 'number' | 'month'; wide?: boolean },
) {
  const { value, attributes, frame } = useField(props);
  const numeric = props.kind === 'number';
  return frame(
    <input
      {...attributes}
      type={props.kind === 'month' ? 'month' : 'text'}
      inputmode={numeric ? 'decimal' : undefined}
      value={value}
      maxlength={props.max}
      autocomplete="off"
    />,
    props.wide,
  );
}

export function DateField(props: FieldProps) {
  const { value, attributes, frame } = useField(props);
  return frame(<input {...attributes} type="date" value={value} />);
}

export function TextArea(props: FieldProps & { rows?: number; max?: number }) {
  const { value, attributes, frame } = useField(props);
  return frame(
    <textarea {...attributes} rows={props.rows ?? 4} maxlength={props.max}>
      {value}
    </textarea>,
    true,
  );
}

export function ChoiceField(
  props: FieldProps & { options: readonly (readonly [value: string, text: string])[] },
) {
  const { value, attributes, frame } = useField(props);
  return frame(
    <select {...attributes}>
      <option value="">{words.choose}</option>
      {props.options.map(([one, text]) => (
        <option value={one} selected={one === value}>
          {text}
        </option>
      ))}
    </select>,
  );
}

export function CheckField(props: Omit<FieldProps, 'value'> & { checked?: boolean }) {
  const { sent } = useContext(FormContext);
  const refused = useContext(Refused);
  const { attributes, frame } = useField({ ...props, required: true });
  const checked = refused && sent ? textOf(sent, props.name) === 'yes' : (props.checked ?? false);
  const { required: _, ...rest } = attributes;
  return frame(<input {...rest} class="check" type="checkbox" value="yes" checked={checked} />);
}

export function FileField(props: Omit<FieldProps, 'value'> & { accept: string }) {
  const { attributes, frame } = useField(props);
  return frame(<input {...attributes} type="file" accept={props.accept} />, true);
}

export function Hidden({ name, value }: { name: string; value: string }) {
  return <input type="hidden" name={name} value={value} />;
}
