/** What can go wrong in the domain. Verbs throw these and never speak HTTP; platform/http maps them. */
export class DomainError extends Error {
  /** @param message an Indonesian sentence that the person may read */
  constructor(message: string) {
    super(message);
    this.name = new.target.name;
  }
}

/** The record does not exist, or belongs to somebody who must not know of it: 404. */
export class NotFoundError extends DomainError {
  constructor(message = "Data yang Anda cari tidak ada.") {
    super(message);
  }
}

/** The person may know that it exists, but not do this: 403. */
export class ForbiddenError extends DomainError {
  constructor(message = "Anda tidak berwenang melakukan ini.") {
    super(message);
  }
}

/** Wrong state, or somebody else was faster: 409. */
export class ConflictError extends DomainError {}

/** A rule that one field can mend: 422, the sentence stands at that field. */
export class FieldError extends DomainError {
  readonly field: string;
  /** @param field name of the form field, as in the zod schema */
  constructor(field: string, message: string) {
    super(message);
    this.field = field;
  }
}

/** Too many tries: 429 with the time to come back. */
export class LimitError extends DomainError {
  readonly retryAfterSeconds: number;
  constructor(message: string, retryAfterSeconds: number) {
    super(message);
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** Not signed in (or not as the person needed): to the sign-in page with `next`. */
export class SignInRequiredError extends DomainError {
  constructor() {
    super("Silakan masuk dahulu.");
  }
}
