import './registration.table.ts'
import type { Module } from '../../platform/module.ts'
import { findAnewIn } from '../../platform/register.ts'
import { readers } from './registration.access.ts'
import { problems } from './registration.refusals.ts'
import { registrationRoutes } from './registration.routes.ts'
import { registrationRegister } from './registration.table.ts'
import { verificationRoutes } from './verification.routes.ts'

export {
  type ActOfRegistration,
  holdRegistration,
  projectAmendment,
  projectOutcome,
  projectTakenBack,
  whyEntryStays,
} from './outcome.projections.ts'
export { amendForm, formIn, startRegistration, takeStep } from './registration.commands.ts'
export { registrationDues } from './registration.dues.queries.ts'
export { registrationPapers } from './registration.printable.ts'
export { amountOnForm } from './registration.queries.ts'
export {
  type RegistrationRefusals,
  toProblem as toRegistrationProblem,
} from './registration.refusals.ts'
export { drawVerification, verifyIncome } from './verification.commands.ts'

/** The registration of technology contracts, and the income of them that registrars verify. */
export const registrations: Module = {
  name: 'registrations',
  problems,
  searchable: [
    { kind: 'registration', access: readers, findAnew: findAnewIn(registrationRegister) },
  ],
  routes: (app, context) => {
    registrationRoutes(app, context)
    verificationRoutes(app, context)
  },
}
