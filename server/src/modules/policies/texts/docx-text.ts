// A Word document read by its paragraphs. Automatic numbers are not among the words: 第一条 often stands
// in the numbering only, so it is counted here as Word counts it.
import { accept, type Outcome, refuse } from '@yizhuan/kit'
import { toChinese } from '@yizhuan/law'
import { readXml } from '../../../platform/xml.ts'
import { UnreadableFile, unzip } from '../../../platform/zip.ts'
import { longestText, type TextRefusals } from './text-import.ts'

/** How many bytes the parts may unpack to. */
const limit = 40_000_000

/** The words of a Word document, a line for each paragraph. */
export async function docxText(bytes: Buffer): Promise<Outcome<string, TextRefusals>> {
  try {
    const parts = await unzip(bytes, limit)
    const document = parts.get('word/document.xml')?.toString('utf8')
    if (document === undefined) return refuse('text-damaged', { format: 'Word' })
    const numbering = numberingOf(parts.get('word/numbering.xml')?.toString('utf8'))
    const styles = styleLists(parts.get('word/styles.xml')?.toString('utf8'))
    return accept(paragraphsOf(document, numbering, styles))
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error
    if (error.trouble === 'locked') return refuse('text-encrypted', {})
    if (error.trouble === 'too-large') return refuse('text-too-long', { most: `${longestText}` })
    return refuse('text-damaged', { format: 'Word' })
  }
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

/** The levels of each list, by its number. */
function numberingOf(xml = ''): Numbering {
  const abstracts = new Map<string, Map<number, ListLevel>>()
  const lists = new Map<string, Levels>()
  let [abstract, list, at] = ['', '', 0]
  let level = { format: 'decimal', text: '', start: 1 }
  readXml(xml, {
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
function styleLists(xml = ''): ReadonlyMap<string, InList> {
  const styles = new Map<string, InList>()
  let style: InList = {}
  readXml(xml, {
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
  readXml(xml, {
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
