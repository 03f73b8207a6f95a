import type { Cell } from '../cell.ts'
import { tellSum } from '../checks/shares.ts'
import { type Field, field, rawText } from '../field.ts'
import { parseDay } from '../ledger-day.ts'
import { type Parsed, parsed } from '../parsed.ts'
import type { ReducedUntil, TitleShare } from '../records-of-titles.ts'
import { parseRatio, parseShares, sumOfShares } from '../shares.ts'
import { cellOf, type Row, tell } from '../table-data.ts'
import { normalText, plainText, saysNothing, tightText } from '../text.ts'
import { wordsField } from './people.ts'
import { pastWholeDayField } from './projects.ts'

// Who owns a right with the house, how much of it, and the reduction of its fees: columns that a ledger of rights
// may have. They are written as the page of a right writes them, so what is not whole keeps its row out.

/** What people call the house itself among the owners. */
const ourselves =
  /^(本院|我院|本单位|我单位|本医院|我医院|医院方|本机构|this(institution|hospital)|we)$/i
/** The house where a ledger names it by no name. */
export const ownWord = '本单位'

/** Nobody knows the shares: nothing is said of them, and the names stand among the owners. */
const unknown = /^(不详|未知|未约定|未明确|待定|不明|不清|共有|按份共有|共同共有|unknown|n\/?k)$/i

interface Held {
  readonly titles: readonly TitleShare[]
  /** Shares without names, in the order of the owners. */
  readonly unnamed: readonly number[] | 'equal'
  /** What each of the owners has, where the ledger says so once for all. */
  readonly each?: number
}

const nothing: Held = { titles: [], unnamed: [] }

