/** Kind of due work under which the village's correspondence is on the calendar. */
export const MAIL_KIND = "correspondence";
