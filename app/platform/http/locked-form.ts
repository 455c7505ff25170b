import { data, redirect } from "react-router";
import { type FormAgain, formAgain } from "./form-again.ts";
import { readForm } from "./read-form.ts";
import { type TypedField, typedFields } from "./typed-fields.ts";

/** A form that met the locked screen: shown again, and sent again once the screen is open. */
export interface LockedForm {
  kind: "locked";
  unlockHref: string;
  typed: TypedField[];
  again: FormAgain;
}

/**
 * What a locked screen answers, to be thrown: the way to the lock page; for a form with something typed in it a page
 * that keeps the form. Programs (the offline form keeps its own draft) always get the way.
 */
export async function lockedAnswer(request: Request, url: URL): Promise<unknown> {
  const unlockHref = `/kantor/terkunci?next=${encodeURIComponent(url.pathname + url.search)}`;
  const form = isSentByPage(request) ? await readForm(request).catch(() => null) : null;
  const typed = form ? typedFields(form) : [];
  if (!form || typed.length === 0) return redirect(unlockHref, { status: 303 });
  const page: LockedForm = { kind: "locked", unlockHref, typed, again: formAgain(form) };
  return data(page, { status: 403 });
}

function isSentByPage(request: Request): boolean {
  return request.method === "POST" && (request.headers.get("sec-fetch-dest") ?? "document") === "document";
}
