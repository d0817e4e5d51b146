import VChart, { type ISpec, type ITheme } from '@visactor/vchart';
import type { Node } from './node.ts';

/** The client's palettes for `color_theme`. */
const PALETTES: Record<string, string[]> = {
  brand: ['#3370ff', '#14c0ff', '#6f8cff', '#34c7a5', '#a2bfff', '#8fdfff', '#ffb03a', '#8f959e'],
  rainbow: ['#f54a45', '#ff8800', '#ffc60a', '#34c724', '#14c0ff', '#3370ff', '#7f3bf5', '#f01d94'],
  complementary: ['#3370ff', '#ff8800', '#34c724', '#f01d94', '#14c0ff', '#ffc60a'],
  converse: ['#3370ff', '#f54a45', '#14c0ff', '#ff8800', '#a2bfff', '#ffc0a0'],
  primary: ['#3370ff', '#6b96ff', '#96b5ff', '#bdd0ff', '#d9e4ff'],
};

/** Draws into the element and follows its size. @throws when VChart refuses the specification. */
export async function drawChart(
  element: HTMLElement,
  spec: Node,
  look: { dark: boolean; theme: string },
): Promise<() => void> {
  const chart = new VChart(
    {
      background: 'transparent',
      color: PALETTES[look.theme] ?? PALETTES['brand'],
      padding: { top: 12, right: 12, bottom: 8, left: 8 },
      // The card's specification is data and must not be changed by the library.
      ...structuredClone(spec),
    } as unknown as ISpec,
    { dom: element, theme: themeOf(look.dark), animation: false },
  );
  await chart.renderAsync();
  return () => chart.release();
}

/** VChart's own theme with the page's type, as its titles are too large for a phone. */
function themeOf(dark: boolean): ITheme {
  return {
    type: dark ? 'dark' : 'light',
    fontFamily: getComputedStyle(document.body).fontFamily,
    component: {
      title: { padding: { top: 0, bottom: 8 }, textStyle: { fontSize: 14, lineHeight: 20 } },
    },
  };
}
