import { type Attributes, readXmlPieces } from '../../platform/xml.ts'

/** What a cell's style says that matters for reading it. */
export interface CellStyle {
  /** The number format; absent for General. */
  readonly format?: string
  readonly struck?: true
  readonly bordered?: true
}

/** The number formats that files name only by number (ECMA-376, 18.8.30, as in zh-cn). */
const builtIn: Readonly<Record<number, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  12: '# ?/?',
  13: '# ??/??',
  14: 'yyyy/m/d',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'yyyy/m/d h:mm',
  27: 'yyyy"年"m"月"',
  28: 'm"月"d"日"',
  29: 'm"月"d"日"',
  30: 'm/d/yy',
  31: 'yyyy"年"m"月"d"日"',
  32: 'h"时"mm"分"',
  33: 'h"时"mm"分"ss"秒"',
  36: 'yyyy"年"m"月"',
  37: '#,##0;-#,##0',
  38: '#,##0;[Red]-#,##0',
  39: '#,##0.00;-#,##0.00',
  40: '#,##0.00;[Red]-#,##0.00',
  45: 'mm:ss',
  47: 'mmss.0',
  49: '@',
  50: 'yyyy"年"m"月"',
  51: 'm"月"d"日"',
  52: 'yyyy"年"m"月"',
  53: 'm"月"d"日"',
  54: 'm"月"d"日"',
  57: 'yyyy"年"m"月"',
  58: 'm"月"d"日"',
}

/** The styles of a workbook, in the order in which cells refer to them. */
export async function readStyles(xml: AsyncIterable<Uint8Array>): Promise<readonly CellStyle[]> {
  const formats = new Map<number, string>()
  const struckFonts: boolean[] = []
  const borders: boolean[] = []
  const styles: CellStyle[] = []
  const inside: string[] = []
  await readXmlPieces(xml, {
    open(name, attributes) {
      const section = inside[1]
      if (name === 'numFmt')
        formats.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '')
      else if (section === 'fonts' && name === 'font') struckFonts.push(false)
      else if (section === 'fonts' && name === 'strike' && attributes['val'] !== '0')
        struckFonts[struckFonts.length - 1] = true
      else if (section === 'borders' && name === 'border') borders.push(false)
      else if (section === 'borders' && isLine(attributes)) borders[borders.length - 1] = true
      else if (section === 'cellXfs' && name === 'xf')
        styles.push(styleOf(attributes, { formats, struckFonts, borders }))
      inside.push(name)
    },
    close() {
      inside.pop()
    },
  })
  return styles
}

const isLine = ({ style }: Attributes) => style !== undefined && style !== 'none'

interface Parts {
  readonly formats: ReadonlyMap<number, string>
  readonly struckFonts: readonly boolean[]
  readonly borders: readonly boolean[]
}

function styleOf(attributes: Attributes, { formats, struckFonts, borders }: Parts): CellStyle {
  const number = Number(attributes['numFmtId'] ?? 0)
  const format = formats.get(number) ?? builtIn[number] ?? ''
  return {
    ...(format === '' || format === 'General' ? {} : { format }),
    ...(struckFonts[Number(attributes['fontId'] ?? 0)] ? { struck: true } : {}),
    ...(borders[Number(attributes['borderId'] ?? 0)] ? { bordered: true } : {}),
  }
}
