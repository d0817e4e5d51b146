/** How a research visit is called where it stands beside kinds of inspections. */
export const researchName = '调研';
