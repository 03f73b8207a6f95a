import { InputError } from '@yizhuan/kit'
import type { Sheet } from '@yizhuan/ledger'
import ExcelJS from 'exceljs'
import { describe, expect, test } from 'vitest'
import { packed, workbookOf } from './testing/zip.ts'
import { readWorkbook, workbookLimitBytes } from './workbook.ts'

/** The cell of a sheet by its name, such as `B5`. */
function cellAt(sheet: Sheet | undefined, name: string) {
  const [, letter = '', row] = /^([A-Z])(\d+)$/.exec(name) ?? []
  const found = sheet?.rows.find((each) => each.row === Number(row))
  return found?.cells[letter.charCodeAt(0) - 65]
}

async function written(fill: (sheet: ExcelJS.Worksheet, book: ExcelJS.Workbook) => void) {
  const book = new ExcelJS.Workbook()
  fill(book.addWorksheet('成果'), book)
  return readWorkbook(Buffer.from(await book.xlsx.writeBuffer()), '台账.xlsx')
}

describe('a workbook as spreadsheets write it', () => {
  test('values of every kind', async () => {
    const [sheet] = await written((page) => {
      page.getCell('A1').value = '成果 名称\n（全称）'
      page.getCell('B1').value = 93.8
      page.getCell('B1').numFmt = '#,##0.00'
      page.getCell('C1').value = new Date('2024-03-05T00:00:00Z')
      page.getCell('C1').numFmt = 'yyyy"年"m"月"'
      page.getCell('D1').value = true
      page.getCell('E1').value = { error: '#REF!' }
      page.getCell('F1').value = { text: '示例', hyperlink: 'http://example.invalid/' }
      page.getCell('G1').value = 6685
      page.getCell('G1').numFmt = '000000'
    })
    expect(cellAt(sheet, 'A1')).toEqual({ kind: 'text', text: '成果 名称\n（全称）' })
    expect(cellAt(sheet, 'B1')).toEqual({ kind: 'number', text: '93.8', format: '#,##0.00' })
    expect(cellAt(sheet, 'C1')).toEqual({ kind: 'number', text: '45356', format: 'yyyy"年"m"月"' })
    expect(cellAt(sheet, 'D1')).toEqual({ kind: 'boolean', text: 'TRUE' })
    expect(cellAt(sheet, 'E1')).toEqual({ kind: 'error', text: '#REF!' })
    expect(cellAt(sheet, 'F1')).toMatchObject({ kind: 'text', text: '示例' })
    expect(cellAt(sheet, 'G1')).toEqual({ kind: 'number', text: '6685', format: '000000' })
  })

  test('a formula keeps its result, also when it is 0, and says when it has none', async () => {
    const [sheet] = await written((page) => {
      page.getCell('A1').value = { formula: 'SUM(B1:C1)', result: 0 }
      page.getCell('A2').value = { formula: 'G5-K5', result: 12.5 }
      page.getCell('A3').value = { formula: 'B3*2' } as ExcelJS.CellFormulaValue
      page.getCell('A4').value = { formula: 'B4&"号"', result: '1号' }
      page.getCell('A5').value = { formula: 'B5/0', result: { error: '#DIV/0!' } as never }
    })
    expect(cellAt(sheet, 'A1')).toEqual({ kind: 'number', text: '0', formula: 'SUM(B1:C1)' })
    expect(cellAt(sheet, 'A2')).toEqual({ kind: 'number', text: '12.5', formula: 'G5-K5' })
    expect(cellAt(sheet, 'A3')).toEqual({ kind: 'none', text: '', formula: 'B3*2' })
    expect(cellAt(sheet, 'A4')).toEqual({ kind: 'text', text: '1号', formula: 'B4&"号"' })
    expect(cellAt(sheet, 'A5')).toEqual({ kind: 'error', text: '#DIV/0!', formula: 'B5/0' })
  })

  test('a formula that a range shares is known in each of its cells', async () => {
    const [sheet] = await written((page) => {
      page.getCell('C1').value = {
        formula: 'A1*$B$1+SUM(A1:B1)',
        result: 1,
        shareType: 'shared',
        ref: 'C1:C2',
      } as never
      page.getCell('C2').value = { sharedFormula: 'C1', result: 2 }
    })
    expect(cellAt(sheet, 'C2')).toMatchObject({ text: '2', formula: 'A2*$B$1+SUM(A2:B2)' })
  })

  test('merged cells hold their value once', async () => {
    const [sheet] = await written((page) => {
      page.mergeCells('B2:B4')
      page.getCell('B2').value = 'HT-2021-001'
    })
    expect(sheet?.merges).toEqual([{ top: 2, left: 1, bottom: 4, right: 1 }])
    expect(cellAt(sheet, 'B2')?.text).toBe('HT-2021-001')
    expect(cellAt(sheet, 'B3')).toBeUndefined()
  })

  test('what is struck through, in part and as a whole', async () => {
    const [sheet] = await written((page) => {
      page.getCell('A1').value = {
        richText: [{ text: '49', font: { strike: true } }, { text: ' 29' }],
      }
      page.getCell('A2').value = '作废的成果'
      page.getCell('A2').font = { strike: true }
      page.getCell('A3').value = {
        richText: [{ text: '全', font: { bold: true } }, { text: '文' }],
      }
    })
    expect(cellAt(sheet, 'A1')).toEqual({ kind: 'text', text: '49 29', struck: { kept: ' 29' } })
    expect(cellAt(sheet, 'A2')).toEqual({ kind: 'text', text: '作废的成果', struck: { kept: '' } })
    expect(cellAt(sheet, 'A3')).toEqual({ kind: 'text', text: '全文' })
  })

  test('hidden sheets, rows and columns, borders of empty rows, notes', async () => {
    const [first, second] = await written((page, book) => {
      page.getCell('A1').value = '甲'
      page.getCell('A1').note = '已并入其他科室'
      page.getRow(2).hidden = true
      page.getCell('A2').value = '乙'
      page.getCell('A3').border = { bottom: { style: 'thin' } }
      page.getColumn(7).hidden = true
      book.addWorksheet('字典', { state: 'veryHidden' }).getCell('A1').value = '丙'
    })
    expect(first?.comments).toEqual([{ cell: 'A1', text: '已并入其他科室' }])
    expect(first?.rows.map(({ row, hidden, bordered }) => [row, hidden, bordered])).toEqual([
      [1, undefined, undefined],
      [2, true, undefined],
      [3, undefined, true],
    ])
    expect([...(first?.hiddenColumns ?? [])]).toEqual([6])
    expect([first?.hidden, second?.hidden, second?.name]).toEqual([undefined, true, '字典'])
  })
})

