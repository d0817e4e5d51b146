/** @jsxImportSource hono/jsx/dom */
import { useEffect, useRef } from 'hono/jsx/dom';
import { dismissToast } from './actions.ts';
import { Icon } from './icons.tsx';
import type { Toast } from './store.ts';

/** Shown in the top layer, so that an open dialog does not cover it. */
export function ToastBox({ toast }: { toast: Toast | undefined }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    if (element.matches(':popover-open')) element.hidePopover();
    if (toast) element.showPopover();
  }, [toast]);
  return (
    <div ref={box} class="toast-box" popover="manual" role="status" aria-live="polite">
      {toast ? (
        <div key={String(toast.id)} class="toast" data-testid="toast" data-tone={toast.tone}>
          <Icon name={toast.tone} size={20} />
          <span>{toast.text}</span>
          <button type="button" aria-label="关闭提示" onClick={() => dismissToast(toast.id)}>
            <Icon name="close" size={14} />
          </button>
        </div>
      ) : null}
    </div>
  );
}
