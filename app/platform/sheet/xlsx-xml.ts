import { toXmlText } from "#app/platform/document/xml-text.ts";

export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
export const MAIN_NS = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Text for an element or an attribute; what looks like Excel's own `_x0041_` escape is escaped itself. */
export function escapeXml(text: string): string {
  return toXmlText(text)
    .replace(/[&<>"]/g, (char) => ENTITIES[char] ?? char)
    .replace(/_(?=x[\da-f]{4}_)/gi, "_x005F_");
}
