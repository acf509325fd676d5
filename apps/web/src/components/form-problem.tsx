import { readError } from "../lib/api-error.ts";
import { isSaidByField } from "../lib/form-errors.ts";
import { Notice } from "./notice.tsx";

/** Why a form was not taken, where no field of it can say so. */
export function FormProblem({ error }: { error: unknown }) {
  if (!error || isSaidByField(error)) return null;
  return (
    <Notice tone="fault" isAlert>
      {readError(error).message} Nothing that you typed is lost.
    </Notice>
  );
}
