import { personKey } from "#app/modules/resident-import/compare-rules.ts";
import { collectFacts } from "#app/modules/resident-import/fact-rules.ts";
import { openSidMapping } from "#app/modules/resident-import/heading-rules.ts";
import { openTable } from "#app/modules/resident-import/read-table.ts";
import { readRow } from "#app/modules/resident-import/row-rules.ts";
import { CHUNK_ROWS } from "#app/modules/resident-import/state-rules.ts";

const FACTS = { today: "2026-11-24", asOf: "2026-11-24" };

/** What the job does to a file but for its database: rows sealed in chunks, understood, and looked at together. */
async function readRegister(bytes: Uint8Array) {
  const key = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt"]);
  const seal = (cells: string[]) =>
    crypto.subtle.encrypt(
      { name: "AES-GCM", iv: crypto.getRandomValues(new Uint8Array(12)) },
      key,
      new TextEncoder().encode(JSON.stringify(cells)),
    );
  const table = openTable(bytes);
  const mapping = openSidMapping(table.headings);
  const collecting = collectFacts();
  let chunk: Promise<ArrayBuffer>[] = [];
  let count = 0;
  let reasons = 0;
  for (const { line, cells } of table.rows) {
    count++;
    const row = readRow(cells, mapping, FACTS);
    reasons += row.reasons.filter(({ isWarning }) => !isWarning).length;
    collecting.add(line, row.values, personKey(row.values));
    chunk.push(seal(cells) as Promise<ArrayBuffer>);
    if (chunk.length < CHUNK_ROWS) continue;
    await Promise.all(chunk);
    chunk = [];
  }
  return { count, reasons, secondHeads: Object.keys(collecting.facts().secondHead).length };
}

export default {
  async fetch(request: Request): Promise<Response> {
    const bytes = new Uint8Array(await request.arrayBuffer());
    return Response.json(await readRegister(bytes));
  },
};
