/** A place among things in the order of their last changes; of the same moment, by id. */
export interface ChangePosition {
  at: Date;
  id: string;
}

/** Some of what was changed, in that order. `next` is null when there is no more for now. */
export interface ChangePage<Item> {
  items: Item[];
  next: ChangePosition | null;
}
