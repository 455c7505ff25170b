import type { OverseerRole } from "#app/modules/overseers/permissions.ts";
import { newId } from "#app/platform/ids.ts";
import { backups } from "#db/directory/schema/backups.ts";
import { deadLetters } from "#db/directory/schema/jobs.ts";
import { alerts } from "#db/directory/schema/operations.ts";
import { openDirectory } from "#db/open.ts";
import type { TestApp } from "./app.ts";
import type { BrowserlessClient } from "./client.ts";
import {
  clientOfOverseer,
  givePasskey,
  giveTotp,
  seedOverseerInvitation,
  seedTestOverseer,
} from "./overseers.ts";

/** Who opens the pages above the villages, and how far he has come. */
const VISITORS: Record<string, { role: OverseerRole; stands: "inside" | "before-code" | "new" }> = {
  "operator-balai": { role: "operator", stands: "inside" },
  "operator-sebelum-kode": { role: "operator", stands: "before-code" },
  "operator-baru": { role: "operator", stands: "new" },
  "admin-kabupaten": { role: "kabupaten-admin", stands: "inside" },
  "admin-sebelum-kode": { role: "kabupaten-admin", stands: "before-code" },
  "admin-baru": { role: "kabupaten-admin", stands: "new" },
};
export const OVERSIGHT_VISITORS = Object.keys(VISITORS);

/** People above the villages with something on each of their pages. */
export interface OversightStage {
  clients: Map<string, Promise<BrowserlessClient>>;
  ids: {
    overseer: string;
    regencyMember: string;
    operatorPasskey: string;
    regencyPasskey: string;
    operatorInvitation: { id: string; token: string };
    regencyInvitation: { id: string; token: string };
    deadLetter: string;
    alert: string;
    /** One of the stage's own village. */
    backup: string;
  };
}

export async function setOversightStage(app: TestApp, villageId: string): Promise<OversightStage> {
  const clients = new Map<string, Promise<BrowserlessClient>>();
  const passkeys = new Map<string, string>();
  for (const [name, { role, stands }] of Object.entries(VISITORS)) {
    const id = await seedTestOverseer(app, role);
    if (stands !== "new") await giveTotp(app, id);
    if (stands !== "new") passkeys.set(name, await givePasskey(app, id));
    clients.set(name, clientOfOverseer(app, id, stands !== "inside"));
  }
  const ids = {
    overseer: await seedTestOverseer(app, "operator"),
    regencyMember: await seedTestOverseer(app, "kabupaten-member"),
    operatorPasskey: passkeys.get("operator-balai") ?? "",
    regencyPasskey: passkeys.get("admin-kabupaten") ?? "",
    operatorInvitation: await seedOverseerInvitation(app, "operator"),
    regencyInvitation: await seedOverseerInvitation(app, "kabupaten-member"),
    ...(await seedTrouble(app)),
    backup: await seedBackup(app, villageId),
  };
  return { clients, ids };
}

/** Something that an operator must look at: work that was given up, and an alert. */
async function seedTrouble(app: TestApp): Promise<{ deadLetter: string; alert: string }> {
  const directory = openDirectory(app.home);
  const now = await app.now();
  const at = now.toISOString();
  const [deadLetter, alert] = [newId(now), newId(now)];
  await directory.insert(deadLetters).values({
    id: deadLetter,
    queue: "balai-jobs",
    body: JSON.stringify({ kind: "resume-signup", signupId: newId(now) }),
    reason: "Error: the database does not answer",
    receivedAt: at,
  });
  await directory.insert(alerts).values({
    id: alert,
    alertKey: `uji:${alert}`,
    severity: "gawat",
    sentence: "Cadangan desa uji gagal dan dicoba lagi. Periksa ruang cakram dan penyimpanan berkas.",
    firstAt: at,
    lastAt: at,
  });
  return { deadLetter, alert };
}

/** A backup as the directory knows it; there is no object behind it. */
async function seedBackup(app: TestApp, owner: string): Promise<string> {
  const now = await app.now();
  const id = newId(now);
  const at = now.toISOString();
  const row = { id, owner, reason: "nightly", state: "verified", storageKey: `uji/${id}` } as const;
  await openDirectory(app.home)
    .insert(backups)
    .values({ ...row, takenAt: at, expiresAt: at });
  return id;
}
