import type { Scenario } from '../vocabulary/scenario.ts'
import { consulting } from './consulting.ts'
import { development } from './development.ts'
import { refunded } from './refunded.ts'
import { technicalService } from './technical-service.ts'

/** The three kinds of service contract, and one that is put right. */
export const services: readonly Scenario[] = [technicalService, consulting, development, refunded]
