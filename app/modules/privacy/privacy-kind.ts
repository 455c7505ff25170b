/** Names the row in the directory under which a village's deadlines for personal data are watched. */
export const PRIVACY_KIND = "privacy";
