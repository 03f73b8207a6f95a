import type { FieldError } from '../../platform/problem.ts'
import type { Entry } from './procedure.ts'

// What those are asked who look something up for an act before it is judged, and what they answer.

export type Data = Readonly<Record<string, unknown>>

/** An act that is to be recorded in a case. */
export interface Asked {
  readonly institution: string
  readonly data: Data
  readonly on: string
  readonly past: readonly Entry[]
  /** Whether payment orders say so, or another holder of the case. */
  readonly isByHolder?: boolean
}

/** The data of the act with what was found, or why it cannot be recorded so. */
export type Answer = { readonly data: Data } | { readonly errors: readonly FieldError[] }

/** Whether somebody told whole fen; what is not told as it must be is refused with the rest of the form. */
export const isFen = (told: unknown): told is string =>
  typeof told === 'string' && /^\d{1,18}$/.test(told)

/** Why an act cannot be recorded so, at a field of it. */
export const noOf = (field: string, rule: string, zh: string, en: string): Answer => ({
  errors: [{ pointer: `#/data/${field}`, rule, detail: { zh, en } }],
})
