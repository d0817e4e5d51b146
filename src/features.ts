import type { Feature } from './chat/feature.ts';

/** Everything the bot can do. Help, permissions, audit, jobs, sheets and card checks follow from this list. */
export const features: readonly Feature[] = [];
