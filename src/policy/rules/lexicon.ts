/** What is read in a question besides its subject. */

/** The present is asked for; all seed figures are history. */
export const NOW = /今年|本年|最新|本月|这个月|截至今天|(现在|目前|眼下|当前).{0,10}(多少|几|数|百分)/;
export const HISTORY_YEAR = /20\d\d ?年/;
