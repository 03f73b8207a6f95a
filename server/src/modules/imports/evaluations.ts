import type { Outcome, Words } from '@yizhuan/kit'
import type { EvaluationRecord, RecordMarks } from '@yizhuan/ledger'
import type { Clock } from '../../platform/clock.ts'
import type { Tx } from '../../platform/database.ts'
import { achievementsByNumber } from '../achievements/index.ts'
import { checkedEvaluation, evaluate, evaluationNo, evaluationsOf } from '../disclosures/index.ts'
import { disclosureLists } from '../policies/index.ts'
import { type KnownPeople, keyIn } from './known-people.ts'
import { type Settling, saidBy, settleEach, writeEach } from './one-by-one.ts'
import type { Candidate } from './plan.ts'
import type { Staged, StagedDraft } from './staged.queries.ts'
import { takenIn } from './taken-in.ts'
import type { Outlay } from './write.ts'
import type { Done } from './write-people.ts'

// Evaluations of achievements. One is never changed: what was wrong of it is corrected on the page of the
// achievement by a version that says why. Its report hangs on the achievement before, and is named by its file.

/** An evaluation as a ledger tells of it. */
export interface EvaluationFields
  extends Omit<EvaluationRecord, keyof RecordMarks | 'evalValueFen'> {
  readonly evalValueFen: string | null
}

export interface EvaluationEntry {
  readonly to: 'evaluation'
  readonly number: string | null
  readonly fields: EvaluationFields
}

export function toEvaluation(record: EvaluationRecord): EvaluationEntry {
  const { evalAchievement, evalKind, evalDay, evaluator, evalScores } = record
  const { evalOutcome, evalReason, evalWords, evalFile } = record
  const value = record.evalValueFen
  const fields = {
    ...{ evalAchievement, evalKind, evalDay, evaluator },
    evalScores: evalScores.toSorted((one, other) => (one.name < other.name ? -1 : 1)),
    ...{ evalOutcome, evalReason, evalWords, evalFile },
    evalValueFen: value === null ? null : String(value),
  }
  return { to: 'evaluation', number: keyOf(fields), fields }
}

type Keyed = Pick<EvaluationFields, 'evalAchievement' | 'evalKind' | 'evalDay' | 'evaluator'>

function keyOf({ evalAchievement, evalKind, evalDay, evaluator }: Keyed): string | null {
  const parts = [evalAchievement, evalKind, evalDay, evaluator]
  return parts.includes(null) ? null : parts.join('|')
}

/** The evaluations that stand of the achievements that rows name, as rows would tell of them. */
export async function knownEvaluations(
  tx: Tx,
  institution: string,
  candidates: readonly Candidate[],
): Promise<KnownPeople> {
  const numbers = candidates.flatMap(({ entry }) =>
    entry.to === 'evaluation' ? (entry.fields.evalAchievement ?? []) : [],
  )
  if (numbers.length === 0) return new Map()
  const achievements = await achievementsByNumber(tx, institution, [...new Set(numbers)])
  const byId = new Map(achievements.map(({ id, number }) => [id, number]))
  const stored = await evaluationsOf(tx, institution, [...byId.keys()])
  return new Map(
    stored.map(({ id, achievementId, kind, scores, files, ...told }) => {
      const fields: EvaluationFields = {
        ...{ evalAchievement: byId.get(achievementId) ?? null, evalKind: kind },
        ...{ evalDay: told.heldOn, evaluator: told.evaluator },
        evalScores: namedScores(kind, scores),
        ...{ evalOutcome: told.outcome, evalReason: told.reason, evalWords: told.words },
        ...{ evalFile: files[0]?.name ?? null, evalValueFen: told.valueFen },
      }
      return [keyIn('evaluation', keyOf(fields) ?? ''), { id, fields: { ...fields } }] as const
    }),
  )
}

const criteriaOf = (kind: string) =>
  disclosureLists().evaluations.kinds.find(({ code }) => code === kind)?.criteria ?? {}

function namedScores(kind: string, scores: Readonly<Record<string, number>>) {
  const criteria = criteriaOf(kind)
  return Object.entries(scores)
    .map(([code, points]) => ({ name: criteria[code]?.zh ?? code, points }))
    .sort((one, other) => (one.name < other.name ? -1 : 1))
}

/** Keeps evaluations out that their register would refuse, or that say something else of one that stands. */
export const settleEvaluations: Settling = (draft, clock) =>
  settleEach(draft, 'evaluations', 'evaluation', (row) => againstRow(draft, clock, row))

