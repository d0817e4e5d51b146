/** @jsxImportSource hono/jsx/dom */
import { useEffect, useRef, useState } from 'hono/jsx/dom';
import { isNode, type Node, num, str } from './node.ts';
import { margin, styles } from './style.ts';
import { Trouble } from './trouble.tsx';

const RATIOS: Record<string, string> = { '1:1': '1 / 1', '2:1': '2 / 1', '4:3': '4 / 3', '16:9': '16 / 9' };

/** A VChart specification. The library is large and loaded with the first chart. */
export function Chart({ element, dark }: { element: Node; dark: boolean }) {
  const box = useRef<HTMLDivElement>(null);
  const [problem, setProblem] = useState('');
  const [ready, setReady] = useState(false);
  const spec = element['chart_spec'];

  useEffect(() => {
    const target = box.current;
    if (!target || !isNode(spec)) return undefined;
    let gone = false;
    let release: (() => void) | undefined;
    import('./chart-engine.ts')
      .then(({ drawChart }) => drawChart(target, spec, { dark, theme: str(element['color_theme'], 'brand') }))
      .then((done) => {
        if (gone) done();
        else release = done;
        setReady(true);
      })
      .catch((error: unknown) => setProblem(error instanceof Error ? error.message : String(error)));
    return () => {
      gone = true;
      release?.();
    };
  }, [spec, dark]);

  const height = str(element['height']);
  if (!isNode(spec)) return <Trouble text="图表没有 chart_spec。" />;
  return (
    <div class="chart-box" style={margin(element)}>
      {problem ? <Trouble text={`图表画不出来：${problem}`} /> : null}
      <div
        ref={box}
        class="chart"
        data-testid="chart"
        data-ready={String(ready)}
        role="img"
        aria-label={titleOf(spec)}
        hidden={problem !== ''}
        style={styles({
          'aspect-ratio': /^\d+px$/.test(height)
            ? undefined
            : (RATIOS[str(element['aspect_ratio'])] ?? '16 / 9'),
          height: /^\d+px$/.test(height)
            ? `${Math.min(num(Number.parseInt(height, 10), 240), 999)}px`
            : undefined,
        })}
      />
    </div>
  );
}

function titleOf(spec: Node): string {
  const title = isNode(spec['title']) ? spec['title']['text'] : undefined;
  return `图表${typeof title === 'string' ? `：${title}` : ''}`;
}
