import { queryOptions } from '@tanstack/react-query'
import type { StaffWire } from '@yizhuan/server/wire/cases/officers/officer'
import type {
  NameSubstituteWire,
  SubstitutionsWire,
} from '@yizhuan/server/wire/cases/substitutes/substitution'
import { read, write } from '../../api/client.ts'

export type { StaffWire } from '@yizhuan/server/wire/cases/officers/officer'
export type { SubstitutionsWire } from '@yizhuan/server/wire/cases/substitutes/substitution'

/** Roles that nobody lends; the server decides it again. */
export const notLent: readonly string[] = ['admin', 'auditor', 'policy_officer', 'health_prov']

/** Who acts for whom. */
export const substitutionsQuery = queryOptions({
  queryKey: ['substitutions'],
  queryFn: () => read<SubstitutionsWire>('/substitutions'),
})

/** Everybody who may be named. */
export const staffQuery = queryOptions({
  queryKey: ['officers'],
  queryFn: () => read<StaffWire>('/officers'),
})

/** Names a substitute. */
export function nameSubstitute(body: NameSubstituteWire) {
  return write<{ id: string }>('POST', '/substitutions', body)
}

/** Approves, refuses or ends a substitution. */
export function moveSubstitution(id: string, step: 'approved' | 'refused' | 'ended') {
  return step === 'ended'
    ? write('POST', `/substitutions/${id}/end`)
    : write('POST', `/substitutions/${id}/decision`, { outcome: step })
}

/** Sets whether substitutes act without an approval. */
export function chooseAutomatic(automatic: boolean) {
  return write('POST', '/substitutions/setting', { automatic })
}
