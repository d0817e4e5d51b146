const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** Stand in every topic and say nothing about it. */
const GENERIC = new Set(
  '调研 调查 研究 专题 专项 工作 情况 开展 推进 推动 进展 落实 加强 发展 建设 问题 有关 关于 全市 全县 乡镇 街道 基层'.split(
    ' ',
  ),
);

/** Keywords of a research visit's topic, each once: Chinese words of at least two characters. */
export function topicWords(topic: string): string[] {
  const words = Array.from(segmenter.segment(topic.normalize('NFKC')), ({ segment }) => segment);
  return [...new Set(words)].filter((word) => word.length > 1 && /\p{L}/u.test(word) && !GENERIC.has(word));
}
