/**
 * The lowest id (UUIDv7) that can have been made at an instant or later: tables that only grow are narrowed by time
 * through their key.
 */
export function firstIdAt(instant: Date): string {
  const hex = instant.getTime().toString(16).padStart(12, "0");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7000-8000-000000000000`;
}
