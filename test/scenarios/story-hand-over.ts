import { expect } from 'vitest';
import { type Act, quietly, type Story, until } from './stories.ts';

const asks: Act = async ({ cadre }) => {
  await cadre.says('乡补多少钱');
  expect(cadre).toHaveReceived(/本地标准还没有录入[\s\S]*\[转人工\]/, 1);
};

const sends: Act = async ({ cadre }) => {
  await cadre.clicks('转人工', /本地标准还没有录入/);
  expect(cadre).toSee(/请看一眼再发[\s\S]*乡补多少钱[\s\S]*市委组织部的政策编辑[\s\S]*\[发送\]/);
  const answer = await cadre.clicks('发送');
  expect(answer).toSay(/^(已转人工|这个问题已经转出)/);
  expect(cadre).toSee(/已转给市委组织部的政策编辑/);
};

/** On Friday evening: the asker is left in peace until Monday. */
const answers: Act = async ({ cadre, editor, otherEditor }) => {
  const heard = cadre.received().length;
  const answer = await editor.submits({
    答复: '分档表正在报批，批下来就录入。',
    '依据（可不填）': '内部流程',
  });
  expect(answer).toSay(/^答复已发出。$/);
  expect(editor).toSee(/已答复[\s\S]*分档表正在报批/);
  expect(otherEditor).toSee(/已由市委组织部答复，不用再答/);
  expect(cadre.received()).toHaveLength(heard);
};

const asksBack: Act = async ({ cadre, editor, otherEditor }) => {
  await cadre.clicks('追问', /人工答复/);
  await cadre.submits({ 还不清楚的是: '大概几月能批下来' });
  expect(cadre).toSee(/追问已发出/);
  expect(editor).toHaveReceived(/有一个追问等您答复[\s\S]*分档表正在报批[\s\S]*大概几月能批下来/, 1);
  expect(otherEditor).toHaveReceived(/追问/, 0);
};

/** A question nobody here can answer leads to the editors, who answer once; what the asker said is theirs until then. */
export const handingOver: Story = {
  // Every death costs six minutes, and after 18:00 editors are left in peace.
  begins: '2026-06-26T16:40',
  acts: [
    asks,
    sends,
    quietly(async ({ timeIs, editor, otherEditor, cadre }) => {
      await timeIs('2026-06-26T16:45');
      for (const person of [editor, otherEditor]) {
        expect(person).toHaveReceived(/有一个问题等您答复[\s\S]*乡补多少钱[\s\S]*发送答复/, 1);
        expect(person).toHaveReceived(new RegExp(cadre.name), 0);
      }
    }),
    until('2026-06-26T18:30'),
    answers,
    quietly(async ({ timeIs, cadre }) => {
      await timeIs('2026-06-29T08:45');
      expect(cadre).toHaveReceived(
        /人工答复[\s\S]*乡补多少钱[\s\S]*分档表正在报批[\s\S]*市委组织部[\s\S]*2026年6月26日/,
        1,
      );
    }),
    asksBack,
    async ({ cadre, editor }) => {
      await editor.submits({ 答复: '预计七月。' });
      expect(cadre).toHaveReceived(/人工答复[\s\S]*大概几月能批下来[\s\S]*预计七月/, 1);
    },
  ],
};
