import type { Feature } from '../chat/feature.ts';
import { jobs } from './jobs.ts';
import { featureTitle } from './words.ts';

export const warnings: Feature = { name: 'warnings', title: featureTitle, jobs };
