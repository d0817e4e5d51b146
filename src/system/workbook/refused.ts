/** The whole file cannot be read. `reason` is one Chinese sentence. */
export class WorkbookRefused extends Error {
  constructor(readonly reason: string) {
    super('workbook refused');
    this.name = 'WorkbookRefused';
  }
}
