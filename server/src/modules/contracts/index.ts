import './contract.table.ts'
import type { Module } from '../../platform/module.ts'
import { findAnewIn } from '../../platform/register.ts'
import { amendmentRoutes } from './amendment.routes.ts'
import { problems } from './contract.refusals.ts'
import { contractRoutes, readers } from './contract.routes.ts'
import { contractRegister } from './contract.table.ts'
import { handRoutes } from './hand.routes.ts'

export { type AmendmentOfCase, projectContractAmendment } from './amendment.projections.ts'
export { isAmendmentStanding } from './amendment.queries.ts'
export {
  amendContract,
  enterContracts,
  kindMovedTask,
  linkContracts,
  putBackContract,
  signedFileTask,
} from './contract.commands.ts'
export { contractDues } from './contract.dues.queries.ts'
export { contractEditable } from './contract.editable.ts'
export { grantsBesideContract, grantsByLedger } from './contract.grants.ts'
export {
  projectCancellation,
  projectCompletion,
  projectRegistration,
  projectSigning,
  projectTermination,
  projectUncancelled,
  projectUnregistered,
  type SignedContract,
} from './contract.projections.ts'
export {
  contractOf,
  contractsByNumber,
  contractsRegisteredAs,
  holdCertificate,
  holdNumber,
  isWithoutTerms,
} from './contract.queries.ts'
export { certificateOfAnother } from './contract.refusals.ts'
export { contractFiles, readers as contractReaders } from './contract.routes.ts'
export { contractRegister } from './contract.table.ts'
export {
  blankContract,
  type ContractFields,
  contractKindWords,
  modeWords,
  partyRoleWords,
  pricingWords,
  registrationWords,
} from './contract.ts'
export type { ContractWire } from './contract.wire.ts'
export { statusBeforeEnd } from './status.queries.ts'
export {
  holdContract,
  projectReleased,
  projectTakeover,
  typistsOf,
} from './takeover.projections.ts'

/** The register of contracts. */
export const contracts: Module = {
  name: 'contracts',
  routes: (app, context) => {
    contractRoutes(app, context)
    handRoutes(app, context)
    amendmentRoutes(app, context, { readers })
  },
  problems,
  searchable: [{ kind: 'contract', access: readers, findAnew: findAnewIn(contractRegister) }],
}
