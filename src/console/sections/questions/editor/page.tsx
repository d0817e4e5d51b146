import type { Child } from 'hono/jsx';
import { contentOf } from '../../../../policy/content.ts';
import { EDITORS, requireWithin, unitsOfEditor } from '../../../../policy/desk/reach.ts';
import { findOnDesk, findSubmitted, nameOf } from '../../../../policy/desk/repo.ts';
import { EMPTY_TEXT, type EntryText } from '../../../../policy/desk/rules/entry-text.ts';
import { findMiss } from '../../../../policy/misses/repo.ts';
import { CheckField, Form, Hidden, TextField } from '../../../components/form.tsx';
import { ACCESS } from '../../../guard.ts';
import type { Page } from '../../../section.ts';
import { findQuestion } from '../entry/read.ts';
import { questionPath } from '../list.tsx';
import { type Conflicting, ConflictView } from './conflict.tsx';
import { EntryFields } from './fields.tsx';
import { editPath } from './path.ts';
import { PreviewBody } from './preview.tsx';
import { namesOfUnits } from './units.ts';
import { editorWords as words } from './words.ts';

/** An empty form, or one that begins with what somebody asked (`?miss=`). */
export const questionNewPage: Page = async ({ ctx, query }) => {
  const miss = query.get('miss') ? await findMiss(ctx.db, query.get('miss') ?? '') : undefined;
  const text = { ...EMPTY_TEXT, units: await unitsOfEditor(ctx), question: miss?.text ?? '' };
  const body = (
    <>
      <p>
        <a href={ACCESS.questions.path}>{words.back}</a>
      </p>
      <h1>{words.newTitle}</h1>
      <p class="lead">{words.lead}</p>
      <EditorForm
        action={ACCESS.questionCreate.path}
        keep="question-new"
        number=""
        base={0}
        text={text}
        unitNames={await namesOfUnits(ctx, text.units)}
        preview={await PreviewBody({ ctx, number: '', text })}
      >
        <Hidden name="miss" value={miss?.id ?? ''} />
      </EditorForm>
    </>
  );
  return { kind: 'page', title: words.newTitle, nav: 'questions', body };
};

/** The newest text of an entry; what was typed stays beside it when somebody else was quicker. */
export const questionEditPage: Page = async ({ ctx, params }) => {
  const number = params['number'] ?? '';
  await findQuestion(ctx, number);
  const { newest } = await findOnDesk(ctx.db, number);
  await requireWithin(ctx, EDITORS, newest);
  const text: EntryText = contentOf(newest);
  const waits = (await findSubmitted(ctx.db, number)).length > 0;
  const unitNames = await namesOfUnits(ctx, text.units);
  const theirs: Conflicting = { ...newest, unitNames, author: await nameOf(ctx.db, newest.author) };
  const body = (
    <>
      <p>
        <a href={questionPath(number)}>{words.backToEntry}</a>
      </p>
      <h1>{words.editTitle(number)}</h1>
      <p class="lead">{words.lead}</p>
      {waits ? <p class="notice">{words.waiting}</p> : null}
      <ConflictView theirs={theirs} />
      <EditorForm
        action={editPath(number)}
        keep={`question-${number}`}
        number={number}
        base={newest.revision}
        text={text}
        unitNames={unitNames}
        preview={await PreviewBody({ ctx, number, text })}
      />
    </>
  );
  return { kind: 'page', title: words.editTitle(number), nav: 'questions', body };
};

function EditorForm(props: {
  action: string;
  keep: string;
  number: string;
  base: number;
  text: EntryText;
  unitNames: readonly string[];
  preview: Child;
  children?: Child;
}) {
  return (
    <Form action={props.action} keep={props.keep} preview={ACCESS.questionPreview.path} class="editor">
      <Hidden name="number" value={props.number} />
      <Hidden name="baseRevision" value={String(props.base)} />
      {props.children}
      <div class="form">
        <EntryFields text={props.text} unitNames={props.unitNames} />
      </div>
      <section class="beside" aria-label={words.preview}>
        <div id="preview">{props.preview}</div>
      </section>
      <div class="form">
        <h2>{words.groups.submit}</h2>
        <CheckField label={words.confirmOpen} name="open" />
        <TextField label={words.remark} name="remark" max={200} wide />
        <div class="form-buttons">
          <button type="submit" name="next" value="submit">
            {words.saveAndSubmit}
          </button>
          <button type="submit" class="second">
            {words.save}
          </button>
        </div>
      </div>
    </Form>
  );
}
