import { defineConfig } from "drizzle-kit";

/** `DATABASE=village npx drizzle-kit generate`: one of village, directory, comparison. */
const database = process.env.DATABASE ?? "village";

export default defineConfig({
  dialect: "sqlite",
  schema: `./db/${database}/schema/*.ts`,
  out: `./db/${database}/migrations`,
});
