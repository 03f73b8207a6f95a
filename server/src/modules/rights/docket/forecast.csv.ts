import { annuityKinds } from '@yizhuan/docket'
import type { Lang } from '@yizhuan/kit'
import { type Column, columnsIn } from '../../../platform/csv.ts'
import { rightKindWords } from '../right.ts'
import type { ForecastWire } from './docket.wire.ts'

/** One year of the forecast; what is late stands beside the first. */
export type ForecastLine = ForecastWire['years'][number] & { readonly lateFen: string | null }

export function forecastLines({ years, lateFen }: ForecastWire): readonly ForecastLine[] {
  return years.map((year, at) => ({ ...year, lateFen: at === 0 ? lateFen : null }))
}

/** The forecast as a sheet: a year a row, a kind a column, against the budget that was stated. */
export function forecastColumns(lang: Lang): readonly Column<ForecastLine>[] {
  const { number, money } = columnsIn<ForecastLine>(lang)
  return [
    number('年份', 'Year', ({ year }) => year),
    number('专利数', 'Patents', ({ rights }) => rights),
    ...annuityKinds.map((kind) => {
      const { zh, en } = rightKindWords[kind]
      return money(zh, en, ({ kinds }) => kinds.find((one) => one.kind === kind)?.feesFen ?? '0')
    }),
    money('按期缴纳合计', 'Fees, paid in time', ({ feesFen }) => feesFen),
    money('其中决定放弃', 'To be let go of that', ({ givenUpFen }) => givenUpFen),
    money('另有滞纳期内（今日缴纳）', 'Late besides, paid today', ({ lateFen }) => lateFen),
    money('其他官费（已知部分）', 'Other fees, as far as known', ({ others }) => others.feesFen),
    number(
      '其他官费中金额不明的项数',
      'Other fees of unknown amount',
      ({ others }) => others.unknown,
    ),
    money('年度预算', 'Budget', ({ budgetFen }) => budgetFen),
    money('已批准的批次', 'Approved batches', ({ committedFen }) => committedFen),
  ]
}
