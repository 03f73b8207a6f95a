import type { Lang } from '@yizhuan/kit'
import { type CsvColumn, csvOf } from '../../platform/csv.ts'
import { lawInForce } from '../policies/index.ts'
import { ruleStateWords, topicsIn } from './internal-rule.ts'
import type { InternalRuleLineWire } from './internal-rule.wire.ts'

/** The register as a sheet, in one language. */
export function internalRulesCsv(rows: readonly InternalRuleLineWire[], lang: Lang): string {
  type Value = CsvColumn<InternalRuleLineWire>['value']
  const column = (zh: string, en: string, value: Value) => ({
    heading: lang === 'zh' ? zh : en,
    value,
  })
  const topics = topicsIn(lawInForce())
  return csvOf(
    [
      column('主题', 'Topic', ({ topic }) => topics[topic]?.[lang] ?? topic),
      column('名称', 'Title', ({ title }) => title),
      column('文号', 'Number', ({ number }) => number),
      column('审议机构', 'Approved by', ({ approvedBy }) => approvedBy),
      column('审议日', 'Approved on', ({ approvedOn }) => approvedOn),
      column('施行日', 'In force on', ({ inForceOn }) => inForceOn),
      column('有效期至', 'Valid to', ({ validTo }) => validTo),
      column('废止日', 'Repealed on', ({ endedOn }) => endedOn),
      column('复审日', 'To be reviewed', ({ reviewDay }) => reviewDay),
      column('状态', 'State', ({ state }) => ruleStateWords[state][lang]),
      column('文件', 'File', ({ file }) => file?.name),
      column('备注', 'Remark', ({ remark }) => remark),
    ],
    rows,
  )
}
