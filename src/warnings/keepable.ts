import { AppError } from '../kernel/errors.ts';
import { sensitiveInComplaint } from '../kernel/guard/sensitive.ts';
import { keepWords } from './words-explain.ts';

/**
 * Of what coordinators type by hand: no personal numbers, nothing secret, no talks, no reports of misconduct (BR-34,
 * BR-35).
 * @throws AppError invalid
 */
export function requireKeepable(text: string): void {
  if (sensitiveInComplaint(text)) throw new AppError('invalid', keepWords.sensitive);
}
