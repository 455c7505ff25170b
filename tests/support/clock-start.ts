/** A Tuesday morning in Indonesia, in the year before the programme that most tests open. */
export const TEST_CLOCK_START = "2026-11-24T02:00:00.000Z";
/** Opens /metrics in the run. */
export const TEST_METRICS_TOKEN = "token-pemantau-uji";
