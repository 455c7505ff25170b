import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "node",
          environment: "node",
          globalSetup: ["tests/support/database-server.ts"],
          include: ["tests/**/*.test.ts", "tests/**/*.test.tsx"],
          exclude: ["tests/workers/**", "tests/browser/**", "tests/isolation/**"],
        },
      },
    ],
  },
});
