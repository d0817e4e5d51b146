/** The client would not let the person do this. The message is what it shows (Chinese). */
export class ClientRefusal extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'ClientRefusal';
  }
}
