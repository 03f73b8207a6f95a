import { queryOptions } from '@tanstack/react-query'
import type {
  DistributionRulesWire,
  EndDistributionRuleWire,
  MadeDistributionRuleWire,
  NewDistributionRuleWire,
} from '@yizhuan/server/wire/distribution-rules/distribution-rule'
import type { InternalRulePageWire } from '@yizhuan/server/wire/internal-rules/internal-rule'
import { read, write } from '../../api/client.ts'

export type {
  DistributionRulesWire,
  DistributionRuleWire,
  NewDistributionRuleWire,
  SchemeWire,
} from '@yizhuan/server/wire/distribution-rules/distribution-rule'

/** Every version of the house's rule, and the limits of the law today. */
export const distributionRulesQuery = queryOptions({
  queryKey: ['distribution-rules', 'today'],
  queryFn: () => read<DistributionRulesWire>('/distribution-rules'),
})

/** The register of internal rules, of which one may be the document. */
export const documentsQuery = queryOptions({
  queryKey: ['internal-rules', 'all'],
  queryFn: () => read<InternalRulePageWire>('/internal-rules'),
})

export function makeRule(body: NewDistributionRuleWire) {
  return write<MadeDistributionRuleWire>('POST', '/distribution-rules', body)
}

export function endRule(body: EndDistributionRuleWire) {
  return write<MadeDistributionRuleWire>('POST', '/distribution-rules/end', body)
}

/** Who may enter a rule; the server decides it again. */
export const distributionRuleWriters = ['tto_reviewer', 'legal', 'leaders']
