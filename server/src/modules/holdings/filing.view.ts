import { type Day, parseRatio, type Words } from '@yizhuan/kit'
import { filingOn, labelOf } from '@yizhuan/law'
import { type ArticleRef, keyPart, type RegisteredDue } from '../../platform/dues.ts'
import type { ToldHolding } from '../cases/index.ts'
import { taxPositions, workCalendar } from '../policies/index.ts'
import { type Filing, filingsOf, isOpen, lastDayToFile } from './filing.ts'
import type { ClockWire } from './holding.wire.ts'
import type { Deferrals } from './people.dues.queries.ts'

/** A deferral that is still to be filed, with its last day. */
export interface OpenFiling {
  readonly filing: Filing
  readonly day: Day
  readonly title: Words
  readonly article: ArticleRef
}

/** How the tax on the awarded equity of a holding stands, with the last day to file it. */
export function filingsIn(told: ToldHolding, deferrals: Deferrals) {
  const choices = told.transferCase === null ? [] : (deferrals.get(told.transferCase) ?? [])
  const rule = filingOn(taxPositions(), told.formedOn)
  return { filings: filingsOf(told, choices), lastDay: lastDayToFile(told, rule, workCalendar()) }
}

/** What of the deferrals of a holding is still to be filed. */
export function openFilings(told: ToldHolding, deferrals: Deferrals): readonly OpenFiling[] {
  const rule = filingOn(taxPositions(), told.formedOn)
  const { filings, lastDay } = filingsIn(told, deferrals)
  if (!rule || lastDay === null) return []
  const [source = '', at = ''] = rule.cite.split('#')
  const article = { source, at, label: labelOf(at).zh }
  return filings
    .filter((filing) => isOpen(filing) && holdsStill(told, filing.name))
    .map((filing) => ({ filing, day: lastDay, article, title: titleOf(filing, told) }))
}

/** Whether they hold anything now; of whoever gave it up the tax is due, and nothing is deferred any more. */
function holdsStill({ periods }: ToldHolding, name: string | null): boolean {
  const holders = periods.at(-1)?.holders ?? []
  return holders.some(
    (one) =>
      one.kind === 'contributor' &&
      (name === null || one.name === name) &&
      parseRatio(one.share).n > 0n,
  )
}

function titleOf({ name, option }: Filing, { transferCase }: ToldHolding): Words {
  if (name !== null)
    return {
      zh: `向税务机关备案${name}的递延纳税，备案后在项目${transferCase}登记`,
      en: `File the deferred tax of ${name} with the tax office, then record it in case ${transferCase}`,
    }
  return option === 'undecided'
    ? {
        zh: '确定股权奖励的税收选择；选择递延纳税的，向税务机关备案并登记回执',
        en: 'Choose how the awarded equity is taxed; a deferral is filed and its receipt recorded',
      }
    : {
        zh: '向税务机关备案股权奖励的递延纳税，并登记回执',
        en: 'File the deferred tax of the awarded equity, and record the receipt',
      }
}

/** The tasks to file deferrals: what is not filed in time is not deferred. */
export function filingDues(
  of: Pick<RegisteredDue, 'record' | 'counted'>,
  told: ToldHolding,
  deferrals: Deferrals,
): readonly RegisteredDue[] {
  return openFilings(told, deferrals).map(({ filing, day, title, article }) => ({
    ...{ ...of, kind: 'deadline', day, title, article },
    key: `holding/${of.record.id}/filing/${keyPart(filing.name ?? '', day)}`,
    act: filing.name === null ? 'taxChosen' : null,
    roles: ['finance'],
  }))
}

/** The same as clocks of the page of a holding. */
export function filingClocks(told: ToldHolding, deferrals: Deferrals): readonly ClockWire[] {
  return openFilings(told, deferrals).map(({ day, title, article }) => ({
    ...{ kind: 'filing' as const, day, advisory: false },
    title: { ...title },
    article: { ...article },
  }))
}
