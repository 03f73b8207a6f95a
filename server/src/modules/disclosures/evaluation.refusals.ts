import type { Refusal } from '@yizhuan/kit'
import { badField, type Problem } from '../../platform/problem.ts'
import type { EvaluationRefusals } from './evaluation.ts'

type Own = EvaluationRefusals & { 'file-not-stored': { readonly name: string } }

/** Whether a no is about the evaluation itself, and not about the record it belongs to. */
export function isOfEvaluation<Other>(refusal: Refusal<Own> | Other): refusal is Refusal<Own> {
  return Object.hasOwn(fields, (refusal as Refusal<Own>).code)
}

const fields: Readonly<Record<keyof Own, string>> = {
  'unknown-evaluation': '#/kind',
  'evaluated-in-future': '#/heldOn',
  'unknown-criterion': '#/scores',
  'outcome-missing': '#/outcome',
  'outcome-unasked': '#/outcome',
  'reason-missing': '#/reason',
  'reason-unasked': '#/reason',
  'reason-without-words': '#/words',
  'evaluation-without-file': '#/files',
  'file-not-stored': '#/files',
  'no-such-evaluation': '#/correction',
  'evaluation-corrected': '#/correction',
}

/** What a person reads for every no to an evaluation. */
export function evaluationProblem(refusal: Refusal<Own>): Problem {
  const { zh, en } = sentenceOf(refusal)
  return badField(fields[refusal.code], refusal.code, { zh, en })
}

function sentenceOf(refusal: Refusal<Own>) {
  switch (refusal.code) {
    case 'unknown-evaluation':
      return {
        zh: `没有这种评估；可选：${refusal.facts.known}。`,
        en: `There is no such evaluation; there are: ${refusal.facts.known}.`,
      }
    case 'evaluated-in-future':
      return {
        zh: `评估日不得晚于今天（${refusal.facts.today}）。`,
        en: `It may not lie after today (${refusal.facts.today}).`,
      }
    case 'unknown-criterion':
      return {
        zh: `这种评估没有指标“${refusal.facts.code}”；可选：${refusal.facts.known}。`,
        en: `It has no criterion “${refusal.facts.code}”; there are: ${refusal.facts.known}.`,
      }
    case 'outcome-missing':
      return { zh: '申请前评估须写明结论。', en: 'A review before filing needs its outcome.' }
    case 'outcome-unasked':
      return { zh: '只有申请前评估有结论。', en: 'Only a review before filing has an outcome.' }
    case 'reason-missing':
      return { zh: '不申请的，请选择原因。', en: 'Say why nothing is filed.' }
    case 'reason-unasked':
      return { zh: '只有“不申请”才填原因。', en: 'A reason belongs to not filing only.' }
    case 'reason-without-words':
      return { zh: '原因选“其他”的，请写明。', en: 'Say which other reason it is.' }
    case 'evaluation-without-file':
      return { zh: '请上传评估报告或意见。', en: 'Add the report or opinion.' }
    case 'no-such-evaluation':
      return {
        zh: '这项成果没有要更正的这次评估，请刷新后重选。',
        en: 'This achievement has no such evaluation to correct; load the page anew.',
      }
    case 'evaluation-corrected':
      return {
        zh: `这次评估已由${refusal.facts.by}更正；请更正现行版本。`,
        en: `${refusal.facts.by} has corrected it already; correct the version that stands now.`,
      }
    case 'file-not-stored':
      return {
        zh: `文件“${refusal.facts.name}”尚未上传，请重新添加。`,
        en: `The file "${refusal.facts.name}" has not been stored; add it again.`,
      }
  }
}
