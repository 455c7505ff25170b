import type { Device } from "#app/platform/http/device.ts";
import { newToken } from "#app/platform/ids.ts";

/** A phone that every suite may use. */
export const TEST_DEVICE: Device = { name: "Chrome di Android", token: newToken() };

/** Another phone or computer, never seen before. */
export function newTestDevice(name = "Firefox di Windows"): Device {
  return { name, token: newToken() };
}
