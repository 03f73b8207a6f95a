import type { LawNode, LawText } from './law-text.ts'
import { NUMERAL, parseNumeral } from './numerals.ts'

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
