import type { Scenario } from '../vocabulary/scenario.ts'
import { consulting } from './consulting.ts'
import { development } from './development.ts'
import { technicalService } from './technical-service.ts'

/** The three kinds of service contract. */
export const services: readonly Scenario[] = [technicalService, consulting, development]
