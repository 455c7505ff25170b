import { escapeXml, MAIN_NS, XML_HEAD } from "./xlsx-xml.ts";

export const STYLE_TEXT = 1;
export const STYLE_HEADER = 2;
/** Excel's own numbers of formats end at 163. */
const FIRST_FORMAT_ID = 164;
const FIRST_STYLE = 3;
const TEXT_FORMAT_ID = 49;

/** Collects the number formats that a file uses; each becomes one cell style. */
export class XlsxStyles {
  private readonly formats: string[] = [];

  /** The index of the cell style with this number format. */
  styleOf(format: string): number {
    const known = this.formats.indexOf(format);
    if (known >= 0) return FIRST_STYLE + known;
    this.formats.push(format);
    return FIRST_STYLE + this.formats.length - 1;
  }

  /** `xl/styles.xml` */
  toXml(): string {
    const formats = this.formats.map(
      (format, index) => `<numFmt numFmtId="${FIRST_FORMAT_ID + index}" formatCode="${escapeXml(format)}"/>`,
    );
    const styles = [
      '<xf xfId="0"/>',
      `<xf xfId="0" numFmtId="${TEXT_FORMAT_ID}" applyNumberFormat="1"/>`,
      `<xf xfId="0" numFmtId="${TEXT_FORMAT_ID}" fontId="1" applyNumberFormat="1" applyFont="1" applyAlignment="1"><alignment wrapText="1" vertical="center"/></xf>`,
      ...this.formats.map(
        (_, index) => `<xf xfId="0" numFmtId="${FIRST_FORMAT_ID + index}" applyNumberFormat="1"/>`,
      ),
    ];
    const font = '<sz val="11"/><name val="Calibri"/>';
    return (
      `${XML_HEAD}<styleSheet xmlns="${MAIN_NS}">` +
      (formats.length > 0 ? `<numFmts count="${formats.length}">${formats.join("")}</numFmts>` : "") +
      `<fonts count="2"><font>${font}</font><font><b/>${font}</font></fonts>` +
      '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
      '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>' +
      `<cellXfs count="${styles.length}">${styles.join("")}</cellXfs></styleSheet>`
    );
  }
}
