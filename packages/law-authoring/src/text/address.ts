import type { LawNode, LawText } from './law-text.ts'
import { NUMERAL, parseNumeral, toChinese } from './numerals.ts'

/** The node at an address; 款 may be left out when only one paragraph can be meant. */
export function nodeAt(law: LawText, at: string): LawNode | { error: string } {
  const exact = law.byPath.get(at)
  if (exact) return exact
  const bare = (path: string) => path.replace(/\.p\d+/g, '')
  const same = /\.p\d+/.test(at)
    ? []
    : [...law.byPath.values()].filter((node) => node.level !== 'para' && bare(node.path) === at)
  const only = same[0]
  if (only && same.length === 1) return only
  return {
    error: only
      ? `«${at}» is ambiguous: ${same.map((node) => node.path).join(', ')}`
      : `«${at}» does not exist`,
  }
}

/** The address in official form, from the address alone: `a14.p1.i3` is 第十四条第（三）项. */
export function labelOf(at: string): { zh: string; en: string } {
  const [head = '', tail] = at.split('/')
  const segments = (tail ?? head).split('.')
  const annex = tail === undefined ? '' : head
  const itemised = segments.some((segment) => segment.startsWith('i'))
  const zh = segments.map((segment) => segmentZh(segment, segments, itemised)).join('')
  const en = segments.map((segment) => segmentEn(segment, itemised)).filter(Boolean)
  return {
    zh: (annex ? `附件${annex} ` : '') + zh,
    en: (annex ? `annex ${annex}, ` : '') + en.join(', '),
  }
}

function segmentZh(segment: string, all: readonly string[], itemised: boolean): string {
  const [first = '', insert] = segment.slice(1).split('-')
  const n = toChinese(Number(first))
  switch (segment[0]) {
    case 'a':
      return `第${n}条${insert ? `之${toChinese(Number(insert))}` : ''}`
    case 'p':
      return itemised && first === '1' ? '' : `第${n}款`
    case 'i':
      return all.some((other) => other.startsWith('h')) ? `（${n}）` : `第（${n}）项`
    case 'n':
      return `第${first}目`
    case 'h':
      return `${n}、`
    default:
      return `第${n}章`
  }
}

function segmentEn(segment: string, itemised: boolean): string {
  const n = segment.slice(1)
  switch (segment[0]) {
    case 'a':
      return `art. ${n}`
    case 'p':
      return itemised && n === '1' ? '' : `para. ${n}`
    case 'i':
      return `item ${n}`
    case 'n':
      return `no. ${n}`
    case 'h':
      return `part ${n}`
    default:
      return `chapter ${n}`
  }
}

const REFERENCE = new RegExp(
  `^(?:附件\\s*([0-9-]+)\\s*)?第(${NUMERAL})条(?:之(${NUMERAL}))?(?:第(${NUMERAL})款)?` +
    `(?:第?[（(]?(${NUMERAL})[）)]?项?)?(?:第(${NUMERAL})目)?$`,
)

/** 第十四条第（三）项 or 附件1-1第六条（四） as an address; `undefined` when it is no reference. */
export function parseReference(text: string): string | undefined {
  const match = REFERENCE.exec(text.replace(/\s/g, ''))
  if (!match) return undefined
  const [, annex, article = '', insert, para, item, sub] = match
  const part = (mark: string, numeral: string | undefined) =>
    numeral ? `${mark}${parseNumeral(numeral)}` : ''
  return `${annex ? `${annex}/` : ''}a${parseNumeral(article)}${part('-', insert)}${part('.p', para)}${part('.i', item)}${part('.n', sub)}`
}
