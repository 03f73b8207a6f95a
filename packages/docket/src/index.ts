export { isOfficeKnown, readNumberAbroad, spellingsAbroad } from './abroad.ts'
export {
  type AnnuityState,
  type AnnuityYear,
  annuitiesOf,
  type LateBand,
  lateBandsOf,
  type Relief,
  surchargesOn,
} from './annuity.ts'
export { type AnnuityFacts, annuityFactsOf, type Qualified, receivedOn } from './annuity-facts.ts'
export { type Clock, clocksOf } from './clock.ts'
export { type ClockFee, clockFee } from './clock-fee.ts'
export { type Country, countries, countryWords, isForeign, kindsAbroad } from './country.ts'
export { type ClockRule, type DocketLaw, inForce, type Length } from './docket-law.ts'
export {
  type EventField,
  type EventKind,
  eventKinds,
  eventRules,
  eventsOf,
  type LegalState,
  legalStates,
  type RightFlag,
  rightFlags,
  ruleOf,
} from './event-kind.ts'
export { type ForecastYear, forecastOf } from './forecast.ts'
export { type AnnuityKind, annuityKinds, hasAnnuities, type RightKind, rightKinds } from './kind.ts'
export {
  againstOpenLicence,
  type Doubt,
  fieldWords,
  firstOf,
  flagWords,
  foldRight,
  objectionTo,
  type RightEvent,
  type RightState,
  type Span,
  stateWords,
} from './legal-state.ts'
export { annuityStateWords, type Loss, lossOf } from './loss.ts'
export { neglectOf } from './neglect.ts'
export { readCertificateNumber, readPublicationNumber, readRightNumber } from './numbers.ts'
export { ends, lastDay, yearOfTerm } from './period.ts'
export { type DocketDocuments, DocketLawProblem, readDocketLaw } from './read-docket-law.ts'
export { canRelate, type FamilyMember, type RelationKind, relationKinds } from './relation.ts'
export { expiresOn, isWithoutRenewal, type Term, termOf } from './term.ts'
