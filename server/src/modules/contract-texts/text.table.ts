import type { Json } from '../../platform/tables.ts'
import type { Facts } from './deal-facts.ts'
import type { Inputs, Part } from './text.ts'

interface ContractTextTable {
  institutionId: string
  id: string
  caseId: string | null
  contractId: string | null
  type: string
  title: string
  templateId: string
  newest: number
  madeAt: Date
  madeBy: string
  madeName: string
}

interface ContractTextVersionTable {
  institutionId: string
  textId: string
  version: number
  templateVersion: number
  title: string
  parts: Json<readonly Part[]>
  inputs: Json<Inputs>
  facts: Json<Facts>
  note: string | null
  madeAt: Date
  madeBy: string
  madeName: string
}

interface ContractTextNamingTable {
  institutionId: string
  textId: string
  seq: number
  version: number | null
  paperId: string | null
  recordFileId: string | null
  reason: string | null
  namedAt: Date
  namedBy: string
  namedName: string
}

declare module '../../platform/tables.ts' {
  interface Tables {
    contractText: ContractTextTable
    contractTextVersion: ContractTextVersionTable
    contractTextNaming: ContractTextNamingTable
  }
}

/** The chain of a contract text. */
export const chainOfText = (id: string): string => `contractText/${id}`
