/** Values of HOST_LEVEL as the contract writes them. */
export const hostLevels: Record<string, 'city' | 'county'> = { 市: 'city', 县区: 'county' };
