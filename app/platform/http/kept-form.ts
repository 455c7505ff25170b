import { data, redirect } from "react-router";
import { type FormAgain, formAgain } from "./form-again.ts";
import { readForm } from "./read-form.ts";
import { type TypedField, typedFields } from "./typed-fields.ts";

/** A form that met the locked screen, or nobody's session: shown again, and sent again once its sender is let in. */
export interface KeptForm {
  kind: "locked" | "signed-out";
  /** Where he opens the screen, or signs in. */
  entryHref: string;
  typed: TypedField[];
  again: FormAgain;
}

/** A long text and a photo that a phone has made small. */
const MOST_BYTES_OF_NOBODY = 1024 * 1024;

/** What a locked screen answers, to be thrown. */
export function lockedAnswer(request: Request, url: URL): Promise<unknown> {
  const entryHref = `/kantor/terkunci?next=${encodeURIComponent(url.pathname + url.search)}`;
  return answer(request, { kind: "locked", entryHref });
}

/** What somebody is answered whose session is over, to be thrown. Of nobody no large body is read. */
export async function signedOutAnswer(request: Request, entryHref: string): Promise<unknown> {
  const length = Number(request.headers.get("content-length") ?? Number.POSITIVE_INFINITY);
  if (length > MOST_BYTES_OF_NOBODY) return redirect(entryHref, { status: 303 });
  return answer(request, { kind: "signed-out", entryHref });
}

/**
 * The way in; for a form with something typed in it a page that keeps the form. Programs (the offline form keeps its own
 * draft) always get the way.
 */
async function answer(request: Request, way: Pick<KeptForm, "kind" | "entryHref">): Promise<unknown> {
  const form = isSentByPage(request) ? await readForm(request).catch(() => null) : null;
  const typed = form ? typedFields(form) : [];
  if (!form || typed.length === 0) return redirect(way.entryHref, { status: 303 });
  const page: KeptForm = { ...way, typed, again: formAgain(form) };
  return data(page, { status: 403 });
}

function isSentByPage(request: Request): boolean {
  return request.method === "POST" && (request.headers.get("sec-fetch-dest") ?? "document") === "document";
}
