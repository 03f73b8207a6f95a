import { expect, test } from 'vitest'
import { readCsv } from './csv.ts'

const textsOf = (bytes: Buffer) =>
  readCsv(bytes).map(({ row, cells }) => [row, ...[...cells].map((cell) => cell?.text ?? '')])

/** A text so long that it comes in many pieces, with a row of its own at every place of their ends. */
function long(row: (at: number) => string, rows = 40_000) {
  return Array.from({ length: rows }, (_, at) => row(at)).join('\r\n')
}

test('a text of many pieces is parted as if it were one, wherever they end', () => {
  const rows = textsOf(
    Buffer.from(long((at) => `号${at},"名称""${at}"", 第\r\n二行",${'x'.repeat(at % 23)},末`)),
  )
  expect(rows).toHaveLength(40_000)
  for (const [at, row] of rows.entries()) {
    expect(row).toEqual([at + 1, `号${at}`, `名称"${at}", 第\r\n二行`, 'x'.repeat(at % 23), '末'])
  }
})

test('a quote that is never closed is an ordinary character, also at the front of a long text', () => {
  const rows = textsOf(Buffer.from(`"甲,1\n${long((at) => `乙,${at}`)}`))
  expect(rows).toHaveLength(40_001)
  expect(rows[0]).toEqual([1, '"甲', '1'])
  expect(rows.at(-1)).toEqual([40_001, '乙', '39999'])
})

test('a long text in GB18030 is known by what stands in its last piece', () => {
  // 0xB0A1 is a character there, and nothing in UTF-8.
  const bytes = Buffer.concat([
    Buffer.from(long((at) => `a,${at}`)),
    Buffer.from([0x0a, 0xb0, 0xa1]),
  ])
  expect(textsOf(bytes).at(-1)).toEqual([40_001, '啊'])
})

test('no encoding fits: nothing is read', () => {
  const bytes = Buffer.concat([Buffer.from(long((at) => `a,${at}`)), Buffer.from([0xff, 0xff])])
  expect(() => readCsv(bytes)).toThrow(expect.objectContaining({ rule: 'workbook-text-encoding' }))
})

test('empty lines count and are no rows; an end of line at the end begins none', () => {
  expect(textsOf(Buffer.from('a,b\n\n\r\nc\rd,\n'))).toEqual([
    [1, 'a', 'b'],
    [4, 'c'],
    [5, 'd'],
  ])
  expect(textsOf(Buffer.from('"只有一格"'))).toEqual([[1, '只有一格']])
})
