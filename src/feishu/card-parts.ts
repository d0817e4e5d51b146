export type Element = Record<string, unknown>;

/** The next element_id that is unique in the card being built. */
export type NextId = () => string;

/** Text in which nothing is interpreted. */
export function plain(content: string): { tag: 'plain_text'; content: string } {
  return { tag: 'plain_text', content };
}
