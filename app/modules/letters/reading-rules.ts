import type { Doer } from "./chain-rules.ts";
import { refuseAction } from "./chain-rules.ts";
import type { LetterContent } from "./content-rules.ts";

/** As much of a letter as it takes to tell who may read it. */
export interface ReadFacts {
  state: string;
  channel: string;
  waitsFor: string | null;
  createdBy: string | null;
  signerAccountId: string | null;
}

/** Is a letter of the office marked as secret? */
export function isSecret({ fields }: Pick<LetterContent, "fields">): boolean {
  return typeof fields.sifat === "string" && /rahasia/i.test(fields.sifat);
}

/**
 * May somebody open a secret letter: who leads the office, who wrote it, whose name stands under it, who is to review
 * it now, and to whom the letter that it answers was passed on.
 * @param isAddressee was the letter that it answers passed on to him?
 */
export function mayReadSecret(letter: ReadFacts, isAddressee: boolean, doer: Doer): boolean {
  if (isAddressee || doer.permissions.has("letters.sign")) return true;
  if ([letter.createdBy, letter.signerAccountId].includes(doer.accountId)) return true;
  return letter.state === "review" && refuseAction({ ...letter, state: "review" }, "approve", doer) === null;
}

/**
 * May somebody open a letter's paper: PDF, DOCX and the photo of what was signed? What holds an identifier is for who
 * works on letters or may see identifiers; others have the letter's page, where they are masked.
 */
export function mayOpenPaper(
  letter: Pick<ReadFacts, "channel">,
  content: LetterContent,
  doer: Doer,
): boolean {
  const opens = ["letters.serve", "letters.review", "letters.sign", "data.identity"];
  return opens.some((each) => doer.permissions.has(each)) || !holdsIdentifier(letter, content);
}

/** Both at once: may somebody open a letter's paper, be it secret or not? */
export function isPaperOpen(
  letter: ReadFacts,
  content: LetterContent,
  doer: Doer & { isAddressee: boolean },
): boolean {
  if (isSecret(content) && !mayReadSecret(letter, doer.isAddressee, doer)) return false;
  return mayOpenPaper(letter, content, doer);
}

/** Whatever names a person of the register, and whatever has sixteen figures in a row. */
function holdsIdentifier({ channel }: Pick<ReadFacts, "channel">, content: LetterContent): boolean {
  return channel !== "office" || IDENTIFIER.test(JSON.stringify(content));
}

const IDENTIFIER = /\d(?:[ .-]?\d){15}/;

/** A text with all of each NIK and KK number hidden but where it comes from. */
export function maskIdentifiers(text: string): string {
  return text.replace(new RegExp(IDENTIFIER, "g"), (found) => {
    const figures = found.replace(/\D/g, "");
    return `${figures.slice(0, 4)}************`;
  });
}
