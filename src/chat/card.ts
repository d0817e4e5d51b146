import type { Rich } from './rich.ts';

/** A card as the product thinks of it; `feishu/card-json.ts` turns it into the platform's JSON 2.0. */
export interface Card {
  title: string;
  tone: 'info' | 'success' | 'notice' | 'warning' | 'danger' | 'neutral';
  subtitle?: string;
  /** At most three short labels beside the title. */
  tags?: Tag[];
  /** What the chat list and old clients show; the title when absent. */
  summary?: string;
  blocks: Block[];
}

export interface Tag {
  text: string;
  tone: 'neutral' | 'blue' | 'green' | 'orange' | 'red';
}

export type Block =
  | TextBlock
  | NoteBlock
  | FactsBlock
  | TableBlock
  | ChartBlock
  | ButtonsBlock
  | FormBlock
  | PanelBlock
  | DividerBlock;

export interface TextBlock {
  kind: 'text';
  text: Rich | string;
}

/** Small grey print: sources, dates, hints. */
export interface NoteBlock {
  kind: 'note';
  text: string;
}

/** Label and value side by side, two to a row on a wide screen. */
export interface FactsBlock {
  kind: 'facts';
  facts: { label: string; value: Rich | string }[];
}

/** At the root of a card only; at most three per card. */
export interface TableBlock {
  kind: 'table';
  columns: { name: string; title: string; type: 'text' | 'number'; digits?: number }[];
  rows: Record<string, string | number>[];
  pageSize?: number;
}

/** A VChart specification: data only, no functions. */
export interface ChartBlock {
  kind: 'chart';
  spec: Record<string, unknown>;
  /** The same in words, for plain text. */
  text: string;
  ratio?: '16:9' | '4:3' | '2:1' | '1:1';
  /** Pixels, 1 to 999; takes the place of the ratio. */
  height?: number;
}

export interface ButtonsBlock {
  kind: 'buttons';
  buttons: Button[];
}

/** At the root of a card only. */
export interface FormBlock {
  kind: 'form';
  name: string;
  fields: Field[];
  submit: ActionButton;
}

/** Folded away until opened; holds no form and no table. */
export interface PanelBlock {
  kind: 'panel';
  title: string;
  open?: boolean;
  blocks: (TextBlock | NoteBlock | FactsBlock | ChartBlock | ButtonsBlock)[];
}

export interface DividerBlock {
  kind: 'divider';
}

export type Button = ActionButton | LinkButton;

export interface ActionButton {
  text: string;
  /** `feature.verb`, as registered in the feature's `actions`. */
  action: string;
  /** Ids only: whoever clicks is checked in the verb. */
  value?: Record<string, string | number>;
  style?: 'primary' | 'default' | 'danger';
  /** Asked before the click counts. */
  confirm?: { title: string; text: string };
}

export interface LinkButton {
  text: string;
  url: string;
}

export type Field =
  | InputField
  | { kind: 'select'; name: string; label: string; options: Option[]; value?: string; required?: boolean }
  | {
      kind: 'multi-select';
      name: string;
      label: string;
      options: Option[];
      values?: string[];
      required?: boolean;
    }
  | ChecklistField
  | { kind: 'date'; name: string; label: string; value?: string; required?: boolean };

/** One box to tick per line, all of it readable on a phone. Read it with `checklist.ts`. */
export interface ChecklistField {
  kind: 'checklist';
  name: string;
  label: string;
  options: Option[];
  /** Values ticked from the start. */
  values?: string[];
}

/** Numbers are typed as text: the platform has no number input. Read them with `kernel/number.ts`. */
export interface InputField {
  kind: 'input';
  name: string;
  label: string;
  value?: string;
  hint?: string;
  lines?: number;
  maxLength?: number;
  required?: boolean;
}

export interface Option {
  text: string;
  value: string;
}
