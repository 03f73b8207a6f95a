import type { Fen } from '@yizhuan/kit'
import type { Cell } from './cell.ts'
import { parseChineseNumber } from './chinese-number.ts'
import { divideRounded, inFen, parseDecimal } from './decimal.ts'
import { parseName, parseNames } from './names.ts'
import { type Parsed, parsed } from './parsed.ts'
import type { BasisPoints, SplitPart } from './records.ts'
import { normalText, saysNothing, tightText } from './text.ts'

const number = String.raw`\d+(?:\.\d+)?`
const equally = /均分|平均分配|平分|等额分配/
const waiting = /^(待|暂不|尚?未|另行)(分配|定|确定|发放|商议|约定)$/

/** Reads one share: 0.7, 70, 70 %, 七成, 百分之七十. At most one is a fraction, more is percent. */
export function parseRatio(cell: Cell | undefined): Parsed<BasisPoints | null> {
  if (cell === undefined || cell.kind === 'none') return parsed(null)
  if (cell.kind === 'error') return parsed(null, 'formula_error')
  const raw = cell.text
  if (saysNothing(raw)) return parsed(null)
  const share = shareOf(tightText(raw))
  return share === undefined || share > 10_000 ? parsed(null, 'ratio_unreadable') : parsed(share)
}

/** A share in basis points; undefined when the text is none. */
function shareOf(text: string): BasisPoints | undefined {
  const plain = new RegExp(`^(${number})%?$`).exec(text)?.[1]
  if (plain !== undefined) {
    const isFraction = !text.endsWith('%') && Number(plain) <= 1
    return times(plain, isFraction ? 10_000n : 100n)
  }
  const tenths = /^(.+)成(.?)$/.exec(text)
  if (tenths) {
    const [whole, half] = [figureOf(tenths[1] ?? ''), figureOf(tenths[2] || '0')]
    return whole === undefined || half === undefined ? undefined : whole * 1000 + half * 100
  }
  const percent = /^百分之(.+)$/.exec(text)?.[1]
  const figure = percent === undefined ? undefined : figureOf(percent)
  return figure === undefined ? undefined : figure * 100
}

function figureOf(text: string): number | undefined {
  if (/^\d+(\.\d+)?$/.test(text)) return Number(text)
  const found = parseChineseNumber(text === '半' ? '五' : text)
  return found === undefined ? undefined : Number(found)
}

function times(decimal: string, factor: bigint): number {
  const { digits, scale } = parseDecimal(decimal) ?? { digits: 0n, scale: 0 }
  return Number(divideRounded(digits * factor, 10n ** BigInt(scale)))
}

/** Shares with the names that stand beside them, if any. */
export interface Shares {
  readonly shares: readonly BasisPoints[]
  readonly names: readonly string[]
  readonly equal: boolean
}

const noShares: Shares = { shares: [], names: [], equal: false }

/** Reads a list of shares: 40/30/30, 5:3:2, 六成、四成, 张三60%、李四40%. */
export function parseShares(cell: Cell | undefined): Parsed<Shares> {
  if (cell === undefined || cell.kind === 'none') return parsed(noShares)
  if (cell.kind === 'error') return parsed(noShares, 'formula_error')
  const raw = cell.text
  if (saysNothing(raw) || waiting.test(tightText(raw))) return parsed(noShares)
  const text = normalText(raw).trim()
  if (equally.test(text)) return parsed({ ...noShares, equal: true })
  const named = namedParts(text)
  if (named?.every(({ bp }) => bp !== undefined)) {
    const names = named.map(({ name }) => name)
    return parsed({ shares: named.map(({ bp }) => bp ?? 0), names, equal: false })
  }
  const shares = proportionOf(text) ?? listOf(text)
  if (shares === undefined) return parsed(noShares, 'ratio_unreadable')
  return parsed({ ...noShares, shares })
}

