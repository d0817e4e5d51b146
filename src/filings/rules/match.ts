/**
 * Does somebody who typed `query` mean the thing called `text`? All words of the query occur in it, or at least half
 * of the query's pairs of neighbouring characters do: people remember 教育局考核, the list says 教育工作年度考核.
 */
export function matches(query: string, text: string): boolean {
  const words = query
    .split(/[\s,，、;；]+/u)
    .map(plain)
    .filter(Boolean);
  const target = plain(text);
  if (words.length === 0) return false;
  if (words.every((word) => target.includes(word))) return true;
  const pairs = words.flatMap(pairsOf);
  return pairs.length > 1 && pairs.filter((pair) => target.includes(pair)).length * 2 >= pairs.length;
}

function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

function pairsOf(word: string): string[] {
  const chars = Array.from(word);
  return chars.slice(1).map((char, i) => `${chars[i]}${char}`);
}
