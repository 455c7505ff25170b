/** Kind of the due work of complaints. Never changes. */
export const COMPLAINTS_KIND = "complaints";
