import {
  chineseDay,
  compare,
  parseRatio,
  percent,
  type Ratio,
  ratioText,
  yuanText,
} from '@yizhuan/kit'
import { currencies, perPieceText, type Term, type Terms } from '@yizhuan/money'

// The recorded payment terms in words, as a contract says them: nobody writes them a second time.

/** A value in the languages of a contract. */
export interface Said {
  readonly zh: string
  readonly en: string
}

type Inner<Kind extends Term['kind']> = Extract<Term, { readonly kind: Kind }>

/** The amount in figures, with its currency. */
export function amountSaid(minor: bigint, currency: Terms['currency']): Said {
  if (currency === 'CNY') {
    return { zh: `人民币${yuanText(minor)}元`, en: `CNY ${yuanText(minor)}` }
  }
  const decimals = currencies[currency]
  const digits = `${minor}`.padStart(decimals + 1, '0')
  const figure =
    decimals === 0 ? `${minor}` : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`
  return { zh: `${currency} ${figure}`, en: `${currency} ${figure}` }
}

/** Payments of some kind, each on a line of its own where there are several; none where there are none. */
function listed(lines: readonly Said[]): Said | undefined {
  const [first] = lines
  if (!first) return undefined
  if (lines.length === 1) return first
  return {
    zh: lines.map(({ zh }, at) => `（${at + 1}）${zh}`).join('；\n'),
    en: lines.map(({ en }, at) => `(${at + 1}) ${en}`).join(';\n'),
  }
}

const ofKind = <Kind extends Term['kind']>({ terms }: Terms, kind: Kind): Inner<Kind>[] =>
  terms.filter((term): term is Inner<Kind> => term.kind === kind)

/** What falls due on days. */
export const paymentsSaid = (terms: Terms): Said | undefined =>
  listed(
    ofKind(terms, 'fixed').map(({ label, minor, dueOn }) => {
      const amount = amountSaid(minor, terms.currency)
      return {
        zh: `${label}：${amount.zh}，不迟于${chineseDay(dueOn)}支付`,
        en: `${label}: ${amount.en}, by ${dueOn}`,
      }
    }),
  )

/** What waits for a milestone. */
export const milestonesSaid = (terms: Terms): Said | undefined =>
  listed(
    ofKind(terms, 'milestone').map(({ label, minor, days }) => {
      const amount = amountSaid(minor, terms.currency)
      return {
        zh: `${label}：达成之日起${days}日内支付${amount.zh}`,
        en: `${label}: ${amount.en}, within ${days} days after it is reached`,
      }
    }),
  )

/** What was agreed of equity. */
export const equitySaid = (terms: Terms): Said | undefined =>
  listed(
    ofKind(terms, 'equity').map(({ label, words }) => ({
      ...{ zh: `${label}：${words}`, en: `${label}: ${words}` },
    })),
  )

/** Royalties with their bands, minimum, periods and days. */
export const royaltiesSaid = (terms: Terms): Said | undefined =>
  listed(ofKind(terms, 'royalty').map((term) => royaltySaid(term, terms.currency)))

const periodWords = {
  1: { zh: '每一个月', en: 'one month' },
  3: { zh: '每三个月', en: 'three months' },
  6: { zh: '每六个月', en: 'six months' },
  12: { zh: '每十二个月', en: 'twelve months' },
} as const

const brokenWords = {
  days: { zh: '按实际天数计算', en: 'by its days' },
  whole: { zh: '仍付全额', en: 'in full' },
  none: { zh: '不计', en: 'not at all' },
} as const

function royaltySaid({ label, royalty }: Inner<'royalty'>, currency: Terms['currency']): Said {
  const { every, from, to, counts, unit, minimum, brokenMinimum, statementDays, payDays } = royalty
  const bands = bandsSaid(royalty, currency)
  const least = amountSaid(minimum, currency)
  const broken = brokenMinimum && brokenWords[brokenMinimum]
  const by = counts === 'life' ? { zh: '自始累计', en: 'over the whole term' } : undefined
  const zh = [
    `${label}：自${chineseDay(from)}至${chineseDay(to)}，${periodWords[every].zh}为一期`,
    `以${by?.zh ?? '当期'}${unit === undefined ? '销售额' : `销售数量（${unit}）`}为基数，${bands.zh}`,
    ...(minimum > 0n ? [`每期不低于${least.zh}`] : []),
    ...(minimum > 0n && broken ? [`合同中途终止的一期，最低提成${broken.zh}`] : []),
    `每期结束后${statementDays}日内提交提成报告，${payDays}日内付款`,
  ]
  const en = [
    `${label}: from ${from} to ${to}, for periods of ${periodWords[every].en}`,
    `on ${unit === undefined ? 'sales' : `the number sold (${unit})`} ${by?.en ?? 'of the period'}: ${bands.en}`,
    ...(minimum > 0n ? [`at least ${least.en} a period`] : []),
    ...(minimum > 0n && broken ? [`for a period broken off the minimum is owed ${broken.en}`] : []),
    `a statement within ${statementDays} days and payment within ${payDays} days after each period`,
  ]
  return { zh: zh.join('，'), en: en.join(', ') }
}

/** A rate as a percentage where that is exact, else as the fraction it is. */
function rateSaid(rate: Ratio): string {
  const text = percent(rate)
  return compare(parseRatio(text), rate) === 0 ? text : ratioText(rate)
}

/** An amount for one piece: it may have a part of the smallest unit. */
function pieceSaid(rate: Ratio, unit: string, currency: Terms['currency']): Said {
  const each = perPieceText(rate, currency)
  return {
    zh: currency === 'CNY' ? `每${unit}人民币${each}元` : `每${unit}${currency} ${each}`,
    en: `${currency} ${each} each`,
  }
}

function bandsSaid(
  { bands, unit }: Inner<'royalty'>['royalty'],
  currency: Terms['currency'],
): Said {
  if (unit !== undefined) return piecesSaid(bands, unit, currency)

  const lines = bands.map(({ upTo, rate }, at): Said => {
    const share = rateSaid(rate)
    const below = bands[at - 1]?.upTo ?? null
    if (bands.length === 1) return { zh: `提成比例为${share}`, en: share }
    if (upTo === null) {
      const above = amountSaid(below ?? 0n, currency)
      return { zh: `超过${above.zh}的部分为${share}`, en: `${share} above ${above.en}` }
    }
    const most = amountSaid(upTo, currency)
    if (below === null)
      return { zh: `不超过${most.zh}的部分为${share}`, en: `${share} up to ${most.en}` }
    const above = amountSaid(below, currency)
    return {
      zh: `超过${above.zh}至${most.zh}的部分为${share}`,
      en: `${share} above ${above.en} up to ${most.en}`,
    }
  })
  return { zh: lines.map(({ zh }) => zh).join('、'), en: lines.map(({ en }) => en).join(', ') }
}

function piecesSaid(
  bands: Inner<'royalty'>['royalty']['bands'],
  unit: string,
  currency: Terms['currency'],
): Said {
  const lines = bands.map(({ upTo, rate }, at): Said => {
    const each = pieceSaid(rate, unit, currency)
    const below = bands[at - 1]?.upTo ?? null
    if (bands.length === 1) return each
    if (upTo === null)
      return { zh: `超过${below}${unit}的部分${each.zh}`, en: `${each.en} above ${below}` }
    if (below === null)
      return { zh: `不超过${upTo}${unit}的部分${each.zh}`, en: `${each.en} up to ${upTo}` }
    return {
      zh: `超过${below}${unit}至${upTo}${unit}的部分${each.zh}`,
      en: `${each.en} above ${below} up to ${upTo}`,
    }
  })
  return { zh: lines.map(({ zh }) => zh).join('、'), en: lines.map(({ en }) => en).join(', ') }
}

/** What the payments say of conditions that clauses have. */
export function moneyConditions(terms: Terms) {
  const count = (kind: Term['kind']) => ofKind(terms, kind).length
  return {
    lumpSum: count('fixed') === 1,
    instalments: count('fixed') > 1,
    milestones: count('milestone') > 0,
    royalty: count('royalty') > 0,
    equity: count('equity') > 0,
    foreignCurrency: terms.currency !== 'CNY',
  }
}
