import { useContext } from 'hono/jsx';
import { textsOf } from '../sent.ts';
import { formWords as words } from '../words.ts';
import { FormContext, Refused } from './form-context.ts';

/** Any of several, folded away until one wants them; what is chosen stands in the heading. */
export function ChecksField(props: {
  label: string;
  name: string;
  hint?: string;
  options: readonly (readonly [value: string, text: string])[];
  chosen: readonly string[];
}) {
  const { sent, problems } = useContext(FormContext);
  const refused = useContext(Refused);
  const chosen = refused && sent ? textsOf(sent, props.name) : props.chosen;
  const wrong = refused ? problems.filter(({ field }) => field === props.name) : [];
  return (
    <fieldset class="wide-field checks" id={`field-${props.name}`}>
      <legend>
        {props.label}
        <span class="optional"> {words.optional}</span>
      </legend>
      {props.hint ? <p class="hint">{props.hint}</p> : null}
      {wrong.map(({ text }) => (
        <p class="said-wrong">{text}</p>
      ))}
      <details open={chosen.length > 0 || wrong.length > 0}>
        <summary>{words.chosen(chosen.length, props.options.length)}</summary>
        {props.options.map(([value, text]) => (
          <label>
            <input
              class="check"
              type="checkbox"
              name={props.name}
              value={value}
              checked={chosen.includes(value)}
            />{' '}
            {text}
          </label>
        ))}
      </details>
    </fieldset>
  );
}
