import { deflateRawSync } from 'node:zlib'

/** What a test may say about a file of a container besides its content. */
export interface PackedFile {
  readonly name: string
  readonly content: string | Buffer
  /** The size the directory claims, where it lies. */
  readonly claimed?: number
  readonly encrypted?: true
  readonly stored?: true
}

/** Packs files into a ZIP container, honestly or not. */
export function packed(files: readonly PackedFile[]): Buffer {
  const bodies: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const file of files) {
    const raw = Buffer.from(file.content)
    const data = file.stored ? raw : deflateRawSync(raw)
    const name = Buffer.from(file.name)
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50, 0)
    local.writeUInt16LE(name.length, 26)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50, 0)
    entry.writeUInt16LE(file.encrypted ? 1 : 0, 8)
    entry.writeUInt16LE(file.stored ? 0 : 8, 10)
    entry.writeUInt32LE(data.length, 20)
    entry.writeUInt32LE(file.claimed ?? raw.length, 24)
    entry.writeUInt16LE(name.length, 28)
    entry.writeUInt32LE(offset, 42)
    bodies.push(local, name, data)
    directory.push(entry, name)
    offset += 30 + name.length + data.length
  }
  const listed = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(files.length, 10)
  end.writeUInt32LE(listed.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...bodies, listed, end])
}

const relations = (parts: Readonly<Record<string, string>>) =>
  `<Relationships>${Object.entries(parts)
    .map(([target, type], at) => `<Relationship Id="r${at}" Type="x/${type}" Target="${target}"/>`)
    .join('')}</Relationships>`

/** The least a workbook consists of, around the XML of one sheet. */
export function workbookOf(
  sheet: string,
  parts: { readonly strings?: string; readonly styles?: string; readonly book?: string } = {},
): readonly PackedFile[] {
  const { strings, styles, book } = parts
  const inBook = {
    'worksheets/sheet1.xml': 'worksheet',
    ...(strings === undefined ? {} : { 'sharedStrings.xml': 'sharedStrings' }),
    ...(styles === undefined ? {} : { '/xl/styles.xml': 'styles' }),
  }
  return [
    { name: '_rels/.rels', content: relations({ 'xl/workbook.xml': 'officeDocument' }) },
    {
      name: 'xl/workbook.xml',
      content: `<x:workbook xmlns:x="s" xmlns:r="r">${book ?? ''}<x:sheets><x:sheet name="表&amp;一" sheetId="1" r:id="r0"/></x:sheets></x:workbook>`,
    },
    { name: 'xl/_rels/workbook.xml.rels', content: relations(inBook) },
    { name: 'xl/worksheets/sheet1.xml', content: sheet },
    ...(strings === undefined ? [] : [{ name: 'xl/sharedStrings.xml', content: strings }]),
    ...(styles === undefined ? [] : [{ name: 'xl/styles.xml', content: styles }]),
  ]
}
