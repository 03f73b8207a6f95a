import type { Sheet } from '@yizhuan/ledger'
import { readXml } from '../../platform/xml.ts'
import { UnreadableFile, unzip } from '../../platform/zip.ts'
import { damaged, notWorkbook, passwordProtected, tooMuch } from './workbook.refusals.ts'
import { type Book, readSheet } from './xlsx-sheet.ts'
import { readStyles } from './xlsx-styles.ts'
import { readSharedTexts, richTextReader } from './xlsx-text.ts'

/** More than any ledger unpacks to; a bomb stops here. */
const unpackedLimitBytes = 256 * 1024 * 1024

/**
 * Reads an Excel workbook as cells: stored results of formulas (also 0), number formats, merged
 * ranges, hidden rows, columns and sheets, notes, and what is struck through.
 *
 * We read the file ourselves: the library we write workbooks with loses a stored result of 0,
 * repeats a merged value in every cell and needs ten times the memory.
 *
 * @throws {InputError}  when the file is no workbook, damaged, or too large once unpacked.
 */
export async function readXlsx(
  bytes: Buffer,
  limit = unpackedLimitBytes,
): Promise<readonly Sheet[]> {
  try {
    return sheetsOf(await unzip(bytes, limit))
  } catch (error) {
    throw error instanceof UnreadableFile ? refusals[error.trouble]() : error
  }
}

const refusals = { damaged, locked: passwordProtected, 'too-large': tooMuch }

function sheetsOf(zip: Zip): readonly Sheet[] {
  const text = (path: string) => textOf(zip, path)
  const root = [...relationsOf(zip, '').values()].find(({ type }) => type === 'officeDocument')
  if (!root || !zip.has(root.target)) throw notWorkbook()
  const parts = relationsOf(zip, root.target)
  const partOf = (type: string) => [...parts.values()].find((part) => part.type === type)?.target
  const { sheets, from1904 } = readBook(text(root.target))
  if (sheets.length === 0) throw notWorkbook()
  const [texts, styles] = [partOf('sharedStrings'), partOf('styles')]
  const book: Book = {
    texts: texts === undefined ? [] : readSharedTexts(text(texts)),
    styles: styles === undefined ? [] : readStyles(text(styles)),
    from1904,
  }
  return sheets.flatMap(({ name, hidden, id }) => {
    const part = parts.get(id)
    if (part?.type !== 'worksheet') return []
    const content = readSheet(text(part.target), book)
    const comments = commentsOf(zip, part.target)
    return [{ name, ...(hidden ? { hidden: true as const } : {}), ...content, comments }]
  })
}

type Zip = ReadonlyMap<string, Buffer>

function textOf(zip: Zip, path: string): string {
  const part = zip.get(path)
  if (part === undefined) throw damaged()
  return part.toString('utf8')
}

interface SheetName {
  readonly name: string
  readonly hidden: boolean
  readonly id: string
}

function readBook(xml: string): {
  readonly sheets: readonly SheetName[]
  readonly from1904: boolean
} {
  const sheets: SheetName[] = []
  let from1904 = false
  readXml(xml, {
    open(name, attributes) {
      const { date1904, state, id } = attributes
      if (name === 'workbookPr') from1904 = date1904 === '1' || date1904 === 'true'
      if (name === 'sheet' && id !== undefined) {
        const hidden = state === 'hidden' || state === 'veryHidden'
        sheets.push({ name: attributes['name'] ?? '', hidden, id })
      }
    },
  })
  return { sheets, from1904 }
}

interface Relation {
  /** The last word of its type. */
  readonly type: string
  readonly target: string
}

/** What a part of the file refers to inside the file. */
function relationsOf(zip: Zip, part: string): ReadonlyMap<string, Relation> {
  const slash = part.lastIndexOf('/') + 1
  const path = `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`
  const relations = new Map<string, Relation>()
  if (!zip.has(path)) return relations
  readXml(textOf(zip, path), {
    open(name, { Id, Type, Target, TargetMode }) {
      if (name !== 'Relationship' || Id === undefined || TargetMode === 'External') return
      const type = (Type ?? '').slice((Type ?? '').lastIndexOf('/') + 1)
      relations.set(Id, { type, target: resolve(part.slice(0, slash), Target ?? '') })
    },
  })
  return relations
}

function resolve(folder: string, target: string): string {
  const steps: string[] = []
  for (const step of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '' && step !== '.') steps.push(step)
  }
  return steps.join('/')
}

function commentsOf(zip: Zip, sheet: string): Sheet['comments'] {
  const part = [...relationsOf(zip, sheet).values()].find(({ type }) => type === 'comments')
  if (!part || !zip.has(part.target)) return []
  const comments: { cell: string; text: string }[] = []
  let cell = ''
  const reader = richTextReader('text', ({ text }) => {
    if (text.trim() !== '') comments.push({ cell, text: text.trim() })
  })
  readXml(textOf(zip, part.target), {
    ...reader,
    open(name, attributes) {
      if (name === 'comment') cell = attributes['ref'] ?? ''
      reader.open(name, attributes)
    },
  })
  return comments
}
