/** @jsxImportSource hono/jsx/dom */
import type { GuideStep } from '../wire.ts';
import { startStep, toggleGuide } from './actions.ts';
import { Icon } from './icons.tsx';
import { setState } from './store.ts';

interface Props {
  steps: GuideStep[];
  open: boolean;
  step: number;
  started: number;
  moving: boolean;
}

/** The five-minute tour: every step takes a seat at a moment and says what to look at. */
export function Guide({ steps, open, step, started, moving }: Props) {
  const current = steps[step];
  const hidden = !open || !current;
  const next = started === step ? step + 1 : step;
  const go = () => (steps[next] ? void startStep(next) : toggleGuide());
  return (
    <section
      class="guide"
      hidden={hidden}
      aria-label="五分钟上手"
      data-testid="guide"
      data-started={String(started === step)}
    >
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
          onClick={go}
        >
          <Label moving={moving} here={next === step} next={steps[next]} />
        </button>
      </div>
    </section>
  );
}

function Label({ moving, here, next }: { moving: boolean; here: boolean; next: GuideStep | undefined }) {
  if (moving) return <span>正在走时间…</span>;
  if (here) return <span>带我去</span>;
  if (!next) return <span>走完了</span>;
  return (
    <span>
      下一步<span class="guide-next">：{next.title}</span>
    </span>
  );
}