describe('a workbook as other programs write it', () => {
  const read = async (sheet: string, parts = {}) =>
    (await readWorkbook(packed(workbookOf(sheet, parts)), 'x'))[0]

  test('prefixes, rows and cells without numbers, texts in the sheet', async () => {
    const sheet = await read(
      `<?xml version="1.0"?><!-- note --><x:worksheet><x:sheetData><x:row><x:c t="inlineStr"><x:is><x:t>甲 &lt;乙&gt; &#20013;&#x4E2D;</x:t></x:is></x:c><x:c><x:v>1.5E3</x:v></x:c></x:row><x:row><x:c t="str"><x:v><![CDATA[a<b]]></x:v></x:c></x:row></x:sheetData></x:worksheet>`,
    )
    expect(sheet?.name).toBe('表&一')
    expect(cellAt(sheet, 'A1')?.text).toBe('甲 <乙> 中中')
    expect(cellAt(sheet, 'B1')).toEqual({ kind: 'number', text: '1500' })
    expect(cellAt(sheet, 'A2')?.text).toBe('a<b')
  })

  test('reading aids are no text, control characters are written out', async () => {
    const strings =
      '<sst><si><t>成果</t><rPh sb="0" eb="2"><t>chengguo</t></rPh></si><si><r><t>甲_x000D_</t></r><r><t>乙</t></r></si></sst>'
    const sheet = await read(
      '<worksheet><row r="4"><c r="A4" t="s"><v>0</v></c><c r="C4" t="s"><v>1</v></c></row></worksheet>',
      { strings },
    )
    expect(cellAt(sheet, 'A4')?.text).toBe('成果')
    expect(cellAt(sheet, 'C4')?.text).toBe('甲\r乙')
  })

  test('a shared text without a number is none, and not the first of them', async () => {
    const sheet = await read(
      '<worksheet><row r="1"><c r="A1" t="s"><v></v></c><c r="B1" t="s"><v/></c><c r="C1" t="s"/><c r="D1" t="s"><v>0</v></c></row></worksheet>',
      { strings: '<sst><si><t>成果</t></si></sst>' },
    )
    expect(['A1', 'B1', 'C1', 'D1'].map((name) => cellAt(sheet, name)?.text)).toEqual([
      ...[undefined, undefined, undefined, '成果'],
    ])
  })

  test('thousands of styles take no room for texts that none of them has', async () => {
    const [texts, styles] = [200_000, 4000]
    const strings = `<sst>${'<si><t>a</t></si>'.repeat(texts)}</sst>`
    const cells = Array.from(
      { length: styles },
      (_, at) => `<row><c t="s" s="${at}"><v>${at * 50}</v></c></row>`,
    )
    const sheet = await read(`<worksheet>${cells.join('')}</worksheet>`, { strings })
    expect(sheet?.rows).toHaveLength(styles)
  }, 60_000)

  test('days counted from 1904 become days counted from 1900; other numbers stay', async () => {
    const styles =
      '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>'
    const sheet = await read(
      '<worksheet><row r="1"><c r="A1" s="1"><v>43894</v></c><c r="B1"><v>43894</v></c></row></worksheet>',
      { styles, book: '<workbookPr date1904="1"/>' },
    )
    expect(cellAt(sheet, 'A1')).toEqual({ kind: 'number', text: '45356', format: 'yyyy/m/d' })
    expect(cellAt(sheet, 'B1')?.text).toBe('43894')
  })

  test('files stored without packing', async () => {
    const files = workbookOf('<worksheet><row><c><v>7</v></c></row></worksheet>')
    const bytes = packed(files.map((file) => ({ ...file, stored: true as const })))
    expect(cellAt((await readWorkbook(bytes, 'x'))[0], 'A1')?.text).toBe('7')
  })
})

