import * as fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { describe, expect, it } from 'vitest';
import { colour, link, rich } from '../../src/chat/rich.ts';
import { markdownOf } from '../../src/feishu/markdown.ts';

/** The most permissive reader: raw HTML, bare links, everything of CommonMark and tables. */
const reader = new MarkdownIt({ html: true, linkify: true, breaks: true });

function shown(markdown: string): { tags: string[]; text: string } {
  const html = reader.render(markdown);
  return {
    tags: [...html.matchAll(/<\/?([a-z_]+\d*)/gi)].map((match) => match[1] ?? ''),
    text: html
      .replace(/<br>\n?/g, '\n')
      .replace(/<[^>]*>/g, '')
      .replace(/&lt;/g, '<')
      .replace(/&gt;/g, '>')
      .replace(/&quot;/g, '"')
      .replace(/&amp;/g, '&')
      .replace(/\n$/, ''),
  };
}

const HOSTILE = [
  '<at id=all></at>',
  '<at id=ou_11aa22bb33cc44dd55ee66ff77008811></at>',
  '&lt;at id=all&gt;&lt;/at&gt;',
  '&#60;at id=all&#62;',
  '<font color="red">红</font>',
  '<b onclick=x>粗</b>',
  '<!-- x -->',
  '[点我](https://evil.example)',
  '![图](img_v3_1)',
  'https://evil.example/a?b=c',
  'www.evil.example',
  'evil.com/a',
  'someone@evil.example',
  '**粗** __粗__ *斜* ~~删~~',
  '`码` ```码```',
  '# 标题',
  '- 项',
  '+ 项',
  '1. 项',
  '1) 项',
  '> 引',
  '---',
  '===',
  '    四格缩进',
  '| a | b |\n|---|---|\n| 1 | 2 |',
  '标题\n===',
  '段\n\n- 项\n# 标题',
  '\\**粗**',
  ':OK: :DONE:',
  'a:b',
];

describe('data stays data', () => {
  it.each(HOSTILE)('%j shows as typed', (data) => {
    const { tags, text } = shown(markdownOf(data));
    expect(tags.filter((tag) => tag !== 'p' && tag !== 'br')).toEqual([]);
    expect(text).toBe(data.replace(/^[ \t]+/gm, ''));
  });

  it.each(HOSTILE)('%j means nothing in a template, in colour or as the text of a link', (data) => {
    const { tags } = shown(
      markdownOf(rich`共 ${data} 件，${colour(data, 'red')}，${link(data, 'https://a.example')}`),
    );
    expect(tags.filter((tag) => !['p', 'br'].includes(tag))).toEqual(['font', 'font', 'a', 'a']);
  });

  it('nothing a person types becomes a tag, wherever it stands', () => {
    const typed = fc.string({
      unit: fc.constantFrom(...Array.from('<>*_~[]()#`\\|!@&:;.-+=\n \t1ax中。')),
      maxLength: 40,
    });
    fc.assert(
      fc.property(typed, (data) => {
        for (const markdown of [
          markdownOf(data),
          markdownOf(rich`- ${data}`),
          markdownOf(rich`一\n${data}\n二`),
        ]) {
          const { tags } = shown(markdown);
          expect(tags.filter((tag) => !['p', 'br', 'ul', 'li'].includes(tag))).toEqual([]);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('does not produce a platform emoji', () => {
    expect(markdownOf(':OK:')).not.toContain(':OK:');
    expect(markdownOf('9:30')).toBe('9:30');
  });

  it('leaves dates, times and figures readable', () => {
    expect(markdownOf('2026-06-30 09:30，61.5%，1,200 件')).toBe('2026-06-30 09:30，61.5%，1,200 件');
  });

  it('drops characters that turn the text round', () => {
    expect(markdownOf('甲\u202e乙\u0000丙')).toBe('甲 乙 丙');
  });
});

describe('trusted parts', () => {
  it('keep their markup', () => {
    expect(markdownOf(rich`**本月** ${3} 件\n- 一`)).toBe('**本月** 3 件\n- 一');
  });

  it('links lead to the given address only', () => {
    expect(markdownOf(rich`${link('依据', 'https://a.example/x(1)?q=a b')}`)).toBe(
      '[依据](https://a.example/x%281%29?q=a%20b)',
    );
  });

  it.each(['javascript:alert(1)', 'data:text/html,x', 'lark://x', 'nonsense', ''])('%j is no link', (url) => {
    expect(markdownOf(rich`${link('依据', url)}`)).toBe('依据');
  });
});
