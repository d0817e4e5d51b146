/**
 * Bytes of a form with a workbook. The checked file travels in the page until it is confirmed, so that nothing is stored
 * of what nobody has confirmed; a thousand entries are about 400 KB. Larger ones are imported at the command line.
 */
export const MOST_UPLOADED = 3 * 1024 * 1024;

/** Of the file itself: as base64 it is a third larger. */
export const MOST_FILE = 2 * 1024 * 1024;
