import { rich } from '../../chat/rich.ts';
import type { Length } from './rules/length.ts';
import type { WorkedOut } from './worked-out.ts';

const KINDS = { special: '部署专项工作或具体任务的', general: '其他文件' };

export function lengthLines({ count, counted, document, checks }: Length): WorkedOut {
  const over = checks.filter((check) => check.over > 0);
  const common = {
    title: '文件篇幅核对',
    basis: '《整治形式主义为基层减负若干规定》第二条',
    office: '两办',
    final: '以两办核稿为准；本地“36 条”对篇幅可能更严。',
  };
  const intro = counted
    ? [`贴的文字共 ${count} 字（汉字、标点各算 1 字，一串数字或字母算 1 字，和 WPS、Word 的“字数”一样）。`]
    : [];
  if (document === 'overall')
    return {
      ...common,
      lines: [
        rich`**部署综合性工作的不受这条字数限制**`,
        ...intro,
        `${count} 字的综合性工作部署文件，国家规定没有定上限；能短则短。`,
      ],
    };
  return {
    ...common,
    lines: [
      rich`**${over.length === 0 ? '没有超' : over.length === checks.length ? `超了${overText(over)}` : '看是哪类文件'}**`,
      ...intro,
      ...checks.map(({ document: kind, limit, over: excess }) =>
        excess > 0
          ? `${KINDS[kind]}一般不超过 ${limit} 字：${count} − ${limit} ＝ ${excess}，超 ${excess} 字。`
          : `${KINDS[kind]}一般不超过 ${limit} 字：${count} 字没有超。`,
      ),
      ...(document === 'special' ? [] : ['部署综合性工作的文件不受这条限制。']),
    ],
  };
}

function overText(over: Length['checks']): string {
  const [only] = over;
  return only && over.length === 1 ? ` ${only.over} 字` : '';
}
