export interface TextLine {
  text: string;
  /** True where a paragraph ends: such a line is not stretched. */
  isLast: boolean;
}

export type Measure = (text: string) => number;

/**
 * Breaks text into lines no wider than `width` (in `measure`'s unit): at line breaks, at blanks, and inside a word
 * only where the word alone is wider than a line. Gives at least one line; `firstIndent` narrows each paragraph's
 * first.
 */
export function wrapText(text: string, width: number, measure: Measure, firstIndent = 0): TextLine[] {
  return text.split("\n").flatMap((paragraph) => wrapParagraph(paragraph, width, measure, firstIndent));
}

function wrapParagraph(paragraph: string, width: number, measure: Measure, firstIndent: number): TextLine[] {
  const lines: string[] = [];
  let line = "";
  const room = () => (lines.length === 0 ? width - firstIndent : width);
  for (const word of paragraph.split(/[ \t]+/).filter((part) => part !== "")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (measure(longer) <= room()) {
      line = longer;
      continue;
    }
    if (line !== "") lines.push(line);
    line = "";
    for (const char of word) {
      if (line !== "" && measure(line + char) > room()) {
        lines.push(line);
        line = "";
      }
      line += char;
    }
  }
  lines.push(line);
  return lines.map((part, index) => ({ text: part, isLast: index === lines.length - 1 }));
}
