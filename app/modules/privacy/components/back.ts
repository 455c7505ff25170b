/** One step up from the pages of personal data. */
export const BACK = { href: "/kantor/data-pribadi", label: "Data pribadi" } as const;
