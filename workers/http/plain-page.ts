/** A page without the app: for hosts that no village has, refusals before a tenant is known, and outages. */
export function plainPage(
  status: number,
  title: string,
  sentence: string,
  headers: Record<string, string> = {},
): Response {
  const body = `<!doctype html>
<html lang="id">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escapeHtml(title)} - Balai</title></head>
<body><main><h1>${escapeHtml(title)}</h1><p>${escapeHtml(sentence)}</p></main></body>
</html>`;
  return new Response(body, { status, headers: { "content-type": "text/html; charset=utf-8", ...headers } });
}

function escapeHtml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
