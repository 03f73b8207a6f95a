import type { Lang } from '@yizhuan/kit'
import { type Column, columnsIn } from '../../../platform/csv.ts'
import { type RightKind, rightKindWords } from '../right.ts'
import type { OtherFeeWire } from './other-fee.wire.ts'

/** The other fees as a sheet, in one language. */
export function otherFeeColumns(lang: Lang): readonly Column<OtherFeeWire>[] {
  const { text, day, money } = columnsIn<OtherFeeWire>(lang)
  return [
    text('编号', 'Number', ({ number }) => number),
    text('名称', 'Title', ({ title }) => title),
    text('类型', 'Kind', ({ kind }) => rightKindWords[kind as RightKind][lang]),
    text('科室', 'Departments', ({ departments }) => departments.join(lang === 'zh' ? '、' : '; ')),
    text('费用种类', 'Fee', ({ feeTitle }) => feeTitle[lang]),
    text('事项', 'For', ({ clockTitle }) => clockTitle[lang]),
    day('最迟缴费日', 'Payable until', ({ endsOn }) => endsOn),
    money('金额', 'Amount', ({ feeFen }) => feeFen),
    text('金额说明', 'On the amount', (one) => aboutAmount(one)[lang]),
  ]
}

const aboutAmount = ({ feeFen, feeBesides }: OtherFeeWire) => {
  if (feeFen === null) return { zh: '金额不明', en: 'Not known' }
  return feeBesides
    ? { zh: `至少：${feeBesides.zh}`, en: `At least: ${feeBesides.en}` }
    : { zh: '', en: '' }
}
