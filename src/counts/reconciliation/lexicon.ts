/** 年对账 2025, 年对账2025年, 2025年对账. */
export const reconciliationPattern = /^(?:年对账\s*(\d{4})\s*年?|(\d{4})\s*年(?:年)?对账)$/;
