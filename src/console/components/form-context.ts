import { createContext } from 'hono/jsx';
import { NOTHING_SENT, type Sent } from '../sent.ts';

/** What is wrong with one field; `''` for what belongs to none. */
export interface Problem {
  field: string;
  text: string;
}

export interface FormState {
  /** Stands in every form that changes something; without it nothing is taken. */
  csrf: string;
  /** What was sent and refused: the fields show it again. */
  sent: Sent | undefined;
  problems: readonly Problem[];
  /** The form that was sent. */
  action: string;
}

/** Fields find here what was typed before, so no page has to hand it through. */
export const FormContext = createContext<FormState>({
  csrf: '',
  sent: NOTHING_SENT,
  problems: [],
  action: '',
});

/** Whether the fields below belong to the form that was sent and refused. */
export const Refused = createContext(false);
