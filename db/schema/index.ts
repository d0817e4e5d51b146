export * from './counts.ts';
export * from './delivery.ts';
export * from './filings.ts';
export * from './people.ts';
export * from './policy.ts';
export * from './system.ts';
export * from './visits.ts';
export * from './warnings.ts';
