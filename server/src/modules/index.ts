import type { Module } from '../platform/module.ts'
import { achievements } from './achievements/index.ts'
import { archives } from './archives/index.ts'
import { assets } from './assets/index.ts'
import { calendar } from './calendar/index.ts'
import { cases } from './cases/index.ts'
import { closing } from './closing/index.ts'
import { comments } from './comments/index.ts'
import { contractTexts } from './contract-texts/index.ts'
import { contracts } from './contracts/index.ts'
import { disclosures } from './disclosures/index.ts'
import { distributionRules } from './distribution-rules/index.ts'
import { drafts } from './drafts/index.ts'
import { edits } from './edits/index.ts'
import { evidence } from './evidence/index.ts'
import { feeReceipts } from './fee-receipts/index.ts'
import { funds } from './funds/index.ts'
import { holdings } from './holdings/index.ts'
import { imports } from './imports/index.ts'
import { institutions } from './institutions/index.ts'
import { interests } from './interests/index.ts'
import { internalRules } from './internal-rules/index.ts'
import { journal } from './journal/index.ts'
import { letters } from './letters/index.ts'
import { notifications } from './notifications/index.ts'
import { obligations } from './obligations/index.ts'
import { operations } from './operations/index.ts'
import { outsidePatents } from './outside-patents/index.ts'
import { papers } from './papers/index.ts'
import { payouts } from './payouts/index.ts'
import { people } from './people/index.ts'
import { policies } from './policies/index.ts'
import { portal } from './portal/index.ts'
import { proceeds } from './proceeds/index.ts'
import { projects } from './projects/index.ts'
import { receivables } from './receivables/index.ts'
import { reconciliation } from './reconciliation/index.ts'
import { registrations } from './registrations/index.ts'
import { rights } from './rights/index.ts'
import { search } from './search/index.ts'
import { serviceContracts } from './service-contracts/index.ts'
import { signatures } from './signatures/index.ts'
import { stocktaking } from './stocktaking/index.ts'
import { taxPositions } from './tax-positions/index.ts'
import { trusteeships } from './trusteeships/index.ts'
import { vat } from './vat/index.ts'
import { views } from './views/index.ts'
import { withheldTaxes } from './withheld-taxes/index.ts'
import { workbench } from './workbench/index.ts'
import { works } from './works/index.ts'

/** All modules, in the order work flows; imports between them point to earlier ones. */
export const modules: readonly Module[] = [
  evidence,
  institutions,
  people,
  drafts,
  policies,
  internalRules,
  distributionRules,
  achievements,
  journal,
  rights,
  projects,
  contracts,
  obligations,
  proceeds,
  receivables,
  registrations,
  cases,
  signatures,
  taxPositions,
  payouts,
  holdings,
  funds,
  assets,
  disclosures,
  interests,
  serviceContracts,
  works,
  stocktaking,
  trusteeships,
  imports,
  feeReceipts,
  withheldTaxes,
  vat,
  outsidePatents,
  reconciliation,
  closing,
  comments,
  letters,
  calendar,
  papers,
  contractTexts,
  notifications,
  portal,
  workbench,
  views,
  edits,
  search,
  operations,
  archives,
]
