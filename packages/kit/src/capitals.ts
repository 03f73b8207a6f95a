import type { Fen } from './fen.ts'

const DIGITS = '零壹贰叁肆伍陆柒捌玖'
const PLACES = ['', '拾', '佰', '仟'] as const
const GROUPS = ['', '万', '亿', '万亿'] as const

/**
 * An amount as Chinese papers write it so that nobody can change it: 1,086,400.50 is
 * 壹佰零捌万陆仟肆佰元伍角整. Up to 9999 万亿 yuan.
 */
export function inCapitals(amount: Fen): string {
  const size = amount < 0n ? -amount : amount
  const yuan = size / 100n
  const jiao = Number((size / 10n) % 10n)
  const fen = Number(size % 10n)
  const whole = yuan === 0n ? '' : `${wholeInCapitals(yuan)}元`
  const sign = amount < 0n ? '负' : ''
  if (jiao === 0 && fen === 0) return `${sign}${whole || '零元'}整`
  const tenth = jiao > 0 ? `${DIGITS[jiao]}角` : whole && '零'
  return `${sign}${whole}${tenth}${fen > 0 ? `${DIGITS[fen]}分` : '整'}`
}

/** Groups of four digits; however many naughts stand between two digits, one 零 is read. */
function wholeInCapitals(yuan: bigint): string {
  let text = ''
  let isGap = false
  for (let group = GROUPS.length - 1; group >= 0; group -= 1) {
    const number = Number((yuan / 10_000n ** BigInt(group)) % 10_000n)
    // 万亿 is followed by 亿 only where that group is empty.
    const unit = group === 3 && (yuan / 100_000_000n) % 10_000n > 0n ? '万' : GROUPS[group]
    if (number === 0) {
      isGap = text !== ''
      continue
    }
    if (isGap || (text !== '' && number < 1000)) text += '零'
    text += groupInCapitals(number) + unit
    isGap = false
  }
  return text
}

function groupInCapitals(number: number): string {
  let text = ''
  let isGap = false
  for (let place = 3; place >= 0; place -= 1) {
    const digit = Math.floor(number / 10 ** place) % 10
    if (digit === 0) {
      isGap = text !== ''
      continue
    }
    text += (isGap ? '零' : '') + DIGITS[digit] + PLACES[place]
    isGap = false
  }
  return text
}
