import type { Lang, Words } from '@yizhuan/kit'
import { procedureById } from '@yizhuan/procedures'
import { type Column, columnsIn } from '../../platform/csv.ts'
import type { FilterWords } from '../../platform/export-note.ts'
import { modeWords, pricingWords } from '../contracts/index.ts'
import type { CaseLineWire } from './case.wire.ts'

const statusWords: Readonly<Record<CaseLineWire['status'], Words>> = {
  open: { zh: '进行中', en: 'Open' },
  suspended: { zh: '中止', en: 'Suspended' },
  closed: { zh: '已结案', en: 'Closed' },
  ended: { zh: '已终止', en: 'Ended' },
}

/** How the filters of the list are called in a sheet. */
export const caseFilterWords: FilterWords = {
  procedure: { name: { zh: '办理事项', en: 'Procedure' } },
  stage: { name: { zh: '阶段', en: 'Stage' } },
  status: { name: { zh: '状态', en: 'Status' }, values: statusWords },
  achievementId: { name: { zh: '成果', en: 'Achievement' } },
  officer: { name: { zh: '经办人', en: 'Officer' } },
}

/** The cases as a sheet, in one language. */
export function caseColumns(lang: Lang): Column<CaseLineWire>[] {
  const { text, day, money, number } = columnsIn<CaseLineWire>(lang)
  const said = (words: Readonly<Record<string, Words>>, code: string | null) =>
    code && (words[code]?.[lang] ?? code)
  return [
    text('编号', 'Number', (line) => line.number),
    text('名称', 'Title', ({ title }) => title),
    text('办理事项', 'Procedure', (line) => procedureById(line.procedure)?.label[lang]),
    text('阶段', 'Stage', (line) =>
      said(procedureById(line.procedure)?.stageWords ?? {}, line.stage),
    ),
    text('状态', 'Status', ({ status }) => statusWords[status][lang]),
    text('转化方式', 'Mode', ({ mode }) => said(modeWords, mode)),
    text('定价方式', 'Pricing', ({ pricing }) => said(pricingWords, pricing)),
    text('合作主体', 'Counterparty', ({ counterparty }) => counterparty),
    money('价款', 'Price', ({ priceFen }) => priceFen),
    money('已到账', 'Received', ({ receivedFen }) => receivedFen),
    money('已分配', 'Distributed', ({ distributedFen }) => distributedFen),
    text('经办人', 'Officer', ({ officerName }) => officerName),
    day('启动日', 'Opened', ({ openedOn }) => openedOn),
    day('最近办理日', 'Last act', ({ lastOn }) => lastOn),
    number('记录数', 'Acts', ({ seq }) => seq),
  ]
}
