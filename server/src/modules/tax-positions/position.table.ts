import type { Json } from '../../platform/tables.ts'

/** A file as evidence stands beside what it proves. */
export type FileRef = { readonly sha256: string; readonly name: string; readonly size: number }

/** What somebody answered: a flag, a day, a code or a number as the law's vocabulary writes it. */
export type Answer = boolean | string | number | null

interface TaxAnswerTable {
  institutionId: string
  contractId: string
  regime: string
  seq: number
  fact: string
  value: Json<Answer>
  words: string | null
  files: Json<readonly FileRef[]>
  madeAt: Date
  madeBy: string
  madeName: string
}

declare module '../../platform/tables.ts' {
  interface Tables {
    taxAnswer: TaxAnswerTable
  }
}
