import type { Lang } from '@yizhuan/kit'
import { type Column, columnsIn } from '../../platform/csv.ts'
import { claimOutcomeWords } from './claim.ts'
import { decisionWords } from './decision.ts'
import type { FindingRow } from './finding.queries.ts'

const surenessWords = {
  likely: { zh: '较可能', en: 'likely' },
  possible: { zh: '可能', en: 'possible' },
} as const

/** How far the claim on a patent is, as lists say it. */
export const claimWords = {
  none: { zh: '未主张', en: 'None' },
  under_way: { zh: '主张中', en: 'Under way' },
  ended: { zh: '已了结', en: 'Ended' },
} as const

/** The findings as a sheet, in one language. */
export function findingColumns(lang: Lang): Column<FindingRow>[] {
  const { text, day } = columnsIn<FindingRow>(lang)
  const list = (names: readonly string[]) => names.join(lang === 'zh' ? '、' : '; ')
  return [
    text('申请号', 'Number', ({ number }) => number),
    text('专利名称', 'Title', ({ title }) => title),
    day('申请日', 'Filed', ({ filedOn }) => filedOn),
    text('申请人（专利权人）', 'Applicants', ({ applicants }) => list(applicants)),
    text('发明人', 'Inventors', ({ inventors }) => list(inventors)),
    text('疑似本单位人员', 'Staff who may be meant', ({ matches }) =>
      list(matches.map(({ name, sureness }) => `${name} (${surenessWords[sureness][lang]})`)),
    ),
    text('结论', 'Decision', ({ decision }) => decision && decisionWords[decision][lang]),
    day('主张期限', 'To be claimed by', ({ dueOn }) => dueOn),
    text('主张进展', 'Claim', ({ claim }) => claimWords[claim][lang]),
    text(
      '主张结果',
      'How the claim ended',
      ({ claimOutcome }) => claimOutcome && claimOutcomeWords[claimOutcome][lang],
    ),
  ]
}
