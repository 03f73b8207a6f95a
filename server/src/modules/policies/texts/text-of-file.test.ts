import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { articlesOf, parseLawText } from '@yizhuan/law-authoring'
import { describe, expect, test } from 'vitest'
import { docx, html, lines, pdf, zipOf } from './testing/documents.ts'
import { textOfFile } from './text-of-file.ts'

const words = (text: string) => text.replace(/\s+/g, '')
const whole = words(lines.join('\n'))

async function read(name: string, bytes: Buffer): Promise<string> {
  const outcome = await textOfFile(name, bytes)
  if (outcome.kind === 'refused') throw new Error(outcome.refusal.code)
  return outcome.value.text
}

describe('the words of an invented text', () => {
  test.each([
    ['办法.txt', Buffer.from(lines.join('\r\n'))],
    ['办法.docx', docx()],
    ['办法.pdf', pdf()],
    ['办法.html', Buffer.from(html())],
  ])('are read out of %s, and its articles found', async (name, bytes) => {
    const text = await read(name, bytes)
    expect(words(text)).toBe(whole)
    const law = parseLawText(text)
    expect(articlesOf(law).map(({ path }) => path)).toEqual(['a1', 'a2', 'a3'])
    expect(law.byPath.has('a2.p1.i2')).toBe(true)
  })

  test('in the older Chinese coding', async () => {
    // 第一条 示例
    const bytes = Buffer.from('b5dad2bbccf520cabec0fd', 'hex')
    expect(await read('a.txt', bytes)).toBe('第一条 示例')
  })

  test('of a page hold nothing of its scripts', async () => {
    expect(await read('a.htm', Buffer.from(html()))).not.toMatch(/脚本|标题|color/)
  })
})

test.each([
  ['an empty file', 'a.txt', Buffer.alloc(0), 'text-empty'],
  ['a locked PDF', 'a.pdf', pdf(lines, true), 'text-encrypted'],
  ['pictures of pages', 'a.pdf', pdf([]), 'text-scanned'],
  ['half a PDF', 'a.pdf', pdf().subarray(0, 60), 'text-damaged'],
  ['a locked Word file', 'a.docx', Buffer.from('d0cf11e0a1b11ae10000', 'hex'), 'text-encrypted'],
  ['half a Word file', 'a.docx', docx().subarray(0, 200), 'text-damaged'],
  ['a container that is no Word file', 'a.docx', zipOf({ 'x.xml': '<x/>' }), 'text-damaged'],
  [
    'a Word file of more than any law',
    'a.docx',
    zipOf({ 'word/document.xml': ' '.repeat(40_000_001) }),
    'text-too-long',
  ],
  ['a workbook', 'a.xlsx', docx(), 'text-format-unknown'],
  ['an old Word file', 'a.doc', Buffer.from('d0cf11e0a1b11ae10000', 'hex'), 'text-format-unknown'],
  ['a document type', 'a.docx', zipOf({ 'word/document.xml': '<!DOCTYPE x><x/>' }), 'text-damaged'],
])('%s is refused', async (_what, name, bytes, code) => {
  expect(await textOfFile(name, bytes)).toMatchObject({ kind: 'refused', refusal: { code } })
})

const policies = join(import.meta.dirname, '../../../../../../shared/policies')
const files = existsSync(policies)
  ? readdirSync(policies).filter((name) => name.endsWith('.txt'))
  : []

describe.skipIf(files.length === 0)('the texts beside this repository', () => {
  test.each(files)('%s has the same articles as a page of the web', async (name) => {
    const bytes = readFileSync(join(policies, name))
    const text = await read(name, bytes)
    const page = text
      .split('\n')
      .map((line) => `<p>${line}</p>`)
      .join('')
    const places = (words: string) => articlesOf(parseLawText(words)).map(({ path }) => path)
    expect(places(await read('a.html', Buffer.from(`<html><body>${page}`)))).toEqual(places(text))
  })
})
