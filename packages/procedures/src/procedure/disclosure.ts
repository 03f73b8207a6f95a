// The disclosure of an achievement and the record of its title, as forms ask for them and as facts.
import { add, compare, parseRatio, percent, type Ratio, ratio, ratioText } from '@yizhuan/kit'
import { z } from 'zod'
import type { Author } from './entry.ts'
import { flag, label, line, onDay, share, text } from './fields.ts'
import type { OutOfOrder } from './order.ts'
import type { CaseFacts, Fit } from './procedure.ts'

/** What stands for a text that a reader is not to know. */
export const NOT_SHOWN = '（不公开 / not shown）'

/** What is told of an achievement; what is left out is not told. */
export const disclosure = z
  .strictObject({
    type: text('成果类型', 'Type of achievement'),
    maturity: text('成果成熟度', 'Maturity'),
    stateOfTheArt: text('国内外研究现状', 'State of the art'),
    market: text('市场调研', 'Market study'),
    risks: text('风险分析', 'Risk analysis'),
    benefit: text('预期效益', 'Expected benefit'),
    need: text('转化需求', 'Transfer need'),
    onTask: flag('执行本单位任务完成', 'Made on a task of the institution'),
    withMeans: flag('主要利用本单位条件完成', "Made mainly with the institution's means"),
    byReference: flag('不属上述情形，参照办理', 'Neither; handled by reference'),
    madeOn: onDay('成果产生日', 'Day it was made'),
  })
  .partial()
export type Disclosure = z.infer<typeof disclosure>

/** Who holds which share of the title. */
export const holders = z
  .array(z.strictObject({ name: line('权利人', 'Holder'), share: share('份额', 'Share') }))
  .min(1)
  .max(50)
  .meta(label('权利人及份额', 'Holders and shares'))

/** The fact that each group of information answers. */
const groups = {
  type: 'disclosesType',
  maturity: 'disclosesMaturity',
  stateOfTheArt: 'disclosesStateOfTheArt',
  market: 'disclosesMarket',
  risks: 'disclosesRisks',
  benefit: 'disclosesBenefit',
  need: 'disclosesNeed',
} as const

/** A disclosure in the words of the law. Whose it is stays open as far as nobody said. */
export function disclosureFacts(told: Disclosure): CaseFacts {
  const { onTask, withMeans, byReference } = told
  const shown = Object.entries(groups).map(([group, fact]) => [
    fact,
    told[group as keyof typeof groups] !== undefined,
  ])
  return {
    ...Object.fromEntries(shown),
    ...(onTask !== undefined && { achievementOnTask: onTask }),
    ...(withMeans !== undefined && { achievementWithMeans: withMeans }),
    ...(byReference !== undefined && { handledByReference: byReference }),
    achievementMadeOn: told.madeOn ?? null,
  }
}

/** One question at a time of whose it is; of the groups of information those that the law waits for. */
export function disclosureFit(
  { onTask, withMeans }: { readonly onTask?: unknown; readonly withMeans?: unknown },
  missing: readonly string[] = [],
): Fit {
  const isOthers = onTask === false
  const isNeither = isOthers && withMeans === false
  const asked = Object.entries(groups).filter(([, fact]) => missing.includes(fact))
  return {
    hides: [...(isOthers ? [] : ['withMeans']), ...(isNeither ? [] : ['byReference'])],
    wants: [
      ...asked.map(([group]) => group),
      'onTask',
      'madeOn',
      ...(isOthers ? ['withMeans'] : []),
      ...(isNeither ? ['byReference'] : []),
    ],
  }
}

/** What the record says of the title. */
export interface Title {
  readonly by: Author
  readonly data: {
    readonly holders?: readonly { readonly share: string }[] | undefined
    readonly disputed: boolean
    readonly delegation?: string | undefined
    readonly reason?: string | undefined
  }
}

/** The title in the words of the law; nobody has looked where there is no record of it. */
export function titleFacts(title: Title | undefined): CaseFacts {
  const { holders, disputed, delegation, reason } = title?.data ?? {}
  return {
    titleStatus: title ? (holders ? 'registered' : 'open') : null,
    titleOpenReason: reason ?? null,
    ...(title && { titleDisputed: disputed, titleByCompany: title.by.role === 'platform_company' }),
    titleDelegated: delegation !== undefined,
    titleShareSum: holders ? ratioText(sumOf(holders)) : null,
  }
}

type Holders = NonNullable<Title['data']['holders']>

function sumOf(holders: Holders): Ratio {
  return holders.map(({ share }) => parseRatio(share)).reduce(add, ratio(0))
}

/** Holders of one right: together they have no more than the whole. */
export function wrongHolders(holders: Holders): OutOfOrder | undefined {
  const sum = sumOf(holders)
  return compare(sum, ratio(1)) > 0 ? moreThanWhole(percent(sum)) : undefined
}

const moreThanWhole = (told: string): OutOfOrder => ({
  code: 'shares-over-whole',
  detail: {
    zh: `各权利人份额合计${told}，超过100%；请核对。`,
    en: `The shares of the holders add up to ${told}, more than 100%; compare them.`,
  },
})
