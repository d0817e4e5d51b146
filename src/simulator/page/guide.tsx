/** @jsxImportSource hono/jsx/dom */
import type { GuideStep } from '../wire.ts';
import { startStep, toggleGuide } from './actions.ts';
import { Icon } from './icons.tsx';
import { setState } from './store.ts';

interface Props {
  steps: GuideStep[];
  open: boolean;
  step: number;
  moving: boolean;
}

/** The five-minute tour: every step takes a seat at a moment and says what to look at. */
export function Guide({ steps, open, step, moving }: Props) {
  const current = steps[step];
  const hidden = !open || !current;
  return (
    <section class="guide" hidden={hidden} aria-label="五分钟上手" data-testid="guide">
      <div class="guide-steps" role="tablist">
        <span class="guide-title">五分钟上手</span>
        {steps.map((one, index) => (
          <button
            key={one.id}
            type="button"
            role="tab"
            class="guide-step"
            data-testid={`guide-step-${one.id}`}
            aria-selected={String(index === step)}
            onClick={() => setState({ step: index })}
          >
            <b>{index + 1}</b>
            {one.title}
          </button>
        ))}
        <span class="grow" />
        <button type="button" class="tool small" aria-label="收起五分钟上手" onClick={toggleGuide}>
          <Icon name="close" size={16} />
        </button>
      </div>
      <div class="guide-detail">
        <div class="guide-words">
          <p>{current?.story ?? ''}</p>
          <ul>
            {(current?.look ?? []).map((point) => (
              <li key={point}>{point}</li>
            ))}
          </ul>
        </div>
        <button
          type="button"
          class="button"
          data-type="primary_filled"
          data-testid="guide-start"
          aria-busy={String(moving)}
          disabled={moving}
          onClick={() => void startStep(step)}
        >
          {moving ? '正在走时间…' : '带我去'}
        </button>
      </div>
    </section>
  );
}
