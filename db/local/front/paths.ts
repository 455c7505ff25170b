/**
 * The address to pass on, or null where it must not be: Miniflare's and Cloudflare's own addresses under /cdn-cgi/
 * (in any spelling that a reader of URLs would turn into it), and request targets that are no path.
 */
export function passablePath(target: string | undefined): string | null {
  if (!target?.startsWith("/")) return null;
  const path = target.replace(/[?#].*$/s, "");
  const readings = [path, decodeAll(path)].map((each) => each.replaceAll("\\", "/"));
  return readings.some((reading) => leadsToCdnCgi(reading)) ? null : target;
}

function leadsToCdnCgi(path: string): boolean {
  const steps: string[] = [];
  for (const step of path.split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "" && step !== ".") steps.push(step);
  }
  return (
    path
      .split("/")
      .find((step) => step !== "")
      ?.toLowerCase() === "cdn-cgi" || steps[0]?.toLowerCase() === "cdn-cgi"
  );
}

/** Decodes until nothing changes: `%2563dn-cgi` is /cdn-cgi/ to whoever decodes twice. */
function decodeAll(path: string): string {
  let present = path;
  for (let turn = 0; turn < 3; turn++) {
    const next = present.replace(/%[0-9a-f]{2}/gi, (code) =>
      String.fromCharCode(Number.parseInt(code.slice(1), 16)),
    );
    if (next === present) break;
    present = next;
  }
  return present;
}
