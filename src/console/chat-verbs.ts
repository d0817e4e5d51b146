import type { ClickAnswer } from '../chat/feature.ts';
import { AppError } from '../kernel/errors.ts';
import type { Problem } from './components/form-context.ts';

/** A field, and how a sentence about it begins: mostly with the label that the card gives it. */
export type Beginnings = readonly (readonly [field: string, begins: string])[];

/**
 * Verbs made for cards tell all that is wrong in one sentence, part by part; here each part stands beside its field.
 * What begins like no field stands above the form.
 */
export async function besideFields<T>(beginnings: Beginnings, run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'invalid' || error.data['problems']) throw error;
    const parts = error.text.replace(/。[^。]*还在.*$/u, '').split('；');
    const problems: Problem[] = parts.map((text) => ({
      field: beginnings.find(([, begins]) => text.startsWith(begins))?.[0] ?? '',
      text,
    }));
    throw new AppError('invalid', error.text, { problems });
  }
}

/**
 * A verb that answers a click says by its tone whether it has done it: a warning shows what somebody else has done
 * meanwhile. @throws AppError conflict in that case; nothing was written
 */
export function requireDone({ toast }: ClickAnswer): void {
  if (toast?.tone === 'warning' || toast?.tone === 'error') throw new AppError('conflict', toast.text);
}
