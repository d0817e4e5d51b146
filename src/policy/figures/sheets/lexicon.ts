/** Between offices that share a local standard, as the list of them writes it (`人社局/组织部`). */
export const OFFICES_APART = /\//g;
