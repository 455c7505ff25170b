import { readdirSync } from "node:fs";
import { defineConfig } from "vite";

const FOLDER = "app/islands";
/** Each island-*.ts is a page's script; what they share becomes a chunk of its own. */
const islands = readdirSync(FOLDER).filter((name) => name.startsWith("island-"));

export default defineConfig({
  publicDir: false,
  build: {
    outDir: "public/islands",
    emptyOutDir: true,
    manifest: "manifest.json",
    target: "es2020",
    rolldownOptions: {
      input: Object.fromEntries(islands.map((name) => [name.replace(/\.ts$/, ""), `${FOLDER}/${name}`])),
      output: { entryFileNames: "[name]-[hash].js", chunkFileNames: "[name]-[hash].js" },
    },
  },
});
