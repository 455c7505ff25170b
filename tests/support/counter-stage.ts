import type { AppVillage } from "./app.ts";
import type { BrowserlessClient } from "./client.ts";
import { type DukcapilStage, setDukcapilStage } from "./dukcapil-stage.ts";
import { type PermitsStage, setPermitsStage } from "./permits-stage.ts";

/** What people come to the counter for besides letters. */
export interface CounterStage {
  dukcapil: DukcapilStage;
  permits: PermitsStage;
}

/** Makes it as the Kasi and the Kepala Desa would. */
export async function setCounterStage(
  village: AppVillage,
  as: (position: string) => Promise<BrowserlessClient>,
  resident: string,
): Promise<CounterStage> {
  return {
    dukcapil: await setDukcapilStage(await as("kasi-pemerintahan"), resident),
    permits: await setPermitsStage(village, await as("kepala-desa"), resident),
  };
}
