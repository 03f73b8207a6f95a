import { lifecycles } from './lifecycles/index.ts'
import { services } from './services/index.ts'
import { transfers } from './transfer/index.ts'
import type { Scenario } from './vocabulary/scenario.ts'

/** All scenarios, in the order in which docs/scenarios.md tells them. */
export const scenarios: readonly Scenario[] = [...transfers, ...services, ...lifecycles]
