import { useContext } from 'hono/jsx';
import { FormContext } from './form-context.ts';

/** Why what was sent was refused, where the form that sent it does not stand on the page any more. */
export function Refusal() {
  const { sent, problems } = useContext(FormContext);
  if (sent === undefined) return null;
  return (
    <div class="problems" role="alert">
      {problems.map(({ text }) => (
        <p class="told">{text}</p>
      ))}
    </div>
  );
}
