import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, it } from "vitest";
import { getOpenOverseerInvitation } from "#app/modules/overseers/overseer-invitations.server.ts";
import { createTestPortal, type TestPortal } from "#tests/support/test-portal.ts";

let portal: TestPortal;
beforeAll(async () => {
  portal = await createTestPortal();
});
afterAll(() => portal.stop());

function invite(...words: string[]) {
  const env = {
    ...process.env,
    LIBSQL_URL: portal.home.url,
    LIBSQL_ADMIN_URL: portal.home.adminUrl,
    PUBLIC_SCHEME: "https",
    BASE_HOST: "balai.example",
    ENVIRONMENT: "production",
  };
  return promisify(execFile)(process.execPath, ["scripts/invite-operator.ts", ...words], { env });
}

it("prints a link by which the first operator joins", async () => {
  const { stdout } = await invite("Baiq Ratna");
  const [, token = ""] = /^https:\/\/balai\.example\/operator\/undangan\/([a-z2-9]{32})$/m.exec(stdout) ?? [];
  const { invitation } = await getOpenOverseerInvitation(portal.directory, token, new Date());
  expect(invitation).toMatchObject({ name: "Baiq Ratna", kind: "operator", invitedBy: null });
});

it("says how it is called where the name is missing or none", async () => {
  await expect(invite()).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringContaining("operator:invite"),
  });
});
