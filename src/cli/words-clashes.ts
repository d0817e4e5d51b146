interface Item {
  kind: string;
  number: string;
  name: string;
  organiserName: string;
  start: string;
  end: string;
}

interface Place {
  name: string;
}

const item = ({ kind, number, name, organiserName, start, end }: Item) =>
  `  ${start === end ? start : `${start} 至 ${end}`}　${kind}　${name}（${number}，${organiserName}）`;

/** What the offices read of inspections and research visits that meet. */
export const clashWords = {
  clash: ({ unit, items }: { unit: Place; items: readonly Item[] }) =>
    [`${unit.name}：前后 10 天内有 ${items.length} 项，可商量合并或错开`, ...items.map(item)].join('\n'),
  merge: ({
    items,
    units,
    words,
  }: {
    items: readonly Item[];
    units: readonly Place[];
    words: readonly string[];
  }) =>
    [
      `可合并的调研：都去${units.map(({ name }) => name).join('、')}，相差不超过 7 天${words.length > 0 ? `，主题都有“${words.join('”“')}”` : ''}`,
      ...items.map(item),
    ].join('\n'),
  none: '这段时间没有撞期的督查检查，也没有可合并的调研。',
};
