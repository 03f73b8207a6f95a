import { fromBufferPromise } from 'yauzl'
import { readXml } from '../../../platform/xml.ts'
import { isZip, UnreadableFile, unzip } from '../../../platform/zip.ts'
import { handler } from './fill-template.ts'
import { type Known, type Tag, unknownNames } from './placeholders.ts'

/** The most bytes a template may have, packed and unpacked. */
export const templateLimitBytes = 10 * 1024 * 1024
const unpackedLimitBytes = 60 * 1024 * 1024
const mostParts = 1000

/** Why a template is not taken. */
export interface TemplateTrouble {
  readonly rule:
    | 'not-docx'
    | 'template-damaged'
    | 'template-limit'
    | 'template-locked'
    | 'template-runs-code'
    | 'template-reaches-out'
    | 'template-syntax'
    | 'unknown-placeholder'
    | 'proof-placeholder'
  /** The placeholder, the part or the address it is about. */
  readonly name?: string
  readonly nearest?: string
  /** The list within which alone it may stand. */
  readonly outside?: string
}

/** What is wrong with a template; nothing when it may be used. Never runs or fetches what is in it. */
export async function checkTemplate(
  template: Uint8Array,
  known: Known,
): Promise<readonly TemplateTrouble[]> {
  const bytes = Buffer.from(template)
  if (!isZip(bytes)) return [{ rule: 'not-docx' }]
  if (bytes.length > templateLimitBytes) return [{ rule: 'template-limit' }]
  try {
    const trouble = await troubleInside(bytes)
    return trouble ? [trouble] : await troubleInTags(bytes, known)
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error
    const rules = {
      damaged: 'template-damaged',
      locked: 'template-locked',
      'too-large': 'template-limit',
    } as const
    return [{ rule: rules[error.trouble] }]
  }
}

async function troubleInside(bytes: Buffer): Promise<TemplateTrouble | undefined> {
  const names = await namesIn(bytes)
  const code = names.find((name) => /vbaProject|\/activeX\/|\/embeddings\//i.test(name))
  if (code !== undefined) return { rule: 'template-runs-code', name: code }
  const parts = await unzip(bytes, unpackedLimitBytes)
  if (!parts.has('word/document.xml') || !parts.has('[Content_Types].xml'))
    return { rule: 'not-docx' }
  for (const [name, content] of parts) {
    const trouble = troubleInPart(name, content.toString('utf8'))
    if (trouble) return trouble
  }
  return undefined
}

/** Names of all parts. A container that unpacks to too much is not opened further. */
async function namesIn(bytes: Buffer): Promise<readonly string[]> {
  const names: string[] = []
  let size = 0
  try {
    const zip = await fromBufferPromise(bytes)
    for await (const entry of zip.eachEntry()) {
      names.push(entry.fileName)
      size += entry.uncompressedSize
      if (names.length > mostParts || size > unpackedLimitBytes) break
    }
  } catch {
    throw new UnreadableFile('damaged')
  }
  if (names.length > mostParts || size > unpackedLimitBytes) throw new UnreadableFile('too-large')
  return names
}

/** Fields that fetch, ask or start something when the paper is opened. */
const ACTIVE_FIELD = /\b(DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|MACROBUTTON|IMPORT|LINK|EMBED)\b/i

function troubleInPart(part: string, xml: string): TemplateTrouble | undefined {
  let trouble: TemplateTrouble | undefined
  let field = false
  let instruction = ''
  readXml(xml, {
    open(name, { TargetMode, Type = '', Target = '', ContentType = '', instr }) {
      const isLink = Type.endsWith('/hyperlink')
      if (name === 'Relationship' && TargetMode === 'External' && !isLink) {
        trouble ??= { rule: 'template-reaches-out', name: Target }
      }
      if (/macroEnabled|vbaProject/i.test(ContentType)) {
        trouble ??= { rule: 'template-runs-code', name: ContentType }
      }
      if (instr !== undefined) instruction += ` ${instr}`
      field = name === 'instrText'
    },
    close() {
      field = false
    },
    text(text) {
      if (field) instruction += text
    },
  })
  if (ACTIVE_FIELD.test(instruction)) {
    trouble ??= { rule: 'template-runs-code', name: `${part}: ${instruction.trim().slice(0, 60)}` }
  }
  return trouble
}

async function troubleInTags(bytes: Buffer, known: Known): Promise<readonly TemplateTrouble[]> {
  let tags: readonly Tag[]
  try {
    tags = (await handler().parseTags(bytes)).map(({ name, disposition }) => ({
      name,
      kind: kinds[disposition],
    }))
  } catch (error) {
    const { openDelimiterText, closeDelimiterText, tagName, tagRawText } = error as Partial<
      Record<string, string>
    >
    const name = openDelimiterText ?? closeDelimiterText ?? tagRawText ?? tagName
    return [{ rule: 'template-syntax', ...(name !== undefined && { name: name.slice(0, 60) }) }]
  }
  const loop = unpaired(tags)
  if (loop !== undefined) return [{ rule: 'template-syntax', name: loop }]
  const unknown = unknownNames(tags, known)
  if (unknown.length > 0) {
    return unknown.map((one) => ({
      ...one,
      rule: 'unknown-placeholder',
      name: one.name.slice(0, 60),
    }))
  }
  return tags.some(({ name }) => name === known.proof) ? [] : [{ rule: 'proof-placeholder' }]
}

const kinds = { Open: 'open', Close: 'close', SelfClosed: 'value' } as const

/** The first list that is opened and not closed, or closed and not opened. */
function unpaired(tags: readonly Tag[]): string | undefined {
  const open: string[] = []
  for (const { name, kind } of tags) {
    if (kind === 'open') open.push(name)
    if (kind === 'close' && open.pop() !== name) return `{/${name}}`
  }
  const [left] = open
  return left === undefined ? undefined : `{#${left}}`
}
