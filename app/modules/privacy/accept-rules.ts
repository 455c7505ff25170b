/** What decides over who binds the village by the terms. */
export interface AcceptFacts {
  /** Holds the office of Kepala Desa today (also as Pj., Plt. or Plh.). */
  isHead: boolean;
  /** Signed the village up. */
  isAdmin: boolean;
  /** Somebody with an active account holds that office today. */
  hasHead: boolean;
}

/** The Kepala Desa accepts; until one has joined, whoever signed the village up. */
export function mayAcceptTerms({ isHead, isAdmin, hasHead }: AcceptFacts): boolean {
  return isHead || (isAdmin && !hasHead);
}
