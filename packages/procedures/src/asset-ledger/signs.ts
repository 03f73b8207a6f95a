// What the acts of the ledger tell of the tags of an achievement.
import type { z } from 'zod'
import { keyOfNumber, type Told as Sign, type Sign as SignOn } from '../asset-tags/signs.ts'
import type { ActsState } from '../procedure/acts-state.ts'
import type { assetData } from './acts.ts'

type Told<Type extends keyof typeof assetData> = z.infer<(typeof assetData)[Type]>

/** What an act of this procedure tells of the tags; undefined for acts that tell nothing. */
export function signIn({
  type,
  data,
}: {
  readonly type: string
  readonly data: unknown
}): Sign | undefined {
  const tell = Object.hasOwn(signs, type) ? signs[type as keyof typeof signs] : undefined
  return tell?.(data as never)
}

const signs = {
  rightObtained: ({ number }: Told<'rightObtained'>): Sign => ({
    what: 'right_obtained',
    of: keyOfNumber(number),
  }),
  rightLost: ({ cause, number }: Told<'rightLost'>): Sign => ({
    what: 'right_lost',
    cause,
    ...(number !== undefined && { of: keyOfNumber(number) }),
  }),
  intentionRecorded: (): Sign => ({ what: 'intended', of: 'ledger' }),
  intentionWithdrawn: (): Sign => ({ what: 'intention_withdrawn', of: 'ledger' }),
  contractSigned: ({ number }: Told<'contractSigned'>): Sign => ({
    what: 'contract_signed',
    of: keyOfNumber(number),
  }),
  contractFell: (): Sign => ({ what: 'contract_fell' }),
  stageDecided: (told: Told<'stageDecided'>): Sign => ({
    what: 'stage_decided',
    conditionsMet: conditionsMet(told),
    inseparable: told.inseparable,
    evidence: told.evidence,
  }),
  developmentEnded: ({
    assetFormed,
    reason,
    evaluation,
    approval,
  }: Told<'developmentEnded'>): Sign => ({
    what: 'development_ended',
    assetFormed,
    ...(reason !== undefined && { reason }),
    ...(evaluation !== undefined && { evaluation }),
    ...(approval !== undefined && { approval }),
  }),
} as const

/** Whether every condition of the accounting standard is met together. */
export function conditionsMet(told: Told<'stageDecided'>): boolean {
  const { feasible, intended, useful, resourced, measurable } = told
  return feasible && intended && useful && resourced && measurable
}

/** What a record tells, in its order. */
export function signsIn({ acts }: ActsState): readonly SignOn<{ readonly seq: number }>[] {
  return Object.entries(acts)
    .flatMap(([type, all]) =>
      all.flatMap(({ data, on, seq }) => {
        const told = signIn({ type, data })
        return told ? [{ ...told, on, source: { seq } }] : []
      }),
    )
    .sort((a, b) => a.source.seq - b.source.seq)
}
