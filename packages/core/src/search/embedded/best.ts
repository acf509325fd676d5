/** The first so many of what is offered, in order, without sorting all of it. */
export class Best<Item> {
  readonly items: Item[] = [];

  constructor(
    private readonly most: number,
    private readonly compare: (a: Item, b: Item) => number,
  ) {}

  offer(item: Item): void {
    const { items, most, compare } = this;
    const last = items.at(-1);
    if (items.length >= most && (last === undefined || compare(item, last) >= 0)) return;
    let place = items.length;
    while (place > 0 && compare(item, items[place - 1] ?? item) < 0) place -= 1;
    items.splice(place, 0, item);
    if (items.length > most) items.pop();
  }
}
