/** What is read in a question besides its subject. */

/** The present is asked for, or a year after 2022; all seed figures are history. */
export const NOW =
  /今年|本年|20(2[3-9]|[3-9]\d) ?年|最新|本月|这个月|截至今天|(现在|目前|眼下|当前).{0,10}(多少|几|数|百分)/;
export const HISTORY_YEAR = /20\d\d ?年/;

/** The asker's own place, and a figure or a standard of it. */
export const OWN_PLACE = /(我|咱|俺)们?(县|市|区|镇|乡|街道|这|那)|本(县|市|区|镇|乡|街道|地)|当地/;
export const FIGURE = /多少|几(?!乎)|标准|多大|多久|多远|比例|金额|哪天|何时|线/;
