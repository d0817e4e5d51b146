import type { Child } from 'hono/jsx';
import { listWords as words } from '../words.ts';

/** A row of conditions above a list; works without script, and the address can be passed on. */
export function Filters(props: {
  path: string;
  active: boolean;
  /** Of the form and of its button, where it is no list that is filtered. */
  label?: string;
  apply?: string;
  children: Child;
}) {
  const { path, active, label = words.filters, apply = words.apply, children } = props;
  return (
    <form class="filters" method="get" action={path} role="search" aria-label={label}>
      {children}
      <div class="filter-buttons">
        <button type="submit">{apply}</button>
        {active ? <a href={path}>{words.reset}</a> : null}
      </div>
    </form>
  );
}

export function SearchField({ label, value }: { label: string; value: string }) {
  return (
    <label class="field wide-field">
      <span>{label}</span>
      <input type="search" name="q" value={value} maxlength={100} autocomplete="off" />
    </label>
  );
}

export function SelectField(props: {
  label: string;
  name: string;
  value: string;
  options: readonly (readonly [value: string, text: string])[];
}) {
  return (
    <label class="field">
      <span>{props.label}</span>
      <select name={props.name}>
        <option value="">{words.all}</option>
        {props.options.map(([value, text]) => (
          <option value={value} selected={value === props.value}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}

export function DayField({ label, name, value }: { label: string; name: string; value: string }) {
  return (
    <label class="field">
      <span>{label}</span>
      <input type="date" name={name} value={value} />
    </label>
  );
}