/** 5:3:2 are tenths; other proportions are taken of their sum. */
function proportionOf(text: string): readonly BasisPoints[] | undefined {
  if (!new RegExp(`^${number}(\\s*:\\s*${number})+$`).test(text)) return undefined
  const parts = text.split(':').map((part) => Number(part))
  const sum = parts.reduce((total, part) => total + part, 0)
  if (sum === 100) return parts.map((part) => Math.round(part * 100))
  return parts.map((part) => Math.round((part / (sum === 10 ? 10 : sum)) * 10_000))
}

function listOf(text: string): readonly BasisPoints[] | undefined {
  const parts = text
    .replace(/\s+(?=[%成])/g, '')
    .split(/[、,;/|\s]+/)
    .filter((part) => part !== '')
  const plain = parts.map((part) =>
    new RegExp(`^${number}$`).test(part) ? Number(part) : Number.NaN,
  )
  // 1 in a list of whole percents is one percent, not all.
  const inPercent = plain.some((part) => part > 1)
  const shares = parts.map((part, at) =>
    inPercent && !Number.isNaN(plain[at]) ? shareOf(`${part}%`) : shareOf(part),
  )
  return shares.length > 0 && shares.every((share) => share !== undefined) ? shares : undefined
}

interface NamedPart {
  readonly name: string
  readonly bp?: BasisPoints
  readonly fen?: Fen
}

const part = new RegExp(
  String.raw`([^\d、,;/|:%]*?[^\d、,;/|:%\s])\s*:?\s*(${number})\s*(%|万元|元|万|成)?(?=[、,;/|\s]|$)`,
  'gu',
)

/** Names each with a figure; undefined when anything else stands in the text. */
function namedParts(raw: string): readonly NamedPart[] | undefined {
  // What stands in brackets between a name and its figure tells namesakes apart.
  const text = raw
    .replace(/(?<=\d),(?=\d{3}(?!\d))/g, '')
    .replace(/\s*(\([^)]*\)|【[^】]*】)(?=\s*:?\s*\d)/g, '')
  if (!/^[\p{L}]/u.test(text) || text.replace(part, '').replace(/[、,;/|\s]/g, '') !== '')
    return undefined
  const found = [...text.matchAll(part)]
  const fractions = found.every(([, , figure, unit]) => unit === undefined && Number(figure) <= 1)
  const parts = found.map(([, name = '', figure = '', unit]): NamedPart => {
    const person = parseName(name) ?? name
    if (unit === '元' || unit === '万元' || unit === '万') {
      const value = parseDecimal(figure) ?? { digits: 0n, scale: 0 }
      return { name: person, fen: inFen(value, unit === '元' ? 100n : 1_000_000n) }
    }
    const factor = unit === '成' ? 1000n : fractions ? 10_000n : 100n
    return { name: person, bp: times(figure, factor) }
  })
  return parts.length > 0 ? parts : undefined
}

/** Reads how a team parts its reward: shares, amounts in yuan, or equal parts. */
export function parseSplit(cell: Cell | undefined): Parsed<readonly SplitPart[]> {
  if (cell === undefined || cell.kind === 'none') return parsed([])
  if (cell.kind === 'error') return parsed([], 'formula_error')
  const raw = cell.text
  if (saysNothing(raw) || waiting.test(tightText(raw))) return parsed([])
  const text = normalText(raw).trim()
  if (equally.test(text)) {
    const { value } = parseNames(text.replace(equally, '').replace(/[各:]\s*$/, ''))
    return value.length === 0
      ? parsed([], 'ratio_unreadable')
      : parsed(value.map((name) => ({ name, equal: true })))
  }
  const parts = namedParts(text)
  if (!parts) return parsed([], 'ratio_unreadable')
  return parsed(
    parts.map(({ name, bp, fen }) => (fen === undefined ? { name, bp: bp ?? 0 } : { name, fen })),
  )
}

/** Whether shares make a whole: exactly, within what rounding to two decimals loses, or not. */
export function sumOfShares(shares: readonly BasisPoints[]): 'whole' | 'rounded' | 'wrong' {
  const sum = shares.reduce((total, share) => total + share, 0)
  if (sum === 10_000) return 'whole'
  return Math.abs(sum - 10_000) <= 10 ? 'rounded' : 'wrong'
}
