import type { Message } from "@cloudflare/workers-types";
import type { QueueMessage } from "#app/platform/jobs/queue.ts";
import type { NamespaceHome } from "#db/homes/home.ts";
import { createMemoryBucket } from "#tests/support/memory-bucket.ts";
import type { MemoryFileStore } from "#tests/support/memory-file-store.ts";
import { TEST_MASTER_KEYS } from "#tests/support/test-keys.ts";
import type { Env } from "#workers/bindings.ts";
import { consume } from "#workers/jobs/consume.ts";
import { sweep } from "#workers/jobs/sweep.ts";

/** The worker's surroundings with a queue that keeps what it is sent, and a clock that stands. */
export interface JobEnv {
  env: Env;
  /** What the worker's bucket holds. */
  files: MemoryFileStore;
  sent: QueueMessage[];
  setNow(iso: string): void;
  /** Fires a cron. */
  sweep(cron?: string): Promise<void>;
  /** Hands messages to the consumer, one batch. */
  consume(bodies: readonly unknown[], queue?: string): Promise<Outcome[]>;
  /** Hands over what was sent since the last time. */
  consumeSent(): Promise<Outcome[]>;
}

export type Outcome = "acked" | "retried" | "forgotten";

const DUE_CRON = "*/5 * * * *";

export function createJobEnv(home: NamespaceHome): JobEnv {
  let now = "2026-11-24T02:00:00.000Z";
  const sent: QueueMessage[] = [];
  const { bucket, store: files } = createMemoryBucket();
  const env = {
    ENVIRONMENT: "test",
    PUBLIC_SCHEME: "http",
    BASE_HOST: "localhost:8787",
    LIBSQL_URL: home.url,
    LIBSQL_ADMIN_URL: home.adminUrl,
    SIGNING_KEY: btoa("0".repeat(32)),
    MASTER_KEYS: TEST_MASTER_KEYS,
    SIGNUPS_PER_HOUR: "30",
    TENANT_CACHE_SECONDS: "0",
    FILES: bucket,
    JOBS: { send: async (message: QueueMessage) => void sent.push(message) },
    TEST_CLOCK: { fetch: async () => new Response(now) },
  } as unknown as Env;
  const execution = { waitUntil: () => {} };
  const consumeBodies = async (bodies: readonly unknown[], queue = "balai-jobs") => {
    const outcomes: Outcome[] = bodies.map(() => "forgotten");
    const messages = bodies.map((body, index) => ({
      id: `pesan-${index}-${JSON.stringify(body)?.length}`,
      body,
      attempts: 1,
      timestamp: new Date(now),
      ack: () => void outcomes.splice(index, 1, "acked"),
      retry: () => void outcomes.splice(index, 1, "retried"),
    }));
    await consume({ queue, messages: messages as Message[] }, env, execution);
    return outcomes;
  };
  return {
    env,
    files,
    sent,
    setNow: (iso) => {
      now = iso;
    },
    sweep: (cron = DUE_CRON) => sweep({ cron }, env, execution),
    consume: consumeBodies,
    consumeSent: () => consumeBodies(sent.splice(0)),
  };
}
