/** Characters nobody sees: zero-width ones, the soft hyphen, the mark of byte order. */
const invisible = /[\u200b-\u200f\u2060\ufeff\u00ad]/g
const breaks = /[\r\n\u2028\u2029\u0085]+/g
const dashes = /[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/g

/** What people, and exports of databases, write to say that there is nothing. */
const nothing = new Set(['', '/', '\\', '-', '--', '---', '无', '暂无', 'N/A', 'NA', '空', 'NULL'])

/** A title or a name of a firm: no line breaks, nothing invisible, trimmed; the rest stays. */
export function plainText(raw: string): string {
  return raw.replace(invisible, '').replace(breaks, '').trim()
}

/** Most texts are in their normal form already; looking is cheaper than normalising. */
const normal = /^[\x20-\x7e\u00b7\u3001\u3002\u4e00-\u9fff]*$/

/** For comparing and taking apart: one form for every width, no invisible characters. */
export function normalText(raw: string): string {
  return normal.test(raw) ? raw : raw.normalize('NFKC').replace(invisible, '')
}

/** The same without any blank or line break. */
export function tightText(raw: string): string {
  const text = normalText(raw)
  return /\s/.test(text) ? text.replace(/\s+/g, '') : text
}

/** A code or a number: one width, upper case, no blanks, plain dashes. */
export function codeText(raw: string): string {
  return tightText(raw).replace(dashes, '-').toUpperCase()
}

/** Plain dashes for every dash. */
export function withPlainDashes(text: string): string {
  return text.replace(dashes, '-')
}

/** Whether a text says nothing: empty, blank, a stroke, 无. */
export function saysNothing(raw: string): boolean {
  return raw.length < 12 && nothing.has(codeText(raw))
}

/** What is left of a title when two writers mean the same: letters and digits, without 一种. */
export function bareTitle(title: string): string {
  return normalText(title)
    .toLowerCase()
    .replace(/[\s\p{P}\p{S}]/gu, '')
    .replace(/^一种/, '')
}
