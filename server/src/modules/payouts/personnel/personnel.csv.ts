import type { Lang, Words } from '@yizhuan/kit'
import { labelOf } from '@yizhuan/law'
import type { PaymentState } from '@yizhuan/money'
import { type TreatmentName, treatments } from '@yizhuan/procedures'
import { type Column, columnsIn } from '../../../platform/csv.ts'
import type { RewardKind } from './personnel.queries.ts'
import type { ToldPersonnel } from './personnel.view.ts'

const kindWords: Readonly<Record<RewardKind, Words>> = {
  transfer: { zh: '成果转化奖励', en: 'Reward of a transfer' },
  service: { zh: '技术服务奖励', en: 'Reward of a service contract' },
  proceeds: { zh: '股权处置净收入', en: 'Proceeds of equity' },
  grant_bonus: { zh: '专利授权奖金', en: 'Bonus at grant' },
  staff_award: { zh: '转化人员奖励', en: 'Reward of transfer staff' },
}

const stateWords: Readonly<Record<PaymentState, Words>> = {
  ordered: { zh: '待付', en: 'To be paid' },
  sent: { zh: '已送银行', en: 'With the bank' },
  paid: { zh: '已付', en: 'Paid' },
  returned: { zh: '退回', en: 'Came back' },
  dropped: { zh: '撤销', en: 'Dropped' },
}

const treatmentWords: Readonly<Record<TreatmentName, Words>> = {
  countedInWages: { zh: '计入当年工资总额', en: 'Counted in the wages of the year' },
  cappedByWages: { zh: '受工资总额限制', en: 'Capped by the total wages' },
  carriedIntoBase: { zh: '计入下年基数', en: "Carried into next year's base" },
  countedInPerformancePay: { zh: '计入绩效工资总量', en: 'Counted in total performance pay' },
  cappedByPerformancePay: { zh: '受绩效工资总量限制', en: 'Capped by total performance pay' },
  inSocialInsuranceBase: { zh: '计入社保缴纳基数', en: 'In the base of social insurance' },
  taxWithheld: { zh: '已代扣个人所得税', en: 'Income tax withheld' },
}

const yesNo = (value: boolean): Words => (value ? { zh: '是', en: 'Yes' } : { zh: '否', en: 'No' })

/** The sheet for personnel: who was paid what, how finance had it treated, and by which article. */
export function personnelColumns(lang: Lang): readonly Column<ToldPersonnel>[] {
  const { text, day, money } = columnsIn<ToldPersonnel>(lang)
  return [
    text('工号', 'Staff number', ({ staffNumber }) => staffNumber),
    text('姓名', 'Name', ({ name }) => name),
    text('科室', 'Department', ({ unit }) => unit),
    text('奖励类型', 'Kind of reward', ({ kind }) => kindWords[kind][lang]),
    text('项目编号', 'Case', ({ caseNumber }) => caseNumber),
    text('项目名称', 'Title', ({ title }) => title),
    money('税前金额', 'Before tax', ({ amountFen }) => amountFen),
    money(
      '代扣个税（空白为未登记）',
      'Tax withheld (blank: not recorded)',
      ({ withheldFen }) => withheldFen,
    ),
    text('状态', 'State', ({ state }) => stateWords[state][lang]),
    day('付款日', 'Paid on', ({ paidOn }) => paidOn),
    money('退回', 'Came back', ({ backFen }) => backFen),
    day('退回日', 'Came back on', ({ backOn }) => backOn),
    ...treatments.map((name) =>
      text(
        `${treatmentWords[name].zh}（空白为未说明）`,
        `${treatmentWords[name].en} (blank: not said)`,
        ({ treatment }) => (treatment[name] === undefined ? null : yesNo(treatment[name])[lang]),
      ),
    ),
    text(
      '规定的要求及条款',
      'What the rules ask, and by which article',
      ({ asked }) =>
        asked.map((one) => askedSaid(one, lang)).join(lang === 'zh' ? '；' : '; ') || null,
    ),
    text('批次', 'Batch', ({ batch }) => batch),
    text('付款编号或凭证', 'Reference or voucher', ({ reference }) => reference),
  ]
}

function askedSaid(
  { name, value, cite, isAdvisory }: ToldPersonnel['asked'][number],
  lang: Lang,
): string {
  const article = `${cite.source} ${labelOf(cite.at)[lang]}`
  const what = treatmentWords[name][lang]
  const said = yesNo(value)[lang]
  if (lang === 'zh') return `${what}：${said}（${article}${isAdvisory ? '，征求意见稿' : ''}）`
  return `${what}: ${said} (${article}${isAdvisory ? ', a draft' : ''})`
}
