import { patentCheckCharacter } from '@yizhuan/kit'
import type { Sheet, SheetRow } from '@yizhuan/ledger'
import { readXmlPieces } from '../../platform/xml.ts'
import { UnreadableFile } from '../../platform/zip.ts'
import { damaged, noPatents } from './workbook.refusals.ts'

// Patent offices and their vendors hand out what is known of a patent as XML by two standards of WIPO:
// ST.36 (`application-reference/document-id/doc-number`) and ST.96 (`ApplicationIdentification/
// ApplicationNumber/ApplicationNumberText`). Both are read into the sheet that a register export has
// in a spreadsheet, so that everything behind treats all three alike.

/** What is told of one patent, as texts. */
interface Told {
  title: string
  titleLang: string
  number: string
  filedOn: string
  publicationNo: string
  grantedOn: string
  applicants: string[]
  inventors: string[]
  agencies: string[]
  priorities: string[]
}

const header = [
  ...['专利名称', '专利类型', '申请号', '公开（公告）号', '申请日', '授权公告日', '发明人'],
  ...['申请人', '代理机构', '优先权'],
]

/** Whether a text begins as XML does. */
export function isXml(bytes: Buffer): boolean {
  return /^\ufeff?\s*<[?!\w]/.test(bytes.subarray(0, 200).toString('utf8'))
}

/**
 * Reads an export of patents in ST.36 or ST.96 as a sheet, one patent a row.
 *
 * @throws {InputError}  when it is no XML, declares entities of its own, or names no patent.
 */
export async function readPatentXml(bytes: Buffer, name: string): Promise<Sheet> {
  const reader = new PatentReader()
  try {
    await readXmlPieces(pieces(bytes), reader, { isDoctypeFine })
  } catch (error) {
    throw error instanceof UnreadableFile ? damaged() : error
  }
  if (reader.rows.length === 0) throw noPatents()
  const rows = [header, ...reader.rows].map(asRow)
  return { name, rows, merges: [], hiddenColumns: new Set(), comments: [] }
}

/** ST.36 names its document type, by an address that nobody follows; what defines entities is refused. */
const isDoctypeFine = (doctype: string) => !doctype.includes('[')

const pieceBytes = 64 * 1024

async function* pieces(bytes: Buffer): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += pieceBytes) yield bytes.subarray(at, at + pieceBytes)
}

function asRow(texts: readonly string[], index: number): SheetRow {
  return {
    row: index + 1,
    cells: texts.map((text) => (text === '' ? undefined : { kind: 'text' as const, text })),
  }
}

/** The elements that say what the ones inside them are about; names as ST.36 and ST.96 have them. */
const sections: ReadonlyMap<string, Section> = new Map([
  ['applicationreference', 'application'],
  ['applicationidentification', 'application'],
  ['publicationreference', 'publication'],
  ['patentpublicationidentification', 'publication'],
  ['publicationidentification', 'publication'],
  ['patentgrantidentification', 'grant'],
  ['applicant', 'applicant'],
  ['inventor', 'inventor'],
  ['agent', 'agent'],
  ['registeredpractitioner', 'agent'],
  ['priorityclaim', 'priority'],
])

type Section =
  | 'application'
  | 'publication'
  | 'grant'
  | 'applicant'
  | 'inventor'
  | 'agent'
  | 'priority'

/** What an element with a text says, by its name. */
const meanings: ReadonlyMap<string, Meaning> = new Map(
  Object.entries<Meaning>({
    ...{ country: 'country', ipofficecode: 'country' },
    ...{ docnumber: 'number', applicationnumbertext: 'number' },
    ...{ publicationnumber: 'number', patentnumber: 'number' },
    ...{ kind: 'kind', patentdocumentkindcode: 'kind' },
    ...{ date: 'day', filingdate: 'day', publicationdate: 'day', grantdate: 'day' },
    ...{ orgname: 'name', name: 'name', organizationstandardname: 'name', entityname: 'name' },
    ...{ personfullname: 'name', lastname: 'last', firstname: 'first' },
  }),
)

type Meaning = 'country' | 'number' | 'kind' | 'day' | 'name' | 'last' | 'first'

type Parts = Partial<Record<Meaning, string>>

const plain = (name: string) => name.replaceAll('-', '').toLowerCase()
const isRecord = (name: string) => name.endsWith('bibliographicdata')

/** Collects patents one after the other; what an export says about others is passed over. */
class PatentReader {
  readonly rows: (readonly string[])[] = []
  readonly #within: string[] = []
  #told: Told | undefined
  #section: Section | undefined
  #parts: Parts = {}
  #text = ''
  #lang = ''

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    const element = plain(name)
    this.#within.push(element)
    this.#text = ''
    if (isRecord(element)) this.#told = nothingTold()
    if (element === 'inventiontitle') {
      this.#lang = attributes['lang'] ?? attributes['languageCode'] ?? ''
    }
    const section = sections.get(element)
    if (!section || this.#section) return
    this.#section = section
    this.#parts = {}
  }

