/** Cookie that holds the session token `id.secret`. */
export const SESSION_COOKIE = "sesi";
