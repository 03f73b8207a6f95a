// An exported record, folded and judged again: the same on the command line and over HTTP.
import { type Day, InputError } from '@yizhuan/kit'
import {
  assessCase,
  type CaseRecord,
  type ChainCheck,
  type CommonState,
  caseAssessmentToJson,
  type DecideContext,
  type Entry,
  nextActs,
  procedureOf,
  type RefusedAct,
  refusedActs,
  replay,
  type Stage,
  verifyChain,
} from '@yizhuan/procedures'
import { type CheckpointCheck, checkAgainst, type InclusionProofWire } from '../evidence/index.ts'

/** What a record says. */
export interface Replayed {
  readonly state: CommonState & { readonly stages: readonly Stage[] }
  readonly assessment: Record<string, unknown>
  readonly next: { readonly type: string; readonly can: string; readonly missing: string[] }[]
  /** Acts that would have been refused on the day they were recorded, with the reason. */
  readonly refused: RefusedAct[]
  readonly chain: ChainCheck
  readonly checkpoint?: CheckpointCheck
}

/**
 * What a record says as of a day: what happened up to then, and what the law says of it. The chain
 * is checked whole, and held against a checkpoint when there is one.
 *
 * @throws {InputError} when nothing had happened by that day.
 */
export function replayRecord(
  { entries }: CaseRecord,
  ground: Omit<DecideContext, 'today'>,
  asOf: Day,
  proof?: InclusionProofWire,
): Replayed {
  const procedure = procedureOf(entries)
  const state = replay(
    procedure,
    entries.filter(({ on }) => on <= asOf),
  )
  if (!state) throw nothingBy(asOf)
  return {
    state: { ...state, stages: procedure.stages(state) },
    assessment: caseAssessmentToJson(assessCase(procedure, ground, state, asOf)),
    next: nextActs(procedure, { ...ground, today: asOf }, state).map(({ type, can, missing }) => ({
      type,
      can,
      missing: [...missing],
    })),
    refused: [...refusedActs(procedure, ground, entries)],
    chain: verifyChain(entries),
    ...(proof && { checkpoint: checkAgainst(chainIn(entries), proof) }),
  }
}

function chainIn(entries: readonly Entry[]) {
  return { chain: `case/${entries[0]?.case}`, hashes: entries.map(({ hash }) => hash) }
}

function nothingBy(asOf: Day): InputError {
  return new InputError('asOf', 'after-first-act', {
    zh: `截至 ${asOf}，记录中还没有任何行为`,
    en: `the record holds no act up to ${asOf}`,
  })
}
