import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rich } from '../../src/chat/rich.ts';
import { markdownOf } from '../../src/feishu/markdown.ts';
import { markdownHtml } from '../../src/simulator/page/card/markdown.ts';

const html = (text: string) => markdownHtml(text, (id) => `人${id}`).trim();

describe('Feishu Markdown', () => {
  it.each([
    ['**粗** *斜*', '<p><strong>粗</strong> <em>斜</em></p>'],
    ['一\n二', '<p>一<br>\n二</p>'],
    ['一<br>二', '<p>一<br>\n二</p>'],
    ["<font color='red'>红</font>", '<p><span data-tone="red" class="font">红</span></p>'],
    ['<font color="grey-500">灰</font>', '<p><span data-tone="grey" class="font">灰</span></p>'],
    [
      '<font color=red>外<font color=green>内</font>外</font>',
      '<p><span data-tone="red" class="font">外<span data-tone="green" class="font">内</span>外</span></p>',
    ],
    ['**<font color=red>红</font>**', '<p><strong><span data-tone="red" class="font">红</span></strong></p>'],
    ['<font color=red>**红**</font>', '<p><span data-tone="red" class="font"><strong>红</strong></span></p>'],
    ["<text_tag color='blue'>甲</text_tag>", '<p><span data-tone="blue" class="text-tag">甲</span></p>'],
    ['<at id=ou_1></at>好', '<p><span class="at">@人ou_1</span>好</p>'],
    ['<at ids=ou_1,ou_2></at>', '<p><span class="at">@人ou_1 @人ou_2</span></p>'],
    ['<at id=all></at>', '<p><span class="at">@所有人</span></p>'],
    ['&#60;at id=all&#62;', '<p>&lt;at id=all&gt;</p>'],
    ['&#42;&#42;星&#42;&#42;', '<p>**星**</p>'],
    ['<font color=red>没有结尾', '<p>&lt;font color=red&gt;没有结尾</p>'],
    ['<script>alert(1)</script>', '<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>'],
    ['<a href="javascript:alert(1)">点</a>', '<p><span class="font">点</span></p>'],
    ['[点](javascript:alert(1))', '<p>[点](javascript:alert(1))</p>'],
    ['<font color="red" onclick="x()">红</font>', '<p><span data-tone="red" class="font">红</span></p>'],
    ['![照片](img_v3_1)', '<p><span class="image-key">图片 照片</span></p>'],
  ])('%s', (text, expected) => {
    expect(html(text)).toBe(expected);
  });

  it('shows data of the product as the very characters that were typed, never as markup', () => {
    const typed = fc.string({
      unit: fc.constantFrom(...'<>*_~[]()#`&;:/=甲1.- \\atfontidhrefhttpw'.split('')),
      maxLength: 40,
    });
    fc.assert(
      fc.property(typed, (data) => {
        const shown = html(`前${markdownOf(rich`${data}`)}后`);
        const text = shown
          .replace(/^<p>|<\/p>$/g, '')
          .replaceAll('&lt;', '<')
          .replaceAll('&gt;', '>')
          .replaceAll('&quot;', '"')
          .replaceAll('&amp;', '&');
        expect(text.replace(/\s/g, '')).toBe(`前${data}后`.replace(/\s/g, ''));
      }),
      { numRuns: 500 },
    );
  });
});
