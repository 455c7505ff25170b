/** Stands in for platform/password-cost.ts in suites of verbs, which hash hundreds of times; workerd's suite has the true cost. */
export const PASSWORD_COST = { N: 2, r: 1, p: 1, maxmem: 64 * 1024 * 1024 };
