/**
 * Text with emphasis, escaped by construction: the literal parts of the template are trusted and may use
 * `**bold**`, `\n`, `- ` lists; every interpolated value is data and can never become markup, a mention or a link.
 */
export interface Rich {
  readonly parts: readonly RichPart[];
}

export type RichPart =
  | { kind: 'markup'; text: string }
  | { kind: 'data'; text: string }
  | { kind: 'colour'; text: string; colour: Colour }
  | { kind: 'link'; text: string; url: string };

export type Colour = 'green' | 'orange' | 'red' | 'grey' | 'blue';

type Value = string | number | Rich | RichPart;

export function rich(literals: TemplateStringsArray, ...values: Value[]): Rich {
  const parts: RichPart[] = [];
  literals.forEach((literal, i) => {
    if (literal) parts.push({ kind: 'markup', text: literal });
    const value = values[i];
    if (value === undefined) return;
    if (typeof value === 'object' && 'parts' in value) parts.push(...value.parts);
    else if (typeof value === 'object') parts.push(value);
    else parts.push({ kind: 'data', text: String(value) });
  });
  return { parts };
}

export function colour(text: string, name: Colour): RichPart {
  return { kind: 'colour', text, colour: name };
}

export function link(text: string, url: string): RichPart {
  return { kind: 'link', text, url };
}

/** Joins pieces with trusted markup between them, e.g. `'\n'`. */
export function joinRich(pieces: readonly Rich[], between: string): Rich {
  return {
    parts: pieces.flatMap((piece, i) =>
      i === 0 ? piece.parts : [{ kind: 'markup' as const, text: between }, ...piece.parts],
    ),
  };
}

export function plainOf(text: Rich | string): string {
  if (typeof text === 'string') return text;
  return text.parts
    .map((part) => (part.kind === 'markup' ? part.text.replaceAll('**', '') : part.text))
    .join('');
}