async function againstRow(
  draft: StagedDraft,
  clock: Clock,
  row: Staged,
): Promise<Words | undefined> {
  if (row.state === 'changed') return otherwise
  const whole = await wholeOf(draft, row)
  if (whole.kind === 'refused') return whole.refusal.facts
  const { achievement, told } = whole.value
  const no = await checkedEvaluation(draft.tx, clock, draft.institution, achievement, told)
  return no && saidBy(evaluationNo(no))
}

/** Enters the evaluations of a draft, each told in the history of its achievement. */
export function writeEvaluations(draft: StagedDraft, outlay: Outlay): Promise<Done> {
  const { clock, by } = outlay
  return writeEach(draft, outlay, 'evaluation', async (row, source) => {
    const whole = await wholeOf(draft, row)
    if (whole.kind === 'refused') throw new TypeError('An evaluation was planned of nothing.')
    const { achievement, told } = whole.value
    const outcome = await evaluate(draft.tx, clock, by, achievement, told, {
      ...{ id: row.newId, source },
    })
    takenIn(outcome, evaluationNo, row)
  })
}

/** A row in the words of the register, or the first thing it names that is not there. */
async function wholeOf(
  { tx, institution }: StagedDraft,
  { entry }: Staged,
): Promise<Outcome<{ achievement: string; told: Told }, { 'not-there': Words }>> {
  if (entry.to !== 'evaluation') throw new TypeError('An evaluation was asked for.')
  const { fields } = entry
  const number = fields.evalAchievement ?? ''
  const [achievement] = await achievementsByNumber(tx, institution, [number])
  if (!achievement) return missing(noAchievement(number))
  const file = achievement.files.find(({ name }) => name === fields.evalFile)
  if (!file) return missing(noFile(number, fields.evalFile ?? ''))
  const criteria = Object.entries(criteriaOf(fields.evalKind ?? ''))
  const scores: Record<string, number> = {}
  for (const { name, points } of fields.evalScores) {
    const found = criteria.find(([code, { zh, en }]) => [code, zh, en].includes(name))
    if (!found) return missing(noCriterion(name, criteria.map(([, { zh }]) => zh).join('、')))
    if (found[0] in scores) return missing(scoredTwice(name))
    scores[found[0]] = points
  }
  const told = {
    ...{ kind: fields.evalKind ?? '', heldOn: fields.evalDay ?? '' },
    ...{ evaluator: fields.evaluator ?? '', scores, outcome: fields.evalOutcome },
    ...{ reason: fields.evalReason, words: fields.evalWords, valueFen: fields.evalValueFen },
    ...{ files: [{ ...file }], priorArt: [], correction: null },
  }
  return { kind: 'accepted', value: { achievement: achievement.id, told } }
}

/** Two figures of one thing: which is meant nobody knows. */
export const scoredTwice = (name: string): Words => ({
  zh: `“${name}”写了两遍；请只留一个分数`,
  en: `"${name}" stands twice; leave one figure of it`,
})

type Told = Parameters<typeof evaluate>[4]

const missing = (facts: Words) =>
  ({ kind: 'refused', refusal: { code: 'not-there', facts } }) as const

const noAchievement = (number: string): Words => ({
  zh: `成果 ${number} 尚未登记；请先登记成果，再导入评估`,
  en: `achievement ${number} is not registered; enter it first, then import its evaluations`,
})

const noFile = (number: string, name: string): Words => ({
  zh: `成果 ${number} 的材料中没有文件“${name}”；请先在成果页上传评估报告，文件名须一致`,
  en: `achievement ${number} has no file "${name}"; add the report on its page first, under this very name`,
})

const noCriterion = (name: string, known: string): Words => ({
  zh: `这种评估没有指标“${name}”；可填：${known}`,
  en: `this kind of evaluation has no criterion "${name}"; it has: ${known}`,
})

const otherwise: Words = {
  zh: '同一成果、类型、日期和评估方的评估已登记而内容不同；请在成果页更正，并写明理由',
  en: 'an evaluation of this achievement, kind, day and evaluator is registered with other content; correct it on the page of the achievement, and say why',
}

/** What an evaluation always has, with the words for one without it. */
export function missingInEvaluation({
  fields,
}: EvaluationEntry): readonly [zh: string, en: string] | undefined {
  if (!fields.evalAchievement) return ['成果编号', 'achievement']
  if (!fields.evalKind) return ['评估类型', 'kind']
  if (!fields.evalDay) return ['评估日期（须到日）', 'day, given to the day']
  if (!fields.evaluator) return ['评估机构或人员', 'evaluator']
  return fields.evalFile ? undefined : ['评估报告文件名', 'name of the report']
}
