/** Cookie that holds the session token `id.secret`. */
export const SESSION_COOKIE = "sesi";
/** The same of a resident's own account: an official may be both, on one phone. */
export const RESIDENT_COOKIE = "warga";
