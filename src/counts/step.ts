/** Units handled in one commit: small enough for D1's batch, large enough that a city is done in a minute. */
export const UNITS_PER_STEP = 20;
