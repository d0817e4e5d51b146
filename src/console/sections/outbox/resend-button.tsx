import { Form } from '../../components/form.tsx';
import { outboxAccess } from './access.ts';
import { outboxWords as words } from './words.ts';

/** Nothing where everybody got everything. */
export function ResendButton({ recipients }: { recipients: number }) {
  if (recipients === 0) return null;
  return (
    <Form action={outboxAccess.outboxResend.path} class="inline">
      <button type="submit">{words.resend(recipients)}</button>
    </Form>
  );
}
