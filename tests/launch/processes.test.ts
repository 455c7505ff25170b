import { spawn } from "node:child_process";
import { once } from "node:events";
import { expect, it, onTestFinished } from "vitest";
import { describeProcess } from "#db/local/launch/processes.ts";

it.skipIf(process.platform === "win32")(
  "an ended process whose parent never asks for its exit is gone",
  async () => {
    // `exec` leaves the shell's child to a program that never waits for it.
    const parent = spawn("sh", ["-c", "true & echo $!; exec sleep 60"], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    onTestFinished(() => void parent.kill("SIGKILL"));
    const [line] = await once(parent.stdout, "data");
    await expect.poll(() => describeProcess(Number(String(line)))).toBeNull();
    expect(describeProcess(parent.pid ?? 0)).not.toBeNull();
  },
);
