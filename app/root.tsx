import { type ReactNode, useContext } from "react";
import {
  type HeadersArgs,
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  useLocation,
  useRouteError,
} from "react-router";
import "./app.css";
import { guard } from "./guard.ts";
import { HelpCode, RefusalPage, refusalOf } from "./layouts/refusal-page.tsx";

export const middleware = [guard];

/** Refusals say when to come back, whichever page threw them. */
export function headers({ errorHeaders, parentHeaders }: HeadersArgs) {
  const retryAfter = errorHeaders?.get("retry-after");
  return retryAfter ? { "retry-after": retryAfter } : parentHeaders;
}

/** The frame of every page. No script: pages are whole without, islands bring their own. */
export function Layout({ children }: { children: ReactNode }) {
  return (
    <html lang="id">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <Meta />
        <Links />
      </head>
      <body>{children}</body>
    </html>
  );
}

export default function Root() {
  return <Outlet />;
}

/** Refusals of the guard and errors of pages. */
export function ErrorBoundary() {
  const error = useRouteError();
  const helpCode = useContext(HelpCode);
  const refusal = isRouteErrorResponse(error)
    ? refusalOf(error.data, error.status, helpCode)
    : refusalOf(null, undefined, helpCode);
  return <RefusalPage refusal={refusal} path={useLocation().pathname} />;
}