describe('text with commas', () => {
  const csv =
    '\r\n成果编号,成果名称\r\nCG2020-0001,"含引号""与逗号,的\n名称"\r\n,\r\nCG2020-0002,示例'
  const expected = [
    [2, ['成果编号', '成果名称']],
    [3, ['CG2020-0001', '含引号"与逗号,的\n名称']],
    [5, ['CG2020-0002', '示例']],
  ]
  const rows = async (bytes: Buffer) =>
    (await readWorkbook(bytes, '/tmp/台账.2024.csv'))[0]?.rows.map(({ row, cells }) => [
      row,
      cells.map((cell) => cell?.text),
    ])
  // 成果编号,成果名称 and so on in GB18030, which Node reads and does not write.
  const gb = Buffer.from('b3c9b9fbb1e0bac52cb3c9b9fbc3fbb3c60a434730312ccabec0fd', 'hex')

  test.each([
    ['UTF-8', Buffer.from(csv)],
    ['UTF-8 with its mark', Buffer.from(`\ufeff${csv}`)],
    ['UTF-16', Buffer.from(`\ufeff${csv}`, 'utf16le')],
    ['semicolons', Buffer.from(csv.replaceAll(',', ';').replace('逗号;', '逗号,'))],
    ['tabs', Buffer.from(csv.replaceAll(',', '\t').replace('逗号\t', '逗号,'))],
  ])('in %s', async (_, bytes) => {
    expect(await rows(bytes)).toEqual(expected)
  })

  test('in GB18030', async () => {
    expect(await rows(gb)).toEqual([
      [1, ['成果编号', '成果名称']],
      [2, ['CG01', '示例']],
    ])
  })

  test('the sheet is named after the file', async () => {
    expect((await readWorkbook(gb, '/tmp/台账.2024.csv'))[0]?.name).toBe('台账.2024')
  })
})

