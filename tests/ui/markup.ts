/** The first start tag of that name, as written. */
export function tag(html: string, name: string): string {
  const found = new RegExp(`<${name}\\b[^>]*>`).exec(html);
  if (!found) throw new Error(`no <${name}> in ${html}`);
  return found[0];
}

/** The value of an attribute in a start tag. */
export function attribute(startTag: string, name: string): string | undefined {
  return new RegExp(`\\s${name}="([^"]*)"`).exec(startTag)?.[1];
}

/** The text between the element with that id and the next element with an id. */
export function textById(html: string, id: string): string {
  const start = html.indexOf(` id="${id}"`);
  if (start < 0) throw new Error(`nothing has the id ${id}`);
  const rest = html.slice(html.indexOf(">", start) + 1);
  const end = rest.search(/ id="/);
  return plainText(end < 0 ? rest : rest.slice(0, end));
}

/** Markup without its tags. */
export function plainText(html: string): string {
  return html.replace(/<[^>]*>/g, " ").replace(/\s+/g, " ");
}
