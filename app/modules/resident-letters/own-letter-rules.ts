/** Before it is signed whoever asked may call it off. */
const CANCELLABLE: readonly string[] = ["asked", "draft", "review", "returned", "waiting"];
/** While it may still be filled in papers are of use. */
const TAKES_PAPERS: readonly string[] = ["asked", "draft", "review", "returned"];

export function isCancellable(state: string): boolean {
  return CANCELLABLE.includes(state);
}

export function takesPapers(state: string): boolean {
  return TAKES_PAPERS.includes(state);
}

/**
 * Is the file itself the letter? A certified signature stands in it; an approval in the system does where the village's
 * own rule allows that. A letter signed by pen is only on paper.
 */
export function isDownloadable(
  { state, signatureKind }: { state: string; signatureKind: string | null },
  isSystemOn: boolean,
): boolean {
  if (state !== "signed" && state !== "handed") return false;
  return signatureKind === "bsre" || (signatureKind === "system" && isSystemOn);
}
