import { z } from 'zod';
import type { Action } from '../../chat/feature.ts';
import { CALCULATOR_NAMES } from './rules/index.ts';
import { computeValue } from './verbs/compute-value.ts';

/** The values so far stand beside these, each as it was written; a long one is none that we sent. */
const value = z
  .object({
    calculator: z.enum(CALCULATOR_NAMES),
    place: z.enum(['private', 'group']),
    entry: z.string().max(64).optional(),
  })
  .catchall(z.string().max(400));

const computing: Action = {
  value,
  run(ctx, click) {
    const { calculator, place, entry, ...inputs } = value.parse(click.value);
    return computeValue(ctx, { calculator, place, entry, inputs, form: click.form });
  },
};

export const calculatorActions = { compute: computing };
