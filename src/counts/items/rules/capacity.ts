/** In whose name something is issued: documents of departments stand apart from those of committees and governments. */
export const CAPACITIES = ['party', 'government', 'office', 'department', 'body'] as const;

export type Capacity = (typeof CAPACITIES)[number];

/** Level of the issuer; figures of different levels are never mixed (domain 10.1). */
export const LEVELS = ['city', 'county', 'township'] as const;

export type Level = (typeof LEVELS)[number];
