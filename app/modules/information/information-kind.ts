/** Kind of due work under which requests for information are on the calendar. */
export const INFORMATION_KIND = "information";
