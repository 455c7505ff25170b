import type { ResidentCtx } from "#app/context.ts";
import { fileNameOf, readLetterFile } from "#app/modules/letters/complete-version.server.ts";
import { getLetterSettings } from "#app/modules/letters/letter-settings.server.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import { isDownloadable } from "./own-letter-rules.ts";
import { getOwnLetter } from "./own-letters.server.ts";
import { OWN_LETTER_WORDS } from "./words.ts";

/** The file that is the letter itself. @throws NotFoundError for one that is only on paper */
export async function downloadOwnLetter(ctx: ResidentCtx, id: string) {
  const letter = await getOwnLetter(ctx, ctx.db, id);
  const { system } = await getLetterSettings(ctx.db);
  if (!isDownloadable(letter, system?.isOn ?? false)) throw new NotFoundError(OWN_LETTER_WORDS.noDownload);
  return { bytes: await readLetterFile(ctx, id), name: fileNameOf(letter) };
}
