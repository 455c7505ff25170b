import type { BaseCtx } from "#app/context.ts";
import { loadMetrics, type Metric } from "#app/modules/console/load-metrics.server.ts";
import { sha256Hex } from "#app/platform/ids.ts";
import type { Env } from "../bindings.ts";
import { siteOf } from "./public-url.ts";

const PREFIX = "balai_";

/**
 * Figures for a monitor, as Prometheus reads them (https://prometheus.io/docs/instrumenting/exposition_formats/).
 * @returns null where this deployment shows none, or the host is a village's: then there is no such page
 */
export async function answerMetrics(
  base: BaseCtx,
  env: Pick<Env, "METRICS_TOKEN">,
  request: Request,
  url: URL,
): Promise<Response | null> {
  const { METRICS_TOKEN: token } = env;
  if (!token || siteOf(url.host, base.config.baseHost).kind !== "portal") return null;
  const headers = { "cache-control": "no-store" };
  if (!(await showsToken(request, token))) {
    return new Response("", { status: 401, headers: { ...headers, "www-authenticate": "Bearer" } });
  }
  const text = metricsText(await loadMetrics(base));
  return new Response(text, { headers: { ...headers, "content-type": "text/plain; version=0.0.4" } });
}

/** Compared by their hashes, so that the time which it takes tells nothing of the token. */
async function showsToken(request: Request, token: string): Promise<boolean> {
  const [, shown = ""] = /^Bearer (\S+)$/i.exec(request.headers.get("authorization") ?? "") ?? [];
  return (await sha256Hex(shown)) === (await sha256Hex(token));
}

/** All figures as text; one without a value keeps its description alone. */
export function metricsText(metrics: readonly Metric[]): string {
  return metrics
    .flatMap(({ name, help, values }) => [
      `# HELP ${PREFIX}${name} ${help}`,
      `# TYPE ${PREFIX}${name} gauge`,
      ...values.map(({ labels, value }) => `${PREFIX}${name}${labelsText(labels)} ${value}`),
    ])
    .map((line) => `${line}\n`)
    .join("");
}

function labelsText(labels: Record<string, string> = {}): string {
  const parts = Object.entries(labels).map(([key, value]) => `${key}="${escaped(value)}"`);
  return parts.length > 0 ? `{${parts.join(",")}}` : "";
}

function escaped(value: string): string {
  return value.replace(/\\/g, "\\\\").replace(/"/g, '\\"').replace(/\n/g, "\\n");
}
