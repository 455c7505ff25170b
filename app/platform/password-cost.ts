/** Cost of one hash of a password: about 190 ms and 16 MB (measured in workerd). */
export const PASSWORD_COST = { N: 2 ** 14, r: 8, p: 5, maxmem: 64 * 1024 * 1024 };
