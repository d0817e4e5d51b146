import pickEntry from '../../../prompts/pick-entry/prompt.json' with { type: 'json' };
import rephraseQuestion from '../../../prompts/rephrase-question/prompt.json' with { type: 'json' };

export interface Prompt {
  name: string;
  version: string;
  text: readonly string[];
}

export const prompts = {
  pickEntry: { name: 'pick-entry', ...pickEntry },
  rephraseQuestion: { name: 'rephrase-question', ...rephraseQuestion },
} satisfies Record<string, Prompt>;

/** The prompt with its inputs as JSON, so that a question stays a piece of data whatever it says. */
export function filled({ text }: Prompt, inputs: Readonly<Record<string, unknown>>): string {
  return text.join('\n').replace(/\{\{(\w+)\}\}/g, (_, name: string) => JSON.stringify(inputs[name] ?? ''));
}
