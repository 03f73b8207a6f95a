import type { Sheet } from '@yizhuan/ledger'
import { readXmlPieces, type XmlReader } from '../../platform/xml.ts'
import { openZip, type Pieces, UnreadableFile } from '../../platform/zip.ts'
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
  onRow: () => void = () => undefined,
  limit = unpackedLimitBytes,
): Promise<readonly Sheet[]> {
  try {
    return await sheetsOf(await openZip(bytes, limit), onRow)
  } catch (error) {
    throw error instanceof UnreadableFile ? refusals[error.trouble]() : error
  }
}

const refusals = { damaged, locked: passwordProtected, 'too-large': tooMuch }

async function sheetsOf(zip: Zip, onRow: () => void): Promise<readonly Sheet[]> {
  const root = [...(await relationsOf(zip, '')).values()].find(
    ({ type }) => type === 'officeDocument',
  )
  if (!root || !zip.has(root.target)) throw notWorkbook()
  const parts = await relationsOf(zip, root.target)
  const partOf = (type: string) => [...parts.values()].find((part) => part.type === type)?.target
  const { sheets, from1904 } = await readBook(zip, root.target)
  if (sheets.length === 0) throw notWorkbook()
  const [texts, styles] = [partOf('sharedStrings'), partOf('styles')]
  const book: Book = {
    texts: texts === undefined ? [] : await readSharedTexts(part(zip, texts)),
    styles: styles === undefined ? [] : await readStyles(part(zip, styles)()),
    from1904,
  }
  const read: Sheet[] = []
  for (const { name, hidden, id } of sheets) {
    const found = parts.get(id)
    if (found?.type !== 'worksheet') continue
    const content = await readSheet(part(zip, found.target), book, onRow)
    const comments = await commentsOf(zip, found.target)
    read.push({ name, ...(hidden ? { hidden: true as const } : {}), ...content, comments })
  }
  return read
}

type Zip = ReadonlyMap<string, Pieces>

function part(zip: Zip, path: string): Pieces {
  const pieces = zip.get(path)
  if (pieces === undefined) throw damaged()
  return pieces
}

interface SheetName {
  readonly name: string
  readonly hidden: boolean
  readonly id: string
}

async function readBook(
  zip: Zip,
  path: string,
): Promise<{ readonly sheets: readonly SheetName[]; readonly from1904: boolean }> {
  const sheets: SheetName[] = []
  let from1904 = false
  await readXmlPieces(part(zip, path)(), {
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
async function relationsOf(zip: Zip, of: string): Promise<ReadonlyMap<string, Relation>> {
  const slash = of.lastIndexOf('/') + 1
  const path = `${of.slice(0, slash)}_rels/${of.slice(slash)}.rels`
  const relations = new Map<string, Relation>()
  if (!zip.has(path)) return relations
  await readXmlPieces(part(zip, path)(), {
    open(name, { Id, Type, Target, TargetMode }) {
      if (name !== 'Relationship' || Id === undefined || TargetMode === 'External') return
      const type = (Type ?? '').slice((Type ?? '').lastIndexOf('/') + 1)
      relations.set(Id, { type, target: resolve(of.slice(0, slash), Target ?? '') })
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

async function commentsOf(zip: Zip, sheet: string): Promise<Sheet['comments']> {
  const found = [...(await relationsOf(zip, sheet)).values()].find(
    ({ type }) => type === 'comments',
  )
  if (!found || !zip.has(found.target)) return []
  const comments: { cell: string; text: string }[] = []
  let cell = ''
  const reader = richTextReader('text', ({ text }) => {
    if (text.trim() !== '') comments.push({ cell, text: text.trim() })
  })
  const open: XmlReader['open'] = (name, attributes) => {
    if (name === 'comment') cell = attributes['ref'] ?? ''
    reader.open(name, attributes)
  }
  await readXmlPieces(part(zip, found.target)(), { ...reader, open })
  return comments
}
