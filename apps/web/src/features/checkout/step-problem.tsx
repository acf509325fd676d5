import { Notice } from "../../components/notice.tsx";
import { readError } from "../../lib/api-error.ts";
import { firstErrors, type FieldErrors } from "../../lib/form-errors.ts";

/** What the server found wrong with single fields. */
export function useStepErrors(error: unknown): FieldErrors {
  if (!error) return {};
  const { fieldErrors, details, message } = readError(error);
  const field = details["field"];
  return { ...firstErrors(fieldErrors), ...(typeof field === "string" ? { [field]: message } : {}) };
}

/** Why a step was not kept, where no field can say it. */
export function StepProblem({ error }: { error: unknown }) {
  if (!error) return null;
  const { reason, message, details } = readError(error);
  if (reason === "input.invalid" || typeof details["field"] === "string") return null;
  return (
    <Notice tone="fault" isAlert>
      {message} Nothing that you typed is lost.
    </Notice>
  );
}
