import { dayInChina, type Lang, type Words } from '@yizhuan/kit'
import { type Column, columnsIn } from '../../platform/csv.ts'
import type { LineOf } from '../../platform/export.ts'
import type { allEvents } from './registration.queries.ts'
import type { Step } from './registration.ts'

type Row = LineOf<ReturnType<typeof allEvents>>

const stepWords: Readonly<Record<Step, Words>> = {
  submitted: { zh: '提交登记表', en: 'Form handed in' },
  text_received: { zh: '登记机构收到合同文本', en: 'Text of the contract received' },
  review_begun: { zh: '开始审查', en: 'Review begun' },
  returned: { zh: '退回修改', en: 'Returned' },
  registered: { zh: '准予登记', en: 'Registered' },
  refused: { zh: '不予登记', en: 'Refused' },
  not_technology: { zh: '认定为非技术合同', en: 'Found to be no technology contract' },
  changed: { zh: '变更登记', en: 'Registration changed' },
  terminated: { zh: '注销登记', en: 'Registration cancelled' },
  revoked: { zh: '撤销登记', en: 'Registration revoked' },
  corrected: { zh: '更正误登', en: 'Mistaken entry corrected' },
}

/** What befell the attempts as a sheet, in one language. */
export function eventColumns(lang: Lang): Column<Row>[] {
  const { text, day, number } = columnsIn<Row>(lang)
  return [
    text('合同编号', 'Contract', ({ contractNumber }) => contractNumber),
    text('项目名称', 'Title', ({ title }) => title),
    number('申请次数', 'Attempt', ({ attempt }) => attempt),
    day('日期', 'Day', ({ onDay }) => onDay),
    text('办理', 'What', ({ step }) => stepWords[step][lang]),
    text('说明', 'Words', ({ words }) => words),
    text('材料', 'Files', ({ files }) =>
      files.map(({ name }) => name).join(lang === 'zh' ? '、' : '; '),
    ),
    number('项目记录', 'Act of the case', ({ actSeq }) => actSeq),
    text('登记人', 'Recorded by', ({ madeName }) => madeName),
    day('登记日', 'Recorded on', ({ madeAt }) => dayInChina(madeAt)),
  ]
}
