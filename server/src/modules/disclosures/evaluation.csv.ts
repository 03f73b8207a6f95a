import { dayInChina, type Lang, type Words } from '@yizhuan/kit'
import { type Column, columnsIn } from '../../platform/csv.ts'
import type { LineOf } from '../../platform/export.ts'
import type { FilterWords } from '../../platform/export-note.ts'
import { disclosureLists } from '../policies/index.ts'
import type { allEvaluations } from './evaluation.commands.ts'
import type { PriorArt } from './evaluation.ts'

type Row = LineOf<ReturnType<typeof allEvaluations>>

const relevanceWords: Readonly<Record<PriorArt['relevance'], Words>> = {
  x: { zh: 'X：单独影响新颖性', en: 'X: against novelty alone' },
  y: { zh: 'Y：结合影响创造性', en: 'Y: against inventive step, with others' },
  a: { zh: 'A：背景技术', en: 'A: background' },
}

/** How the filters of the list are called in a sheet. */
export function evaluationFilterWords(): FilterWords {
  const kinds = disclosureLists().evaluations.kinds
  return {
    achievement: { name: { zh: '成果', en: 'Achievement' } },
    kind: {
      name: { zh: '评估类型', en: 'Kind of evaluation' },
      values: Object.fromEntries(kinds.map(({ code, label }) => [code, label])),
    },
    heldFrom: { name: { zh: '评估日自', en: 'Held from' } },
    heldTo: { name: { zh: '评估日至', en: 'Held to' } },
  }
}

/** The evaluations as a sheet, in one language; a version that was corrected says so. */
export function evaluationColumns(lang: Lang): Column<Row>[] {
  const { text, day, money } = columnsIn<Row>(lang)
  const { kinds, outcomes, reasons } = disclosureLists().evaluations
  const mark = lang === 'zh' ? '；' : '; '
  const kindOf = ({ kind }: Row) => kinds.find(({ code }) => code === kind)
  return [
    text('成果编号', 'Achievement', ({ number }) => number),
    text('成果名称', 'Title', ({ title }) => title),
    text('评估类型', 'Kind', (row) => kindOf(row)?.label[lang] ?? row.kind),
    day('评估日', 'Held on', ({ heldOn }) => heldOn),
    text('评估人', 'Evaluator', ({ evaluator }) => evaluator),
    text('评分', 'Scores', (row) =>
      Object.entries(row.scores)
        .map(([code, score]) => `${kindOf(row)?.criteria[code]?.[lang] ?? code} ${score}`)
        .join(mark),
    ),
    text('结论', 'Outcome', ({ outcome }) => outcome && (outcomes[outcome]?.[lang] ?? outcome)),
    text(
      '不申请原因',
      'Why not filed',
      ({ reason }) => reason && (reasons[reason]?.[lang] ?? reason),
    ),
    money('评估价值', 'Value', ({ valueFen }) => valueFen),
    text('评估意见', 'Findings', ({ words }) => words),
    text('对比文献', 'Prior art', ({ priorArt }) =>
      priorArt
        .map(({ reference, relevance, words }) =>
          [reference, relevanceWords[relevance][lang], words].filter(Boolean).join(' '),
        )
        .join(mark),
    ),
    text('附件', 'Files', ({ files }) => files.map(({ name }) => name).join(mark)),
    day('登记日', 'Recorded', ({ madeAt }) => dayInChina(madeAt)),
    text('登记人', 'Recorded by', ({ madeName }) => madeName),
    text(
      '更正原因（本条更正前一版本）',
      'Corrects an earlier version: why',
      (row) => row.correctionReason,
    ),
    day(
      '本条被更正于',
      'Corrected on',
      ({ correctedAt }) => correctedAt && dayInChina(correctedAt),
    ),
    text('被更正原因', 'Why it was corrected', ({ correctedFor }) => correctedFor),
  ]
}
