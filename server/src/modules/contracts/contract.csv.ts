import type { Lang } from '@yizhuan/kit'
import { type CsvColumn, csvOf, yuanCell } from '../../platform/csv.ts'
import type { allContracts } from './contract.queries.ts'
import {
  contractKindWords,
  contractStatusWords,
  exclusivityWords,
  modeWords,
  pricingWords,
  registrationWords,
} from './contract.ts'

type Row = Awaited<ReturnType<typeof allContracts>>[number]

/** The register as a sheet, in one language. */
export function contractsCsv(rows: readonly Row[], lang: Lang): string {
  const column = (zh: string, en: string, value: CsvColumn<Row>['value']): CsvColumn<Row> => ({
    heading: lang === 'zh' ? zh : en,
    value,
  })
  const list = (names: readonly string[]) => names.join(lang === 'zh' ? '、' : '; ')
  return csvOf(
    [
      column('合同编号', 'Number', ({ number }) => number),
      column('合同名称', 'Title', ({ title }) => title),
      column('类型', 'Kind', ({ kind }) => contractKindWords[kind][lang]),
      column('合作主体', 'Counterparty', ({ counterparty }) => counterparty),
      column('统一社会信用代码', 'Credit code', ({ counterpartyUscc }) => counterpartyUscc),
      column('转化方式', 'Mode', ({ mode }) => mode && modeWords[mode][lang]),
      column(
        '许可种类',
        'Exclusivity',
        ({ exclusivity }) => exclusivity && exclusivityWords[exclusivity][lang],
      ),
      column('定价方式', 'Pricing', ({ pricing }) => pricing && pricingWords[pricing][lang]),
      column('合同金额（元）', 'Amount (CNY)', ({ amountFen }) => yuanCell(amountFen)),
      column('首付款（元）', 'First payment (CNY)', ({ firstPaymentFen }) =>
        yuanCell(firstPaymentFen),
      ),
      column('提成约定', 'Royalty', ({ royaltyText }) => royaltyText),
      column('评估价（元）', 'Appraised (CNY)', ({ appraisedFen }) => yuanCell(appraisedFen)),
      column('已到账（元）', 'Received (CNY)', ({ receivedFen }) => yuanCell(receivedFen)),
      column('签订日期', 'Signed', ({ signedOn }) => signedOn),
      column('期限起', 'Term from', ({ termFrom }) => termFrom),
      column('期限止', 'Term to', ({ termTo }) => termTo),
      column('公示起', 'Notice from', ({ noticeFrom }) => noticeFrom),
      column('公示止', 'Notice to', ({ noticeTo }) => noticeTo),
      column('决策会议', 'Decision', ({ decision }) => decision),
      column(
        '认定登记',
        'Registration',
        ({ registration }) => registration && registrationWords[registration][lang],
      ),
      column('登记编号', 'Registration number', ({ registrationNo }) => registrationNo),
      column('登记日期', 'Registered', ({ registeredOn }) => registeredOn),
      column('履行状态', 'Status', ({ status }) => status && contractStatusWords[status][lang]),
      column('负责人', 'Lead', ({ lead }) => lead),
      column('科室', 'Departments', ({ departments }) => list(departments)),
      column('涉及专利', 'Patents', ({ patentNumbers }) => list(patentNumbers)),
      column('转化项目', 'Case', ({ caseNumber }) => caseNumber),
      column('备注', 'Remark', ({ remark }) => remark),
    ],
    rows,
  )
}
