/** Names under which the directory seals and indexes phones of claims and of the kabupaten's lists. */
export const CLAIM_PHONE = "claims.phone";
export const LISTED_PHONE = "listed_officials.phone";
