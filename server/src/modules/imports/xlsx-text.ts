import type { Cell, Struck } from '@yizhuan/ledger'
import { readLargeXml, type XmlReader } from '../../platform/xml.ts'
import type { Pieces } from '../../platform/zip.ts'

/** A text with what is left of it when struck-through runs are taken away. */
export interface RichText {
  readonly text: string
  readonly struck?: Struck
}

/** Reads the texts of an element, run by run; reading aids (phonetic runs) are no text. */
export function richTextReader(element: 'si' | 'is' | 'text', done: (text: RichText) => void) {
  let [text, kept] = ['', '']
  let isStruck = false
  let isText = false
  let phonetic = false
  const reader: Required<XmlReader> = {
    open(name, attributes) {
      if (name === element) [text, kept] = ['', '']
      else if (name === 'rPh') phonetic = true
      else if (name === 'r') isStruck = false
      else if (name === 'strike') isStruck = attributes['val'] !== '0'
      else if (name === 't') isText = !phonetic
    },
    close(name) {
      if (name === 'rPh') phonetic = false
      else if (name === 'r') isStruck = false
      else if (name === 't') isText = false
      else if (name === element) done(kept === text ? { text } : { text, struck: { kept } })
    },
    text(part) {
      if (!isText) return
      const plain = unescapeControl(part)
      text += plain
      if (!isStruck) kept += plain
    },
  }
  return reader
}

/** The table of shared texts. */
export async function readSharedTexts(xml: Pieces): Promise<readonly RichText[]> {
  let texts: RichText[] = []
  await readLargeXml(xml, () => {
    texts = []
    return richTextReader('si', (text) => texts.push(text))
  })
  return texts
}

/** Files write control characters as `_x000D_`. */
export function unescapeControl(text: string): string {
  if (!text.includes('_x')) return text
  return text.replace(/_x([0-9a-f]{4})_/gi, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  )
}

/** A cell of a text in a style. */
export function textCell(content: RichText, strikeAll: boolean, format?: string): Cell {
  const struck = strikeAll ? { kept: '' } : content.struck
  return {
    kind: 'text',
    text: content.text,
    ...(format === undefined ? {} : { format }),
    ...(struck === undefined || content.text === '' ? {} : { struck }),
  }
}
