import { NotFoundError } from "#app/platform/errors.ts";
import { type AnyList, type ListFormat, parseListFile } from "#app/platform/export/exported-list.ts";
import { exportedLists } from "#app/registry.server.ts";
import { isModuleOn } from "#app/registry.ts";

/**
 * The list that a file's name asks for.
 * @param name `penduduk.xlsx`
 * @throws NotFoundError where there is none, or its module is switched off
 */
export function getList(
  name: string,
  switches: ReadonlyMap<string, boolean>,
): { list: AnyList; format: ListFormat } {
  const file = parseListFile(name);
  const list = exportedLists.find(({ key }) => key === file?.key);
  if (!file || !list || (list.module && !isModuleOn(list.module, switches)))
    throw new NotFoundError("Daftar dengan nama itu tidak ada.");
  return { list, format: file.format };
}
