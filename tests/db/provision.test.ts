import { describe, expect, inject, it } from "vitest";
import { ProvisionError } from "#db/homes/home.ts";
import { createNamespaceProvisioner } from "#db/homes/namespaces.ts";
import { connect } from "#db/open.ts";

describe("createNamespaceProvisioner", () => {
  const home = inject("databaseHome");
  const provisioner = createNamespaceProvisioner(home);
  const name = `uji-${crypto.randomUUID()}`;

  it("makes a database once, and leaves what is in it", async () => {
    await provisioner.createDatabase(name);
    await connect(home, name).execute("CREATE TABLE t (a)");
    await provisioner.createDatabase(name);
    expect((await connect(home, name).execute("SELECT count(*) AS n FROM t")).rows[0]?.n).toBe(0);
  });

  it("copies to a new name only, and from one that exists", async () => {
    await provisioner.copyDatabase(name, `${name}-b`);
    await expect(provisioner.copyDatabase(name, `${name}-b`)).rejects.toThrow(ProvisionError);
    await expect(provisioner.copyDatabase("tidak-ada", `${name}-c`)).rejects.toThrow(ProvisionError);
  });

  it("deletes, also what is not there", async () => {
    await provisioner.deleteDatabase(`${name}-b`);
    await provisioner.deleteDatabase(`${name}-b`);
    await expect(connect(home, `${name}-b`).execute("SELECT 1")).rejects.toThrow();
  });

  it("says what a home refused, and hands its token over", async () => {
    const seen: (string | null)[] = [];
    const send = async (_: RequestInfo | URL, init?: RequestInit) => {
      seen.push(new Headers(init?.headers).get("authorization"));
      return new Response("no room", { status: 507 });
    };
    const poor = createNamespaceProvisioner({ ...home, authToken: "rahasia" }, send);
    await expect(poor.createDatabase(name)).rejects.toMatchObject({ status: 507, message: /no room/ });
    await expect(poor.deleteDatabase(name)).rejects.toBeInstanceOf(ProvisionError);
    expect(seen).toEqual(["Basic rahasia", "Basic rahasia"]);
  });
});
