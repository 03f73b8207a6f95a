import type { Lang } from '@yizhuan/kit'
import { type Column, columnsIn } from '../../platform/csv.ts'
import { lawInForce } from '../policies/index.ts'
import { ruleStateWords, topicsIn } from './internal-rule.ts'
import type { InternalRuleLineWire } from './internal-rule.wire.ts'

/** The register as a sheet, in one language. */
export function internalRuleColumns(lang: Lang): Column<InternalRuleLineWire>[] {
  const { text, day } = columnsIn<InternalRuleLineWire>(lang)
  const topics = topicsIn(lawInForce())
  return [
    text('主题', 'Topic', ({ topic }) => topics[topic]?.[lang] ?? topic),
    text('名称', 'Title', ({ title }) => title),
    text('文号', 'Number', ({ number }) => number),
    text('审议机构', 'Approved by', ({ approvedBy }) => approvedBy),
    day('审议日', 'Approved on', ({ approvedOn }) => approvedOn),
    day('施行日', 'In force on', ({ inForceOn }) => inForceOn),
    day('有效期至', 'Valid to', ({ validTo }) => validTo),
    day('废止日', 'Repealed on', ({ endedOn }) => endedOn),
    day('复审日', 'Review by', ({ reviewDay }) => reviewDay),
    text('状态', 'State', ({ state }) => ruleStateWords[state][lang]),
    text('文件', 'File', ({ file }) => file?.name),
    text('备注', 'Remark', ({ remark }) => remark),
  ]
}
