import { composeExample, PROOF, paperOf, placeholdersOf } from '@yizhuan/procedures'
import { describe, expect, test } from 'vitest'
import { unzip, zip } from '../../../platform/zip.ts'
import { docxOf } from '../rendering/docx.ts'
import { checkTemplate, templateLimitBytes } from './check-template.ts'
import { fillTemplate, handler } from './fill-template.ts'
import { knownOf } from './placeholders.ts'

const paper = paperOf('distribution-table')
if (!paper) throw new TypeError('There is such a paper.')
const known = knownOf(placeholdersOf(paper), PROOF)
const example = docxOf(composeExample(paper, '示例医院'))

/** The example with a part changed or added. */
async function changed(part: string, change: (xml: string) => string): Promise<Buffer> {
  const parts = new Map<string, string | Uint8Array>(await unzip(example, 10_000_000))
  parts.set(part, change(String(parts.get(part) ?? '')))
  return zip(parts)
}

/** The example with other words in its text. */
const saying = (words: string) =>
  changed('word/document.xml', (xml) =>
    xml.replace('<w:body>', `<w:body><w:p><w:r><w:t>${words}</w:t></w:r></w:p>`),
  )

const check = (bytes: Uint8Array) => checkTemplate(bytes, known)

test('the example of every paper is itself a template', async () => {
  expect(await check(example)).toEqual([])
})

describe('placeholders', () => {
  test.each([
    ['{项目名}', { rule: 'unknown-placeholder', name: '项目名', nearest: '项目名称' }],
    ['{process.version}', { rule: 'unknown-placeholder', name: 'process.version' }],
    ['{#分配}{姓名}{/分配}', { rule: 'unknown-placeholder', name: '分配', nearest: '分配明细' }],
    ['{姓名}', { rule: 'unknown-placeholder', name: '姓名', outside: '分配明细' }],
    ['{#项目名称}是{/项目名称}', { rule: 'unknown-placeholder', name: '项目名称' }],
    ['{#分配明细}{姓名}', { rule: 'template-syntax' }],
    ['{/分配明细}', { rule: 'template-syntax' }],
    ['{项目名称', { rule: 'template-syntax' }],
  ])('%s', async (words, trouble) => {
    const [first] = await check(await saying(words))
    expect(first).toMatchObject(trouble)
  })

  test('every unknown one is named', async () => {
    const troubles = await check(await saying('{甲乙}{丙丁}{甲乙}{项目名称}'))
    expect(troubles.map(({ name }) => name)).toEqual(['甲乙', '丙丁'])
  })

  test('without the one that a paper is checked by, there is no template', async () => {
    const bare = await changed('word/footer1.xml', (xml) => xml.replace('{核验信息}', ''))
    expect(await check(bare)).toEqual([{ rule: 'proof-placeholder' }])
  })
})

describe('what would act by itself or reach out is refused', () => {
  const relation = (type: string, target: string, mode = 'External') =>
    changed('word/_rels/document.xml.rels', (xml) =>
      xml.replace(
        '</Relationships>',
        `<Relationship Id="x" Type="http://x/${type}" Target="${target}" TargetMode="${mode}"/></Relationships>`,
      ),
    )
  const field = (code: string) =>
    changed('word/document.xml', (xml) =>
      xml.replace(
        '<w:body>',
        `<w:body><w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${code}</w:instrText></w:r></w:p>`,
      ),
    )

  test.each([
    ['macros', () => changed('word/vbaProject.bin', () => 'x'), 'template-runs-code'],
    ['a control', () => changed('word/activeX/activeX1.xml', () => '<x/>'), 'template-runs-code'],
    [
      'a document with macros by its kind',
      () =>
        changed('[Content_Types].xml', (xml) =>
          xml.replace(
            /application\/vnd\.openxmlformats-officedocument\.wordprocessingml\.document\.main\+xml/,
            'application/vnd.ms-word.document.macroEnabled.main+xml',
          ),
        ),
      'template-runs-code',
    ],
    ['a field that starts a program', () => field(' DDEAUTO c:\\\\x.exe '), 'template-runs-code'],
    [
      'a field in pieces',
      () => field(' INCLUDE</w:instrText><w:instrText>TEXT "x" '),
      'template-runs-code',
    ],
    ['a picture elsewhere', () => relation('image', 'http://x/y.png'), 'template-reaches-out'],
    [
      'a template elsewhere',
      () => relation('attachedTemplate', 'file://x'),
      'template-reaches-out',
    ],
    [
      'a document type',
      () => changed('word/document.xml', (xml) => xml.replace('?>', '?><!DOCTYPE x>')),
      'template-damaged',
    ],
  ])('%s', async (_what, make, rule) => {
    const [first] = await check(await make())
    expect(first?.rule).toBe(rule)
  })

  test('a link that a reader may follow is not', async () => {
    expect(await check(await relation('hyperlink', 'https://example.org'))).toEqual([])
  })
})

describe('what is no DOCX', () => {
  test.each([
    ['a text', Buffer.from('不是文档'), 'not-docx'],
    ['half a file', example.subarray(0, example.length / 2), 'template-damaged'],
    ['another container', zip(new Map([['a.xml', '<a/>']])), 'not-docx'],
    ['too large', Buffer.concat([example, Buffer.alloc(templateLimitBytes)]), 'template-limit'],
    [
      'one that unpacks to more than anybody needs',
      zip(new Map([['word/document.xml', Buffer.alloc(70 * 1024 * 1024)]])),
      'template-limit',
    ],
  ])('%s', async (_what, bytes, rule) => {
    expect(await check(bytes)).toEqual([{ rule }])
  })
})

test('a filled template says the values, and takes none of them for a placeholder or markup', async () => {
  const row = (name: string) => ({
    姓名: name,
    成果完成人: '是',
    担任领导职务: '否',
    奖励形式: '现金',
    '金额（元）': '1.00',
    本人签字: '',
  })
  const filled = await fillTemplate(example, {
    项目名称: '{核验信息} <w:p> \u0001',
    核验信息: '第一行\n第二行',
    分配明细: [row('示例甲'), row('示例乙')],
  })
  const text = await handler().getText(Buffer.from(filled))
  expect(text).toContain('{核验信息} <w:p> ')
  expect(text).toMatch(/示例甲[\s\S]*示例乙/)
  expect(text).not.toContain('{姓名}')
  const parts = await unzip(Buffer.from(filled), 10_000_000)
  expect(String(parts.get('word/footer1.xml'))).toContain('第二行')
  expect(String(parts.get('word/document.xml'))).not.toContain('\u0001')
})
