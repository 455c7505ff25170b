import { renderToReadableStream } from "react-dom/server";
import {
  type EntryContext,
  type HandleErrorFunction,
  type RouterContextProvider,
  ServerRouter,
} from "react-router";
import { requestCtx } from "./context.ts";
import { HelpCode } from "./layouts/refusal-page.tsx";
import { helpCodeOf } from "./platform/ids.ts";

/** Renders a page whole before it is sent: no script waits for parts of it, and its status is final. */
export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  routerContext: EntryContext,
  loadContext: Readonly<RouterContextProvider>,
): Promise<Response> {
  const { log, requestId } = loadContext.get(requestCtx);
  const page = (
    <HelpCode value={helpCodeOf(requestId)}>
      <ServerRouter context={routerContext} url={request.url} />
    </HelpCode>
  );
  const body = await renderToReadableStream(page, {
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
