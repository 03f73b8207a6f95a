import { accept, type Outcome, refuse } from '@yizhuan/kit'
import type { DisclosureLists } from '@yizhuan/law'

/** An evaluation as it is told. */
export interface Evaluation {
  readonly kind: string
  readonly heldOn: string
  /** The agency or the people who evaluated. */
  readonly evaluator: string
  /** From 0 to 5 by criterion; what was not looked at is not there. */
  readonly scores: Readonly<Record<string, number>>
  /** What came of a review before filing. */
  readonly outcome: string | null
  /** Why nothing is filed. */
  readonly reason: string | null
  readonly words: string | null
  readonly valueFen: string | null
}

/** A document that it was held against, and what it takes away. */
export interface PriorArt {
  /** A number of a publication, or a citation. */
  readonly reference: string
  readonly relevance: (typeof relevances)[number]
  readonly words: string | null
}

/** Against novelty alone, against inventive step with others, or background: as search reports mark them. */
export const relevances = ['x', 'y', 'a'] as const

/** Why an evaluation is not taken. */
export interface EvaluationRefusals {
  'unknown-evaluation': { readonly known: string }
  'evaluated-in-future': { readonly today: string }
  'unknown-criterion': { readonly code: string; readonly known: string }
  'outcome-missing': { readonly known: string }
  'outcome-unasked': Record<string, never>
  'reason-missing': { readonly known: string }
  'reason-unasked': Record<string, never>
  'reason-without-words': Record<string, never>
  'evaluation-without-file': Record<string, never>
  'no-such-evaluation': Record<string, never>
  'evaluation-corrected': { readonly by: string }
}

/** The review whose outcome decides whether a patent is filed. */
export const preFiling = 'pre_filing'
export const notFiled = 'not_file'

/** Whether an evaluation is complete: criteria of its kind, its paper, and for a no its reason. */
export function decideEvaluation(
  told: Evaluation,
  files: number,
  { kinds, outcomes, reasons }: DisclosureLists['evaluations'],
  today: string,
): Outcome<true, EvaluationRefusals> {
  const kind = kinds.find(({ code }) => code === told.kind)
  const list = (codes: object) => Object.keys(codes).join(', ')
  if (!kind)
    return refuse('unknown-evaluation', { known: kinds.map(({ code }) => code).join(', ') })
  if (told.heldOn > today) return refuse('evaluated-in-future', { today })
  const strange = Object.keys(told.scores).find((code) => !Object.hasOwn(kind.criteria, code))
  if (strange) return refuse('unknown-criterion', { code: strange, known: list(kind.criteria) })
  if (told.kind !== preFiling && told.outcome !== null) return refuse('outcome-unasked', {})
  if (told.kind === preFiling && !Object.hasOwn(outcomes, told.outcome ?? '')) {
    return refuse('outcome-missing', { known: list(outcomes) })
  }
  if (told.outcome !== notFiled && told.reason !== null) return refuse('reason-unasked', {})
  if (told.outcome === notFiled && !Object.hasOwn(reasons, told.reason ?? '')) {
    return refuse('reason-missing', { known: list(reasons) })
  }
  if (told.reason === 'other' && told.words === null) return refuse('reason-without-words', {})
  return files === 0 ? refuse('evaluation-without-file', {}) : accept(true)
}

/** Of several versions those that stand: no other corrects them. */
export function standing<One extends { readonly id: string; readonly corrects: string | null }>(
  versions: readonly One[],
): One[] {
  const corrected = new Set(versions.map(({ corrects }) => corrects))
  return versions.filter(({ id }) => !corrected.has(id))
}

/** Whether the last review before filing says that nothing is filed. */
export function isLeftUnfiled(
  evaluations: readonly Pick<Evaluation, 'kind' | 'outcome'>[],
): boolean {
  return evaluations.findLast(({ kind }) => kind === preFiling)?.outcome === notFiled
}
