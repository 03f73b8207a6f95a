import type { Words } from '@yizhuan/kit'

const NAMES = '零一二三四五六七八九'

/** A whole number below 1000 as Chinese legal texts write it: 31 is 三十一. */
export function toChinese(n: number): string {
  const name = (digit: number) => NAMES.charAt(digit)
  if (n < 10) return name(n)
  if (n < 20) return `十${n % 10 ? name(n % 10) : ''}`
  if (n < 100) return `${name(Math.floor(n / 10))}十${n % 10 ? name(n % 10) : ''}`
  const rest = n % 100
  const head = `${name(Math.floor(n / 100))}百`
  if (rest === 0) return head
  if (rest < 10) return `${head}零${name(rest)}`
  return head + (rest < 20 ? '一' : '') + toChinese(rest)
}

/** The address in official form, from the address alone: `a14.p1.i3` is 第十四条第（三）项. */
export function labelOf(at: string): Words {
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
  // 款 and 目 are parts of an article; a plan or a letter has paragraphs and numbers instead.
  const isWithin = (level: string) => all.some((other) => other.startsWith(level))
  switch (segment[0]) {
    case 'a':
      return `第${n}条${insert ? `之${toChinese(Number(insert))}` : ''}`
    case 'p':
      return itemised && first === '1' ? '' : `第${n}${isWithin('a') ? '款' : '段'}`
    case 'i':
      return isWithin('h') ? `（${n}）` : `第（${n}）项`
    case 'n':
      return isWithin('h') ? `${first}．` : `第${first}目`
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
