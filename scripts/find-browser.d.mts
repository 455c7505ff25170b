/** Path of a browser that tests can drive, or null. */
export function findBrowser(): string | null;
