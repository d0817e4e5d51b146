/** How a tick box reads. */
export const yes = '是';
export const no = '否';

/** The title of a column, as it stands or as somebody decorated it: `层级*（市直、县区直…）`, ` 层 级 `. */
export function columnNamed(titles: readonly string[], heading: string): string {
  const bare = withoutMarks(heading);
  return (
    titles.find((title) => withoutMarks(title) === bare) ??
    titles.find((title) => withoutNote(withoutMarks(title)) === withoutNote(bare)) ??
    bare
  );
}

function withoutMarks(text: string): string {
  return text.replace(/[*＊\s]/gu, '');
}

function withoutNote(text: string): string {
  return text.replace(/[（(].*$/u, '');
}
