import { useEffect, useRef, useState } from "react";
import type { z } from "zod";
import { fieldErrors, refusedFields, type FieldErrors } from "./form-errors.ts";

/**
 * A form whose fields are checked when it is sent, by the same schema as on the server. What either finds wrong stands at
 * its field, and the focus goes to the first of them.
 */
export function useCheckedForm(refusal: unknown) {
  const form = useRef<HTMLFormElement>(null);
  const [own, setOwn] = useState<FieldErrors>({});
  const focus = () => focusFirstError(form.current);
  useEffect(() => {
    if (refusal) focusFirstError(form.current);
  }, [refusal]);
  return {
    form,
    errors: { ...refusedFields(refusal), ...own },
    /** What was typed as the schema reads it, or null. */
    check<Schema extends z.ZodType>(schema: Schema, values: unknown): z.output<Schema> | null {
      const parsed = schema.safeParse(values);
      setOwn(parsed.success ? {} : fieldErrors(parsed.error));
      if (!parsed.success) focus();
      return parsed.success ? parsed.data : null;
    },
  };
}

/** Once the errors are shown. */
export function focusFirstError(form: HTMLFormElement | null): void {
  requestAnimationFrame(() => form?.querySelector<HTMLElement>("[aria-invalid]")?.focus());
}
