import { FieldError } from "#app/platform/errors.ts";

/** Runs a verb whose events judge their day under their own name, and puts what they say at the form's field. */
export async function atField<Result>(field: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof FieldError && error.field === "happenedOn")
      throw new FieldError(field, error.message);
    throw error;
  }
}
