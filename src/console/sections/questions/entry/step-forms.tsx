import type { Child } from 'hono/jsx';
import { DateField, Form, TextField } from '../../../components/form.tsx';
import { questionPath } from '../list.tsx';
import { questionWords as words } from '../words.ts';
import type { QuestionPage } from './read.ts';

/** What may be done with an entry in use, folded away: most who look want to read. */
export function StepForms({ found: { entry, state }, edits }: { found: QuestionPage; edits: boolean }) {
  if (state === 'draft' || state === 'withdrawn') return null;
  const path = (name: string) => `${questionPath(entry.number)}/${name}`;
  return (
    <>
      <h2>{words.steps}</h2>
      {edits ? (
        <>
          <Step title={words.recheck} open={state === 'expiring' || state === 'ended'}>
            <Form action={path('recheck')} label={words.recheck}>
              <p class="hint">{words.recheckHow}</p>
              <TextField label={words.recheckRemark} name="remark" max={200} wide />
              <div class="form-buttons">
                <button type="submit">{words.unchanged}</button>
              </div>
            </Form>
            <Form action={path('recheck')} label={words.newEnd}>
              <DateField
                label={words.newEnd}
                hint={words.newEndHint}
                name="newEnd"
                value={entry.validUntil}
              />
              <div class="form-buttons">
                <button type="submit" name="next" value="end" class="second">
                  {words.sendNewEnd}
                </button>
              </div>
            </Form>
          </Step>
          <Step title={words.replace}>
            <Form action={path('replace')} label={words.replace}>
              <p class="hint">{words.replaceHow}</p>
              <TextField label={words.by} hint={words.byHint} name="by" max={32} required />
              <DateField label={words.lastDay} hint={words.lastDayHint} name="lastDay" />
              <div class="form-buttons">
                <button type="submit">{words.sendReplace}</button>
              </div>
            </Form>
          </Step>
        </>
      ) : null}
      <Step title={words.withdraw}>
        <Form action={path('withdraw')} label={words.withdraw}>
          <p class="hint">{words.withdrawHow}</p>
          <TextField label={words.reason} name="reason" max={200} required wide />
          <div class="form-buttons">
            <button type="submit">{words.withdrawNow}</button>
          </div>
        </Form>
      </Step>
    </>
  );
}

function Step({ title, open = false, children }: { title: string; open?: boolean; children: Child }) {
  return (
    <details class="panel step" open={open}>
      <summary>{title}</summary>
      {children}
    </details>
  );
}
