import type { ServerBuild } from "react-router";

/** Stands in for the built pages where a test runs parts of the worker without a build: it has no stylesheet. */
export const assets: Pick<ServerBuild["assets"], "routes"> = { routes: {} };
