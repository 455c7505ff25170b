import type { ReactNode } from "react";

/** Joins class names, leaving out what is empty; a part may come of `condition && "name"` with any condition. */
export function cx(...parts: ReactNode[]): string {
  return parts.filter((part) => typeof part === "string" && part !== "").join(" ");
}
