// A Word document read by its paragraphs. Automatic numbers are not among the words: 第一条 often stands
// in the numbering only, so it is counted here as Word counts it.
import { buffer } from 'node:stream/consumers'
import { accept, type Outcome, refuse } from '@yizhuan/kit'
import { toChinese } from '@yizhuan/law'
import sax from 'sax'
import { fromBufferPromise } from 'yauzl'
import type { TextRefusals } from './text-import.ts'

/** How many bytes the parts may unpack to. */
const limit = 40_000_000

const wanted = ['word/document.xml', 'word/numbering.xml', 'word/styles.xml']

/** The words of a Word document, a line for each paragraph. */
export async function docxText(bytes: Buffer): Promise<Outcome<string, TextRefusals>> {
  try {
    const parts = await partsOf(bytes)
    const document = parts.get('word/document.xml')
    if (document === undefined) return refuse('text-damaged', { format: 'Word' })
    const numbering = numberingOf(parts.get('word/numbering.xml') ?? '')
    return accept(paragraphsOf(document, numbering, styleLists(parts.get('word/styles.xml') ?? '')))
  } catch (error) {
    if (error instanceof Locked) return refuse('text-encrypted', {})
    return refuse('text-damaged', { format: 'Word' })
  }
}

class Locked extends Error {}

async function partsOf(bytes: Buffer): Promise<ReadonlyMap<string, string>> {
  const parts = new Map<string, string>()
  let left = limit
  const zip = await fromBufferPromise(bytes)
  for await (const entry of zip.eachEntry()) {
    if (entry.isEncrypted()) throw new Locked()
    if (!wanted.includes(entry.fileName)) continue
    left -= entry.uncompressedSize
    if (left < 0) throw new Error('too much')
    const content = await buffer(await zip.openReadStreamPromise(entry))
    parts.set(entry.fileName, content.toString('utf8'))
  }
  return parts
}

interface ListLevel {
  readonly format: string
  readonly text: string
  readonly start: number
}

type Levels = ReadonlyMap<number, ListLevel>
type Numbering = ReadonlyMap<string, Levels>

/** List and level of a paragraph, or of a style. */
interface InList {
  list?: string
  level?: number
}

type Attributes = Readonly<Record<string, string>>

/** Walks an XML part; a document type is only ever an attack. */
function walk(
  xml: string,
  on: {
    open?(name: string, attributes: Attributes): void
    close?(name: string): void
    text?(text: string): void
  },
): void {
  if (xml === '') return
  const parser = sax.parser(true)
  const local = (name: string) => name.slice(name.indexOf(':') + 1)
  parser.onerror = (error) => {
    throw error
  }
  parser.ondoctype = () => {
    throw new Error('document type')
  }
  parser.onopentag = ({ name, attributes }) => {
    const plain = Object.entries(attributes).map(([key, value]) => [local(key), String(value)])
    on.open?.(local(name), Object.fromEntries(plain))
  }
  parser.onclosetag = (name) => on.close?.(local(name))
  parser.ontext = (text) => on.text?.(text)
  parser.write(xml).close()
}

/** The levels of each list, by its number. */
function numberingOf(xml: string): Numbering {
  const abstracts = new Map<string, Map<number, ListLevel>>()
  const lists = new Map<string, Levels>()
  let [abstract, list, at] = ['', '', 0]
  let level = { format: 'decimal', text: '', start: 1 }
  walk(xml, {
    open(name, { abstractNumId = '', numId = '', ilvl = '0', val = '' }) {
      if (name === 'abstractNum') {
        abstract = abstractNumId
        abstracts.set(abstract, new Map())
      } else if (name === 'num') list = numId
      else if (name === 'abstractNumId') lists.set(list, abstracts.get(val) ?? new Map())
      else if (name === 'lvl') {
        at = Number(ilvl)
        level = { format: 'decimal', text: '', start: 1 }
      } else if (name === 'numFmt') level.format = val
      else if (name === 'lvlText') level.text = val
      else if (name === 'start') level.start = Number(val)
    },
    close(name) {
      if (name === 'lvl') abstracts.get(abstract)?.set(at, level)
    },
  })
  return lists
}

/** Styles that number their paragraphs. */
function styleLists(xml: string): ReadonlyMap<string, InList> {
  const styles = new Map<string, InList>()
  let style: InList = {}
  walk(xml, {
    open(name, { styleId, val = '' }) {
      if (name === 'style' && styleId !== undefined) {
        style = {}
        styles.set(styleId, style)
      } else if (name === 'numId') style.list = val
      else if (name === 'ilvl') style.level = Number(val)
    },
  })
  return styles
}

function paragraphsOf(
  xml: string,
  numbering: Numbering,
  styles: ReadonlyMap<string, InList>,
): string {
  const lines: string[] = []
  const counter = new Counter(numbering)
  let words = ''
  let place: InList = {}
  let isText = false
  let isDeleted = false
  walk(xml, {
    open(name, { val = '' }) {
      if (name === 'p') {
        words = ''
        place = {}
      } else if (name === 'pStyle') place = { ...styles.get(val), ...place }
      else if (name === 'numId') place.list = val
      else if (name === 'ilvl') place.level = Number(val)
      else if (name === 't') isText = true
      else if (name === 'del') isDeleted = true
      else if (name === 'tab') words += '\t'
      else if (name === 'br' || name === 'cr') words += '\n'
    },
    close(name) {
      if (name === 't') isText = false
      else if (name === 'del') isDeleted = false
      else if (name === 'p') lines.push(`${counter.next(place)}${words}`)
    },
    text(text) {
      if (isText && !isDeleted) words += text
    },
  })
  return lines.filter((line) => line.trim() !== '').join('\n')
}

/** Counts the paragraphs of each list as Word does: a level begins anew after one above it. */
class Counter {
  readonly #numbering: Numbering
  readonly #counts = new Map<string, number[]>()

  constructor(numbering: Numbering) {
    this.#numbering = numbering
  }

  next({ list, level = 0 }: InList): string {
    const levels = list === undefined || list === '0' ? undefined : this.#numbering.get(list)
    const here = levels?.get(level)
    if (list === undefined || !levels || !here || here.format === 'bullet') return ''
    const counts = (this.#counts.get(list) ?? []).slice(0, level + 1)
    counts[level] = (counts[level] ?? here.start - 1) + 1
    this.#counts.set(list, counts)
    return here.text.replace(/%(\d)/g, (_, digit: string) => {
      const at = Number(digit) - 1
      return written(counts[at] ?? levels.get(at)?.start ?? 1, levels.get(at)?.format ?? 'decimal')
    })
  }
}

function written(n: number, format: string): string {
  if (/chinese|ideograph|japanese|taiwanese/i.test(format)) return toChinese(n)
  if (format === 'lowerLetter') return String.fromCharCode(96 + n)
  if (format === 'upperLetter') return String.fromCharCode(64 + n)
  return String(n)
}
