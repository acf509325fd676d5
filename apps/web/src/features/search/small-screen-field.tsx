import { classNames } from "../../lib/class-names.ts";
import { PlainField } from "./plain-field.tsx";

/** A field in the page: where nothing is searched for yet, and on small screens without JavaScript, whose header has none. */
export function SmallScreenField({ q }: { q: string | undefined }) {
  return (
    <div className={classNames("max-w-xl", q ? "hidden noscript:max-lg:block" : "lg:hidden")}>
      <PlainField q={q} />
    </div>
  );
}
