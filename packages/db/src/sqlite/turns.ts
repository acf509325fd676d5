/** Lets one holder in at a time, in order of arrival. */
export class Turns {
  /** Turns that were asked for and are not over. */
  taken = 0;
  private last: Promise<void> = Promise.resolve();

  /** Waits for its turn; the turn lasts until the returned function is called. */
  async take(): Promise<() => void> {
    const before = this.last;
    let done = (): void => {};
    this.last = new Promise((resolve) => {
      done = resolve;
    });
    this.taken += 1;
    await before;
    return () => {
      this.taken -= 1;
      done();
    };
  }
}
