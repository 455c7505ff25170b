import * as serverBuild from "virtual:react-router/server-build";
import type { FormAgain } from "#app/platform/http/form-again.ts";

/** A plain page's extras. */
export interface PlainPageOptions {
  headers?: Record<string, string>;
  /** Where to go on; without it the page is a dead end, so only outages lack it. */
  link?: { href: string; label: string };
  /** A form that did not get through. */
  again?: FormAgain;
}

/** A page without the app: for hosts that no village has, refusals before a tenant is known, and outages. */
export function plainPage(
  status: number,
  title: string,
  sentence: string,
  { headers = {}, link, again }: PlainPageOptions = {},
): Response {
  const styles = serverBuild.assets.routes.root?.css ?? [];
  const body = `<!doctype html>
<html lang="id">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)} - Balai</title>
${styles.map((href) => `<link rel="stylesheet" href="${escapeHtml(href)}">`).join("\n")}
</head>
<body>
<main class="mx-auto flex max-w-page flex-col gap-4 px-4 pt-6 pb-12">
<h1 class="text-2xl">${escapeHtml(title)}</h1>
<p class="max-w-text text-lg">${escapeHtml(sentence)}</p>
${again ? formToSend(again) : ""}
${link ? `<p><a class="btn btn-secondary" href="${escapeHtml(link.href)}">${escapeHtml(link.label)}</a></p>` : ""}
</main>
</body>
</html>`;
  return new Response(body, { status, headers: { "content-type": "text/html; charset=utf-8", ...headers } });
}

function formToSend({ fields, hasFile }: FormAgain): string {
  const inputs = fields.map(
    ({ name, value }) => `<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(value)}">`,
  );
  const file = hasFile
    ? "<p>Berkas yang Anda pilih tidak ikut tersimpan; tambahkan lagi setelah terkirim.</p>"
    : "";
  return `<form method="post">${inputs.join("")}${file}<button class="btn btn-primary">Kirim lagi</button></form>`;
}

function escapeHtml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
