export {
  amended,
  type Edit,
  type PackDocuments,
  subjectOf,
  type TextEdit,
  type ValueEdit,
} from './amend.ts'
export { caseTitle, chineseNames, type LawCase, loadCases } from './case-document.ts'
export { type Clause, clausesOf, clauseTable } from './clauses.ts'
export {
  type CoveredClause,
  type CoveredDocument,
  coverage,
  coveredDocuments,
  uncoveredOf,
} from './coverage.ts'
export { type LintOptions, linting, lintPack } from './lint-pack.ts'
export {
  basesOf,
  buildPacks,
  loadAssessmentForm,
  loadAssetLists,
  loadCalendars,
  loadCharts,
  loadDisclosureLists,
  loadDocketDocuments,
  loadEvidence,
  loadInstitutionLists,
  loadPack,
  loadRegistrationLists,
  loadTaxPositions,
  loadTaxTables,
  loadWorkloadLists,
  packOf,
} from './load-pack.ts'
export { checkLock, formsOf, type Lock, lockOf } from './lock.ts'
export { type MutationReport, mutate, mutating, untriedStatuses } from './mutate.ts'
export { newPack } from './new-pack.ts'
export { type PackSource, packFoldersIn, packIdOf, readPackSource } from './pack-source.ts'
export { type Problem, placeWords } from './problem.ts'
export { type CaseFailure, failuresOf, runCases } from './run-cases.ts'
export { findTexts } from './source-texts.ts'
export { nodeAt, parseReference } from './text/address.ts'
export {
  articlesOf,
  type Doubt,
  type LawNode,
  type LawText,
  type Patch,
  wordsOf,
} from './text/law-text.ts'
export { fingerprint } from './text/matching.ts'
export { parseLawText } from './text/parse-law-text.ts'
