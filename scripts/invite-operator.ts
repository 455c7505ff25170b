import { makeOverseerInvitation } from "#app/modules/overseers/overseer-invitations.server.ts";
import { newId } from "#app/platform/ids.ts";
import { personName } from "#app/platform/person-input.ts";
import { readArguments } from "./arguments.ts";
import { CommandError, runCommand } from "./command.ts";
import { readSettings } from "./settings.ts";

const USAGE = `Mengundang operator Balai dengan tautan sekali pakai yang berlaku 3 hari.
  npm run operator:invite -- "Nama Orangnya"
Alamatnya mengikuti PUBLIC_SCHEME dan BASE_HOST (atau PORT), sama seperti saat Balai dijalankan.`;

const { positionals } = readArguments(USAGE, {}, Number.POSITIVE_INFINITY);

/** The portal's address, as Balai was started with. */
function portalAddress(): string {
  const { publicScheme, baseHost, port } = readSettings(process.env);
  return `${publicScheme}://${baseHost ?? `localhost:${port}`}`;
}

await runCommand(async ({ directory }) => {
  const name = personName.safeParse(positionals.join(" "));
  if (!name.success) throw new CommandError(USAGE);
  const now = new Date();
  const writer = { directory, now, requestId: newId(now), submitKey: null, overseer: null };
  const invited = { name: name.data, kind: "operator", regencyCode: null, isAdmin: false } as const;
  const { token } = await makeOverseerInvitation(writer, invited);
  console.log(`Undangan operator untuk ${name.data}. Kirim tautan ini hanya kepada orangnya:`);
  console.log(`${portalAddress()}/operator/undangan/${token}`);
  return true;
});
