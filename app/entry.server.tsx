import { renderToReadableStream } from "react-dom/server";
import {
  type EntryContext,
  type HandleErrorFunction,
  type RouterContextProvider,
  ServerRouter,
} from "react-router";
import { requestCtx } from "./context.ts";

/** Renders a page whole before it is sent: no script waits for parts of it, and its status is final. */
export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  routerContext: EntryContext,
  loadContext: Readonly<RouterContextProvider>,
): Promise<Response> {
  const { log } = loadContext.get(requestCtx);
  const body = await renderToReadableStream(<ServerRouter context={routerContext} url={request.url} />, {
    onError: (error) => log.error("render.failed", error),
  });
  await body.allReady;
  headers.set("content-type", "text/html; charset=utf-8");
  return new Response(request.method === "HEAD" ? null : body, { status, headers });
}

/** What no wrapper caught: logged with the request's id. Refusals of the guard are no failures. */
export const handleError: HandleErrorFunction = (error, { context, request }) => {
  if (request.signal.aborted || !(error instanceof Error)) return;
  context.get(requestCtx).log.error("request.unhandled", error);
};
