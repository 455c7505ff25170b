import { takeBackup } from "#db/backup/take-backup.ts";
import { type BackupSubject, SHARED_SUBJECTS, villageSubject } from "#db/backup/vault.ts";
import { verifyBackup } from "#db/backup/verify-backup.ts";
import type { Place } from "#db/place.ts";
import { readArguments } from "./arguments.ts";
import { CommandError, requireVillage, runCommand } from "./command.ts";
import { openCommandVault } from "./command-vault.ts";

const USAGE = `Membuat satu cadangan sekarang dan mengujinya dengan memulihkannya ke basis data sementara.
  npm run backup:take -- <desa> | direktori | perbandingan`;

const { positionals } = readArguments(USAGE, {}, 1);

async function readSubject(place: Place, name: string | undefined): Promise<BackupSubject> {
  const shared = SHARED_SUBJECTS.find(({ owner }) => owner === name);
  return shared ?? villageSubject(await requireVillage(place, name, USAGE));
}

await runCommand(async (place, opened) => {
  const subject = await readSubject(place, positionals[0]);
  const backup = await openCommandVault(place, opened, process.env);
  if (!backup) throw new CommandError("Tentukan BACKUP_KEY, sama seperti yang dipakai Balai.");
  try {
    const { vault } = backup;
    const taken = await takeBackup(vault, subject, "by-hand", new Date());
    const { id, sizeBytes } = await verifyBackup(vault, taken, subject, new Date());
    console.log(`Cadangan ${id} tersimpan dan teruji, ${Math.ceil((sizeBytes ?? 0) / 1024)} KB.`);
  } finally {
    await backup.close();
  }
  return true;
});