  text(text: string): void {
    this.#text += text
  }

  close(name: string): void {
    const element = plain(name)
    this.#within.pop()
    const text = this.#text.replace(/\s+/g, ' ').trim()
    this.#text = ''
    const told = this.#told
    if (!told) return
    if (element === 'inventiontitle') takeTitle(told, text, this.#lang)
    const meaning = meanings.get(element)
    // The address of a person has a country of its own; the first of a document is its own.
    if (this.#section && meaning && text !== '') this.#parts[meaning] ??= text
    if (
      this.#section &&
      sections.get(element) === this.#section &&
      !this.#isInside(this.#section)
    ) {
      take(told, this.#section, this.#parts)
      this.#section = undefined
    }
    if (!isRecord(element)) return
    if (told.number !== '' || told.publicationNo !== '') this.rows.push(rowOf(told))
    this.#told = undefined
  }

  #isInside(section: Section): boolean {
    return this.#within.some((element) => sections.get(element) === section)
  }
}

function nothingTold(): Told {
  return {
    ...{ title: '', titleLang: '', number: '', filedOn: '', publicationNo: '', grantedOn: '' },
    ...{ applicants: [], inventors: [], agencies: [], priorities: [] },
  }
}

/** The title in Chinese, where there are several. */
function takeTitle(told: Told, text: string, lang: string): void {
  if (text === '' || (told.title !== '' && !/^(zh|chi)/i.test(lang))) return
  if (told.title !== '' && /^(zh|chi)/i.test(told.titleLang)) return
  told.title = text
  told.titleLang = lang
}

function take(told: Told, section: Section, parts: Parts): void {
  switch (section) {
    case 'application':
      told.number ||= applicationNo(parts)
      told.filedOn ||= dayIn(parts)
      return
    case 'publication':
    case 'grant':
      takePublication(told, section, parts)
      return
    case 'priority':
      if (parts.number) told.priorities.push(applicationNo(parts))
      return
    default: {
      const name = parts.name ?? [parts.last, parts.first].filter(Boolean).join('')
      const names = { applicant: told.applicants, inventor: told.inventors, agent: told.agencies }
      if (name !== '' && !names[section].includes(name)) names[section].push(name)
    }
  }
}

/** A second publication, of the grant, is the one the register keeps. */
function takePublication(told: Told, section: 'publication' | 'grant', parts: Parts): void {
  const { country = '', number = '', kind = '' } = parts
  const isGrant = section === 'grant' || /^[BCUYS]/i.test(kind)
  if (number === '' || (told.publicationNo !== '' && !isGrant)) return
  const bare = number.startsWith(country) ? number : `${country}${number}`
  told.publicationNo = /[A-Z]\d?$/i.test(bare) ? bare : `${bare}${kind}`
  if (isGrant) told.grantedOn = dayIn(parts)
}

/** `CN202110123456.7`; the check character follows from the digits where an export leaves it out. */
function applicationNo({ country = '', number = '' }: Parts): string {
  const bare = number.replace(/^(CN|ZL)/i, '')
  if (country !== '' && country.toUpperCase() !== 'CN' && !/^PCT/i.test(number)) {
    return number.toUpperCase().startsWith(country.toUpperCase()) ? number : `${country}${number}`
  }
  return /^\d{12}$/.test(bare) ? `${bare}.${patentCheckCharacter(bare)}` : bare
}

function dayIn({ day = '' }: Parts): string {
  return day.replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3').slice(0, 10)
}

const kindWords: Readonly<Record<string, string>> = {
  ...{ 1: '发明', 8: '发明', 2: '实用新型', 9: '实用新型', 3: '外观设计' },
}

function rowOf(told: Told): readonly string[] {
  const { title, number, publicationNo, filedOn, grantedOn } = told
  const kind = /^PCT/i.test(number)
    ? 'PCT'
    : (kindWords[/^\d{4}(\d)/.exec(number)?.[1] ?? ''] ?? '')
  const lists = [told.inventors, told.applicants, told.agencies, told.priorities].map(chinese)
  return [title, kind, number, publicationNo, filedOn, grantedOn, ...lists]
}

/** Names come in Chinese and once more in letters; the Chinese ones are the register's. */
function chinese(names: readonly string[]): string {
  const known = names.filter((name) => /\p{Script=Han}/u.test(name))
  return (known.length > 0 ? known : names).join('；')
}
