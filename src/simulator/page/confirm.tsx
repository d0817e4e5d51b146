/** @jsxImportSource hono/jsx/dom */
import { useEffect, useRef } from 'hono/jsx/dom';
import type { Question } from './store.ts';

/** Asked before a click counts. Escape and the backdrop mean no. */
export function ConfirmDialog({ question }: { question: Question | undefined }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    if (!element) return;
    if (question && !element.open) element.showModal();
    if (!question && element.open) element.close();
  }, [question]);
  return (
    <dialog
      ref={dialog}
      class="confirm"
      data-testid="confirm-dialog"
      aria-label={question?.title ?? ''}
      onClose={() => question?.answer(false)}
    >
      <h2>{question?.title ?? ''}</h2>
      <p>{question?.text ?? ''}</p>
      <footer>
        <button type="button" class="button" data-type="default" onClick={() => question?.answer(false)}>
          取消
        </button>
        <button
          type="button"
          class="button"
          data-type="primary_filled"
          data-testid="confirm-yes"
          onClick={() => question?.answer(true)}
        >
          确定
        </button>
      </footer>
    </dialog>
  );
}
