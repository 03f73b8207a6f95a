import type { Lang } from '@yizhuan/kit'
import { type Column, columnsIn } from '../../../platform/csv.ts'
import type { DelegationsWire } from './delegation.wire.ts'

type Line = DelegationsWire['items'][number]

const tasks: Readonly<Record<Line['task'], { zh: string; en: string }>> = {
  title: { zh: '权属登记', en: 'Registering title' },
  negotiation: { zh: '谈判', en: 'Negotiating' },
  registration: { zh: '合同认定登记', en: 'Registering contracts' },
  signing: { zh: '签署合同', en: 'Signing' },
}

/** Letters of delegation as a sheet. */
export function delegationColumns(lang: Lang): Column<Line>[] {
  const { text, day } = columnsIn<Line>(lang)
  const yes = (is: boolean) => (is ? (lang === 'zh' ? '是' : 'yes') : null)
  return [
    text('受托方', 'Delegate', ({ delegate }) => delegate),
    text('公司', 'A company', ({ isCompany }) => yes(isCompany)),
    text('事项', 'Task', ({ task }) => tasks[task][lang]),
    text('委托书编号', 'Letter', ({ letterNumber }) => letterNumber),
    text('附件', 'File', ({ letter }) => letter.name),
    text('附件摘要', 'Digest of the file', ({ letter }) => letter.sha256),
    text('限于一个项目', 'For one case only', ({ caseId }) => yes(caseId !== null)),
    day('自', 'From', ({ from }) => from),
    day('至', 'Until', ({ until }) => until),
    day('撤回日', 'Withdrawn on', ({ withdrawnOn }) => withdrawnOn),
    text('现在有效', 'Holds now', ({ holds }) => yes(holds)),
  ]
}
