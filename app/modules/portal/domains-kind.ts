/** Names the nightly look at a village's own hosts in the directory. */
export const DOMAINS_KIND = "portal-domains";