function titlesIn(cell: Cell | undefined): Parsed<Held> {
  const text = tightText(rawText(cell))
  if (unknown.test(text)) return parsed(nothing)
  if (/^(独有|独占|单独所有|全部|sole)$/i.test(text)) {
    return parsed({ ...nothing, titles: [{ name: ownWord, bp: 10_000 }] })
  }
  if (isEither(text)) return parsed(nothing, 'share_list_or_fraction')
  if (/^(均等|均有|等份)$/.test(text)) return parsed({ titles: [], unnamed: 'equal' })
  const each = shareIn(/^各占?(.+)$/.exec(text)?.[1] ?? '')
  if (each !== undefined) return parsed({ titles: [], unnamed: 'equal', each })
  const fractions = text.split(/[、,;]/).map(fractionIn)
  if (fractions.every((one) => one !== undefined)) return parsed({ titles: [], unnamed: fractions })
  const { value, problems } = parseShares(isProportion(text) ? bare(text) : cell)
  const { shares, names, equal } = value
  if (problems.length === 0 && names.length === 0) {
    return parsed({ titles: [], unnamed: equal ? 'equal' : shares })
  }
  // Names of firms have no form of names of people: each part is taken to its figure.
  const parts = normalText(rawText(cell))
    .split(/[、,;\n\r]+|(?<=%)\s+/)
    .filter((part) => part.trim() !== '')
  const titles = parts.flatMap((part) => {
    const [, name = '', figure = ''] =
      /^(.*?[^\d\s:.(（])[\s:(（]*(\d[\d.]*%?|\d+\/\d+)[)）]?$/.exec(part.trim()) ?? []
    const bp = shareIn(figure)
    return !/\p{L}/u.test(name) || bp === undefined ? [] : [{ name: ownerOf(name), bp }]
  })
  if (titles.length < parts.length || titles.length === 0) {
    return parsed(nothing, 'ratio_unreadable')
  }
  return parsed({ titles, unnamed: [] })
}

/** 60%:40% is as good as 60:40. */
const isProportion = (text: string) => /^[\d.]+%?(:[\d.]+%?)+$/.test(text)
const bare = (text: string): Cell => ({ kind: 'text', text: text.replaceAll('%', '') })

function shareIn(figure: string): number | undefined {
  return fractionIn(figure) ?? parseRatio({ kind: 'text', text: figure }).value ?? undefined
}

/** 1/3; 60/40 is a list of two. */
function fractionIn(text: string): number | undefined {
  const [, part, whole] = /^(\d+)\/(\d+)$/.exec(text) ?? []
  if (part === undefined || Number(part) >= Number(whole)) return undefined
  return Math.round((Number(part) * 10_000) / Number(whole))
}

/** 40/60 may be the fraction or 40 and 60 per cent: nobody is given a share on a guess. */
function isEither(text: string): boolean {
  const found = text.matchAll(/(?<![\d./])(\d+)\/(\d+)(?![\d./])/g)
  return [...found].some(([, part, whole]) => {
    return Number(part) < Number(whole) && Number(part) + Number(whole) === 100
  })
}

const ownerOf = (name: string) =>
  ourselves.test(tightText(name)) ? ownWord : plainText(name).replace(/[占持有\s]+$/, '')

const reducedUntil = (cell: Cell | undefined): Parsed<readonly ReducedUntil[]> => {
  const raw = rawText(cell)
  if (saysNothing(raw)) return parsed([])
  const day = cell?.kind === 'number' ? parseDay(cell).value : null
  if (day !== null) return parsed([{ name: null, year: Number(day.slice(0, 4)) }])
  const parts = normalText(raw)
    .split(/[、,;\n\r]+/)
    .filter((part) => part.trim() !== '')
  const found = parts.flatMap((part): readonly ReducedUntil[] => {
    const text = tightText(part)
    const [, name = '', year] =
      /^(.*?)[:(（至到]*((?:19|20|21)\d\d)(?:年度?|[-./年]\d{1,2}(?:[-./月]\d{1,2})?[日月]?)?(?:止|底)?[)）]?$/.exec(
        text,
      ) ?? []
    if (year !== undefined)
      return [{ name: name === '' ? null : ownerOf(name), year: Number(year) }]
    const [, none] = /^(.+?)[:(（]*(?:无|不减缴|未备案|不符合)[)）]?$/.exec(text) ?? []
    return none === undefined ? [] : [{ name: ownerOf(none), year: null }]
  })
  return found.length < parts.length ? parsed([], 'value_unknown') : parsed(found)
}

/** The part that is not to be paid; that there is one where nobody says how much. */
function reductionIn(cell: Cell | undefined): Parsed<number | 'yes' | null> {
  const text = tightText(rawText(cell))
  if (/^(否|未减缴|不减缴|未备案|不符合|无减缴|no|0%?)$/i.test(text)) return parsed(null)
  if (/^(是|有|已减缴|减缴|已备案|已费减|费减|符合|[√✓✔☑]|yes|y)$/i.test(text)) return parsed('yes')
  const [, figure = text] = /^(?:减缴|减免|费减)?([\d.]+%?)(?:减缴|减免)?$/.exec(text) ?? []
  return parseRatio(cell === undefined ? cell : { ...cell, text: figure })
}

/** The columns of who owns a right. */
export const titleFields: readonly Field[] = [
  {
    ...field(
      'titleShares',
      '权属份额 权利人份额 专利权人份额 权属比例 权利人比例 共有比例 产权份额 权利份额 各方份额 著作权份额 TitleShares SharesOfTitle OwnershipShares',
      titlesIn,
    ),
    isExtra: true,
    isOffered: true,
  },
  {
    ...pastWholeDayField(
      'titleFrom',
      '权属起始日 权属起始日期 权属起算日 共有起始日 份额起始日 TitleFrom OwnedSince',
    ),
    isExtra: true,
    isOffered: true,
  },
]

/** The columns of the reduction of the fees of a patent. */
export const reductionFields: readonly Field[] = [
  {
    ...field(
      'feeReduction',
      '减缴比例 费减比例 费用减缴比例 年费减缴比例 减免比例 费用减缴 费减 是否费减 是否减缴 FeeReduction ReductionRate',
      reductionIn,
    ),
    isExtra: true,
    isOffered: true,
  },
  {
    ...field(
      'reducedUntil',
      '减缴截止年 减缴截止年度 费减截止年 费减截止年度 减缴至 费减至 减缴有效期至 费减有效期至 ReducedUntil ReductionEnds',
      reducedUntil,
    ),
    isExtra: true,
    isOffered: true,
  },
  {
    ...pastWholeDayField(
      'reducedOn',
      '减缴备案日 减缴备案日期 费减备案日 费减备案日期 减缴批准日 费减批准日 ReductionRecordedOn',
    ),
    isExtra: true,
    isOffered: true,
  },
  {
    ...wordsField(
      'reductionBasis',
      '减缴依据 费减依据 减缴备案号 费减备案号 减缴证明 费减证明 ReductionBasis',
    ),
    isExtra: true,
    isOffered: true,
  },
]

/** Gives every owner their share, in the order of the owners where the shares have no names. */
export function settleTitles(row: Row): void {
  const held = row.values['titleShares'] as Held | undefined
  if (held === undefined) return
  const owners = ownersOf(row)
  const { unnamed, each } = held
  let titles = held.titles
  if (unnamed === 'equal') {
    const part = owners.length === 0 ? 0 : Math.floor(10_000 / owners.length)
    titles = owners.map((name) => ({ name, bp: each ?? part }))
    if (owners.length === 0) tell(row, 'titleShares', 'ratio_unreadable')
  } else if (unnamed.length > 0 && owners.length === 0 && unnamed.length === 1) {
    titles = [{ name: ownWord, bp: unnamed[0] ?? 0 }]
  } else if (unnamed.length > 0) {
    titles = owners.map((name, at) => ({ name, bp: unnamed[at] ?? 0 }))
    if (owners.length !== unnamed.length) {
      const facts = [String(unnamed.length), String(owners.length)]
      tell(row, 'titleShares', 'share_count_mismatch', { facts })
      titles = []
    }
  }
  const shares = titles.map(({ bp }) => bp)
  const isParted = unnamed === 'equal' && each === undefined
  if (shares.length > 0 && !isParted) tellSum(row, 'titleShares', shares)
  const isWhole = sumOfShares(shares) !== 'wrong' || isParted
  row.values['titleShares'] = isWhole ? madeWhole(titles) : titles
}

/** What rounding leaves of the whole goes to the first. */
function madeWhole(titles: readonly TitleShare[]): readonly TitleShare[] {
  const left = 10_000 - titles.reduce((sum, { bp }) => sum + bp, 0)
  return titles.map((one, at) => (at === 0 ? { ...one, bp: one.bp + left } : one))
}

/** Every owner that the row names, the house among them. */
function ownersOf({ table, row }: Row): readonly string[] {
  const raw = rawText(cellOf(table, row, 'owners'))
  if (saysNothing(raw)) return []
  return raw
    .split(/[、，,;；/／\n\r]+/)
    .map(ownerOf)
    .filter((owner) => owner !== '')
}