describe('what is no ledger is refused in one sentence', () => {
  const old = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
  const stream = (name: string) =>
    Buffer.concat([old, Buffer.alloc(504), Buffer.from(name, 'utf16le')])
  const whole = packed(workbookOf('<worksheet><row><c><v>7</v></c></row></worksheet>'))
  const zeros = Buffer.alloc(300 * 1024 * 1024)
  const sheet = (content: Buffer | string, claimed?: number) =>
    packed([
      ...workbookOf('').filter(({ name }) => name !== 'xl/worksheets/sheet1.xml'),
      { name: 'xl/worksheets/sheet1.xml', content, ...(claimed === undefined ? {} : { claimed }) },
    ])

  test.each([
    ['0 bytes', Buffer.alloc(0), 'workbook-empty-file'],
    ['a password', stream('EncryptedPackage'), 'workbook-password'],
    [
      'an encrypted container',
      packed(workbookOf('').map((file) => ({ ...file, encrypted: true as const }))),
      'workbook-password',
    ],
    ['an old .xls called .xlsx', stream('Workbook'), 'workbook-old-format'],
    ['an old document', stream('WordDocument'), 'workbook-unknown-format'],
    [
      'a picture',
      Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
      'workbook-unknown-format',
    ],
    ['a PDF', Buffer.from('%PDF-1.7\n'), 'workbook-unknown-format'],
    ['another container', packed([{ name: 'a.txt', content: 'a' }]), 'workbook-unknown-format'],
    ['text in no encoding', Buffer.from([0x41, 0xff, 0xff, 0x41]), 'workbook-text-encoding'],
    ['half a file', whole.subarray(0, whole.length / 2), 'workbook-damaged'],
    ['a part that is missing', packed(workbookOf('').slice(0, 3)), 'workbook-damaged'],
    ['XML that breaks off', sheet('<worksheet><row r="1"><c r="A1'), 'workbook-damaged'],
    ['a document type', sheet('<!DOCTYPE a [<!ENTITY b "c">]><worksheet/>'), 'workbook-damaged'],
    ['a bomb that says so', sheet(zeros), 'workbook-too-large'],
    ['a bomb that hides it', sheet(zeros, 100), 'workbook-damaged'],
    [
      'a row beyond the last row',
      sheet('<worksheet><row r="99999999"><c><v>1</v></c></row></worksheet>'),
      'workbook-too-large',
    ],
    [
      'rows that go backward',
      sheet('<worksheet><row r="5"/><row r="4"><c><v>1</v></c></row></worksheet>'),
      'workbook-damaged',
    ],
    [
      'a cell beyond the last column',
      sheet('<worksheet><row><c r="ZZZZ1"><v>1</v></c></row></worksheet>'),
      'workbook-too-large',
    ],
    ['more bytes than allowed', Buffer.alloc(workbookLimitBytes + 1, 65), 'workbook-file-limit'],
  ])('%s', async (_, bytes, rule) => {
    try {
      await readWorkbook(bytes, 'x.xlsx')
      expect.unreachable()
    } catch (error) {
      if (!(error instanceof InputError)) throw error
      expect([error.field, error.rule]).toEqual(['file', rule])
      expect(error.words.zh).toMatch(/\p{Script=Han}/u)
      expect(error.message).not.toContain('\n')
    }
  })
})
