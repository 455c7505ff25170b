import type { RequestCtx } from "#app/context.ts";
import { recordOpening } from "../access-log.ts";
import type { OwnedRoute } from "./route-spec.ts";

/** What the access log says of an opening: `residents.person`. */
export function openingOf({ owner, id, page }: Pick<OwnedRoute, "owner" | "id" | "page">): string {
  return `${owner}.${id ?? page}`;
}

/**
 * Writes the opening of a page that shows a person's data, before it is sent: what can't be logged is not shown. A page
 * that came to nothing (not there, not allowed, led elsewhere) has shown nothing.
 * @throws whatever the database answers: the request then ends as a failure without the page
 */
export async function logOpening(
  ctx: RequestCtx,
  route: OwnedRoute,
  params: Record<string, string | undefined>,
  method: string,
  status: number,
): Promise<void> {
  const isShown = (status >= 200 && status < 300) || status === 422;
  if (ctx.site !== "village" || !isShown || method === "HEAD") return;
  await recordOpening(ctx.db, ctx, {
    kind: "open",
    what: openingOf(route),
    subject: route.subject ?? route.owner,
    subjectId: params.id ?? null,
  });
}

/** Does a browser fetch this ahead of any wish to see it? An opening that is logged must be one. */
export function isPrefetch(request: Request): boolean {
  return /\bprefetch\b|\bprerender\b/.test(request.headers.get("sec-purpose") ?? "");
}
