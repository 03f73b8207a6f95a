// Invented legal documents in the formats offices publish in, made byte by byte.
import { crc32 } from 'node:zlib'

/** An invented text: three articles, one with items. */
export const lines = [
  '示例市成果转化办法（虚构）',
  '第一条 为方便测试读取文件，写下这份虚构的办法。',
  '第二条 示例单位应当做到下列各项：',
  '（一）先登记；',
  '（二）后公示。',
  '第三条 本办法自虚构之日起施行。',
] as const

/** A container of stored parts. */
export function zipOf(parts: Readonly<Record<string, string>>): Buffer {
  const locals: Buffer[] = []
  const centrals: Buffer[] = []
  let offset = 0
  for (const [name, text] of Object.entries(parts)) {
    const [path, content] = [Buffer.from(name), Buffer.from(text)]
    const head = Buffer.alloc(26)
    head.writeUInt16LE(20, 0)
    head.writeUInt32LE(crc32(content), 10)
    head.writeUInt32LE(content.length, 14)
    head.writeUInt32LE(content.length, 18)
    head.writeUInt16LE(path.length, 22)
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), head, path, content])
    const central = Buffer.alloc(42)
    central.writeUInt16LE(20, 0)
    head.copy(central, 2, 0, 26)
    central.writeUInt32LE(offset, 38)
    centrals.push(Buffer.concat([Buffer.from('PK\u0001\u0002'), central, path]))
    locals.push(local)
    offset += local.length
  }
  const size = centrals.reduce((sum, one) => sum + one.length, 0)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(centrals.length, 4)
  end.writeUInt16LE(centrals.length, 6)
  end.writeUInt32LE(size, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...locals, ...centrals, Buffer.from('PK\u0005\u0006'), end])
}

const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'

/** The text as Word keeps it: articles and items are numbered by Word, not written. */
export function docx(): Buffer {
  const numbered = (text: string, level: number) =>
    `<w:p><w:pPr><w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`
  const plain = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`
  const body = lines.map((line) => {
    const article = /^第.条 (.*)$/.exec(line)?.[1]
    const item = /^（.）(.*)$/.exec(line)?.[1]
    if (article !== undefined) return numbered(article, 0)
    return item === undefined ? plain(line) : numbered(item, 1)
  })
  const levels = [
    ['第%1条 ', 0],
    ['（%2）', 1],
  ].map(
    ([text, at]) =>
      `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="${text}"/></w:lvl>`,
  )
  return zipOf({
    '[Content_Types].xml': '<Types/>',
    'word/document.xml': `<w:document ${w}><w:body>${body.join('')}<w:p><w:del><w:r><w:t>删去的字</w:t></w:r></w:del></w:p></w:body></w:document>`,
    'word/numbering.xml': `<w:numbering ${w}><w:abstractNum w:abstractNumId="7">${levels.join('')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num></w:numbering>`,
  })
}

/** The text as a page of the web, with what must not be read. */
export function html(): string {
  const paragraphs = lines.map((line) => `<p>${line.replace(' ', '&emsp;')}</p>`).join('\n')
  return `<!DOCTYPE html><html><head><title>标题</title><style>p{color:red}</style></head><body>
<script>document.write('第九条 脚本写下的字')</script><noscript>第十条 没有脚本时的字</noscript>
<div onclick="alert(1)">${paragraphs}</div></body></html>`
}

/** One page; without words it is as if scanned, with `isLocked` it asks for a password. */
export function pdf(text: readonly string[] = lines, isLocked = false): Buffer {
  const chars = [...new Set(text.join(''))]
  const code = (char: string) => (chars.indexOf(char) + 1).toString(16).padStart(4, '0')
  const hex = (char: string) => (char.codePointAt(0) ?? 0).toString(16).padStart(4, '0')
  const content = text
    .map(
      (line, at) => `BT /F1 12 Tf 60 ${760 - at * 24} Td <${[...line].map(code).join('')}> Tj ET`,
    )
    .join('\n')
  const map = `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def
1 begincodespacerange <0000> <ffff> endcodespacerange
${chars.length} beginbfchar
${chars.map((char) => `<${code(char)}> <${hex(char)}>`).join('\n')}
endbfchar endcmap end end`
  const stream = (data: string) => `<< /Length ${data.length} >>\nstream\n${data}\nendstream`
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    stream(content),
    '<< /Type /Font /Subtype /Type0 /BaseFont /Example /Encoding /Identity-H /DescendantFonts [6 0 R] /ToUnicode 7 0 R >>',
    '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Example /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 1000 /FontDescriptor 8 0 R >>',
    stream(map),
    '<< /Type /FontDescriptor /FontName /Example /Flags 4 /FontBBox [0 0 1000 1000] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >>',
    ...(isLocked
      ? [`<< /Filter /Standard /V 1 /R 2 /O <${'11'.repeat(32)}> /U <${'22'.repeat(32)}> /P -4 >>`]
      : []),
  ]
  let file = '%PDF-1.4\n'
  const places = objects.map((object, at) => {
    const place = file.length
    file += `${at + 1} 0 obj\n${object}\nendobj\n`
    return place
  })
  const xref = file.length
  const rows = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
  const locked = isLocked ? ` /Encrypt 9 0 R /ID [<${'33'.repeat(16)}> <${'33'.repeat(16)}>]` : ''
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer << /Size ${objects.length + 1} /Root 1 0 R${locked} >>\nstartxref\n${xref}\n%%EOF`
  return Buffer.from(file, 'latin1')
}
