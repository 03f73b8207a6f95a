import type { Searchable } from '../../platform/search.ts'
import { achievements } from '../achievements/index.ts'
import { cases } from '../cases/index.ts'
import { contractTexts } from '../contract-texts/index.ts'
import { contracts } from '../contracts/index.ts'
import { funds } from '../funds/index.ts'
import { holdings } from '../holdings/index.ts'
import { institutions } from '../institutions/index.ts'
import { internalRules } from '../internal-rules/index.ts'
import { outsidePatents } from '../outside-patents/index.ts'
import { people } from '../people/index.ts'
import { proceeds } from '../proceeds/index.ts'
import { projects } from '../projects/index.ts'
import { registrations } from '../registrations/index.ts'
import { rights } from '../rights/index.ts'
import { trusteeships } from '../trusteeships/index.ts'

/** Every kind of records that can be looked for. A module that has one adds its line here. */
export const searchables: readonly Searchable[] = [
  achievements,
  rights,
  outsidePatents,
  projects,
  contracts,
  registrations,
  proceeds,
  people,
  institutions,
  internalRules,
  cases,
  holdings,
  funds,
  trusteeships,
  contractTexts,
].flatMap(({ searchable = [] }) => searchable)
