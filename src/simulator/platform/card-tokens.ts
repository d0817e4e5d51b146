import type { Ids } from './ids.ts';

export interface CardToken {
  token: string;
  messageId: string;
  issuedAt: number;
  uses: number;
  /** The callback has been answered: before that the answer may overwrite a delayed update. */
  answered: boolean;
}

/** The `c-…` of a click: good for two delayed updates within 30 minutes. */
export class CardTokens {
  #all = new Map<string, CardToken>();

  constructor(
    private readonly ids: Ids,
    private readonly now: () => number,
  ) {}

  issue(messageId: string): CardToken {
    const card = {
      token: `c-${this.ids.hex(40)}`,
      messageId,
      issuedAt: this.now(),
      uses: 0,
      answered: false,
    };
    this.#all.set(card.token, card);
    return card;
  }

  get(token: string): CardToken | undefined {
    return this.#all.get(token);
  }
}
