import type { Lang } from '@yizhuan/kit'
import { type Column, columnsIn } from '../../platform/csv.ts'
import type { LineOf } from '../../platform/export.ts'
import type { allContracts } from './contract.queries.ts'
import {
  contractKindWords,
  contractStatusWords,
  exclusivityWords,
  modeWords,
  type Party,
  partyRoleWords,
  pricingWords,
  registrationWords,
} from './contract.ts'

type Row = LineOf<ReturnType<typeof allContracts>>

/** A party as one cell of a sheet says it. */
const partyText = ({ role, name, uscc, share }: Party, lang: Lang): string =>
  [partyRoleWords[role][lang], name, uscc, share].filter(Boolean).join(' ')

/** The register as a sheet, in one language. */
export function contractColumns(lang: Lang): Column<Row>[] {
  const { text, day, money, number } = columnsIn<Row>(lang)
  const list = (names: readonly string[]) => names.join(lang === 'zh' ? '、' : '; ')
  return [
    text('合同编号', 'Number', ({ number }) => number),
    text('合同名称', 'Title', ({ title }) => title),
    text('类型', 'Kind', ({ kind }) => contractKindWords[kind][lang]),
    text('合作主体', 'Counterparty', ({ counterparty }) => counterparty),
    text('统一社会信用代码', 'Credit code', ({ counterpartyUscc }) => counterpartyUscc),
    text('其他当事人', 'Other parties', ({ parties }) =>
      list(parties.map((one) => partyText(one, lang))),
    ),
    text('转化方式', 'Mode', ({ mode }) => mode && modeWords[mode][lang]),
    text(
      '许可种类',
      'Exclusivity',
      ({ exclusivity }) => exclusivity && exclusivityWords[exclusivity][lang],
    ),
    text('定价方式', 'Pricing', ({ pricing }) => pricing && pricingWords[pricing][lang]),
    money('合同金额', 'Amount', ({ amountFen }) => amountFen),
    money('首付款', 'First payment', ({ firstPaymentFen }) => firstPaymentFen),
    text('提成约定', 'Royalty', ({ royaltyText }) => royaltyText),
    money('评估价', 'Appraised', ({ appraisedFen }) => appraisedFen),
    money('已到账', 'Received', ({ receivedFen }) => receivedFen),
    day('签订日期', 'Signed', ({ signedOn }) => signedOn),
    day('期限起', 'Term from', ({ termFrom }) => termFrom),
    day('期限止', 'Term to', ({ termTo }) => termTo),
    day('公示起', 'Notice from', ({ noticeFrom }) => noticeFrom),
    day('公示止', 'Notice to', ({ noticeTo }) => noticeTo),
    text('授权内容', 'Rights granted', ({ rightsGranted }) => rightsGranted),
    text('使用领域', 'Field of use', ({ field }) => field),
    text('地域', 'Territory', ({ territory }) => territory),
    text('关键条款', 'Key terms', ({ keyTerms }) => keyTerms),
    text('决策会议', 'Decision', ({ decision }) => decision),
    text(
      '认定登记',
      'Registration',
      ({ registration }) => registration && registrationWords[registration][lang],
    ),
    text('登记编号', 'Registration number', ({ registrationNo }) => registrationNo),
    day('登记日期', 'Registered', ({ registeredOn }) => registeredOn),
    text('履行状态', 'Status', ({ status }) => status && contractStatusWords[status][lang]),
    day('终止日期', 'Terminated', ({ terminatedOn }) => terminatedOn),
    number('变更次数', 'Amendments', ({ amendments }) => amendments),
    day('最近变更日', 'Amended last', ({ lastAmendedOn }) => lastAmendedOn),
    text('负责人', 'Lead', ({ lead }) => lead),
    text('科室', 'Departments', ({ departments }) => list(departments)),
    text('涉及专利', 'Patents', ({ patentNumbers }) => list(patentNumbers)),
    text('转化项目', 'Case', ({ caseNumber }) => caseNumber),
    text('备注', 'Remark', ({ remark }) => remark),
  ]
}
