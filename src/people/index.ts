import type { Feature } from '../chat/feature.ts';
import { jobs } from './jobs.ts';
import { personSheet } from './sheets-people.ts';
import { successionSheet } from './sheets-succession.ts';
import { unitSheet } from './sheets-units.ts';
import { featureTitle } from './words.ts';

export const people: Feature = {
  name: 'people',
  title: featureTitle,
  jobs,
  sheets: [unitSheet, personSheet, successionSheet],
};
