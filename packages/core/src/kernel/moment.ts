import { z } from "zod";

/** Whether every database takes it, as it does not the year 0 or 10000. As text the years sort like numbers. */
const isStorable = (time: string): boolean => time >= "1900" && time < "3000";
const outside = "Give a time between 1900 and 3000.";

/** In UTC, such as `2026-12-31T23:00:00Z`. */
export const Moment = z.iso.datetime({ abort: true }).max(40).refine(isStorable, outside);

/** The same with any zone. */
export const ZonedMoment = z.iso
  .datetime({ offset: true, abort: true, error: "Give a date and time with its zone, such as 2026-12-31T23:00:00Z." })
  .max(40)
  .refine(isStorable, outside);
