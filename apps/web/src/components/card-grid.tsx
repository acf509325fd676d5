import { classNames } from "../lib/class-names.ts";
import type { ReactNode } from "react";

const columnClass = { 3: "sm:grid-cols-3", 4: "sm:grid-cols-3 lg:grid-cols-4" };

/** Where product cards stand, each in an `li`. */
export function CardGrid({ columns, children }: { columns: 3 | 4; children: ReactNode }) {
  return <ul className={classNames("grid grid-cols-2 gap-x-4 gap-y-10 sm:gap-x-7", columnClass[columns])}>{children}</ul>;
}
