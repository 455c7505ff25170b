const MAX_PATH_LENGTH = 255;

/**
 * True for a path that stays inside the folder it is unpacked to: relative, forward slashes only, no `.` or `..`
 * part, no drive letter, no control character.
 */
export function isSafePath(path: string): boolean {
  if (path === "" || path.length > MAX_PATH_LENGTH) return false;
  if (path.startsWith("/") || /^[a-z]:/i.test(path) || path.includes("\\")) return false;
  if (Array.from(path).some((char) => char < " " || char === "\u007f")) return false;
  const parts = path.replace(/\/$/, "").split("/");
  return parts.every((part) => part !== "" && part !== "." && part !== "..");
}
