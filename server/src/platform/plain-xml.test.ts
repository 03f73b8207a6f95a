import { describe, expect, test } from 'vitest'
import { NotPlain, readPlainXml } from './plain-xml.ts'
import { readLargeXml, readXml, type XmlReader } from './xml.ts'

type Told = readonly unknown[]

/** A reader that keeps what it is told within the root; texts that follow one another count as one. */
function teller() {
  const told: unknown[][] = []
  let depth = 0
  const reader: XmlReader = {
    open(name, attributes) {
      depth += 1
      told.push(['open', name, { ...attributes }])
    },
    close(name) {
      depth -= 1
      told.push(['close', name])
    },
    text(text) {
      if (depth === 0) return
      const last = told.at(-1)
      if (last?.[0] === 'text') last[1] = `${last[1]}${text}`
      else told.push(['text', text])
    },
  }
  return { told, reader }
}

/** Bytes in pieces of so many. */
async function* inPieces(xml: string, size: number) {
  const bytes = Buffer.from(xml)
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

async function toldPlainly(xml: string, size = 7): Promise<Told> {
  const { told, reader } = teller()
  await readPlainXml(inPieces(xml, size), reader)
  return told
}

function toldByGeneral(xml: string): Told {
  const { told, reader } = teller()
  readXml(xml, reader)
  return told
}

const plain = [
  '<a/>',
  '<a></a>',
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<a b="c"> <d e="1" f="二"/> </a>\n',
  '<x:a xmlns:x="y" x:b="1"><x:c d="x:e">文 字</x:c></x:a >',
  '<a>&lt;&amp;&gt;&quot;&apos;&#20013;&#x4E2D;&#10;&#x1F600;</a>',
  '<a b="&lt;&amp;&#xA;"/>',
  '<a b="1>0">1>0 \r\n\t</a>',
  '<row r="1" spans="1:2"><c r="A1" t="s"><v>0</v></c><c r="B1"><f>A1*2</f><v/></c></row>',
  '<si><t xml:space="preserve"> a </t></si>',
]

describe('XML as programs write it', () => {
  test.each(plain)('%s is told as the general parser tells it', async (xml) => {
    const told = await toldPlainly(xml)
    expect(told.length).toBeGreaterThan(1)
    expect(told).toEqual(toldByGeneral(xml))
  })

  test('in pieces of any size, and behind a mark of byte order', async () => {
    for (const xml of plain) {
      for (const size of [1, 2, 3, 1000]) {
        expect(await toldPlainly(`\ufeff${xml}`, size)).toEqual(toldByGeneral(xml))
      }
    }
  })

  test.each([
    '',
    'a',
    '<a>',
    '<a',
    '<a/><b/>',
    '<a/>b',
    'b<a/>',
    '<a></b>',
    '</a>',
    '<a>&b;</a>',
    '<a>&constructor;</a>',
    '<a b="&toString;"/>',
    '<a>&#0;</a>',
    '<a>&#xD800;</a>',
    '<a>&amp</a>',
    '<a>\u0001</a>',
    "<a b='c'/>",
    '<a b=c/>',
    '<a b/>',
    '<a b="1"c="2"/>',
    '<a b="1" b="2"/>',
    '<a b="<"/>',
    '<甲/>',
    '<1/>',
    '< a/>',
    '<a><!-- b --></a>',
    '<a><![CDATA[b]]></a>',
    '<a><?b c?></a>',
    '<!DOCTYPE a><a/>',
    '<a/><?xml version="1.0"?>',
  ])('%s is left to the general parser', async (xml) => {
    await expect(toldPlainly(xml)).rejects.toThrow(NotPlain)
  })

  test('a text without an end is not waited for', async () => {
    const xml = `<a>${'b'.repeat(3 * 1024 * 1024)}</a>`
    await expect(toldPlainly(xml, 64 * 1024)).rejects.toThrow(NotPlain)
  })
})

describe('a large part', () => {
  const read = async (xml: string) => {
    const told: Told[] = []
    const pieces = () => inPieces(xml, 5)
    await readLargeXml(pieces, () => {
      const one = teller()
      told.push(one.told)
      return one.reader
    })
    return told
  }

  test('is read once where it is plain', async () => {
    expect(await read('<a><b/></a>')).toEqual([toldByGeneral('<a><b/></a>')])
  })

  test('is read from its beginning by the general parser where it is not', async () => {
    const xml = '<a><b/><!-- c --><d>e</d></a>'
    const told = await read(xml)
    expect(told).toHaveLength(2)
    expect(told.at(-1)).toEqual(toldByGeneral(xml))
  })

  test('that is no XML is refused by the general parser', async () => {
    await expect(read('<a><b></a>')).rejects.toThrow('damaged')
  })
})
