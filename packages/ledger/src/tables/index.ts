import type { Table } from '../table.ts'
import { achievements } from './achievements.ts'
import { contracts, receipts, serviceContracts } from './contracts.ts'
import { costs } from './costs.ts'
import { evaluations } from './evaluations.ts'
import { internalRules, spinOffs } from './house.ts'
import { interests } from './interests.ts'
import { knowHow, layouts, trademarks, varieties } from './marks.ts'
import { people, posts, units } from './people.ts'
import { projectEntries, projects } from './projects.ts'
import { patents, preparations, software } from './rights.ts'
import { carriers, credentials } from './standing.ts'
import { stockAnswers } from './stock.ts'
import { trusteeships } from './trusteeships.ts'

/** Every table a ledger may hold. */
export const tables: readonly Table[] = [
  achievements,
  patents,
  software,
  preparations,
  trademarks,
  layouts,
  varieties,
  knowHow,
  contracts,
  receipts,
  serviceContracts,
  units,
  people,
  posts,
  projects,
  projectEntries,
  costs,
  carriers,
  credentials,
  trusteeships,
  internalRules,
  spinOffs,
  interests,
  evaluations,
  stockAnswers,
]
