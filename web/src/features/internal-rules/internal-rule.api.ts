import { queryOptions } from '@tanstack/react-query'
import type {
  AmendInternalRuleWire,
  ChecklistWire,
  InternalRulePageWire,
  InternalRuleWire,
  NewInternalRuleWire,
} from '@yizhuan/server/wire/internal-rules/internal-rule'
import { read, withQuery, write } from '../../api/client.ts'

export type {
  AmendInternalRuleWire,
  ChecklistWire,
  DemandWire,
  InternalRuleLineWire,
  InternalRuleWire,
  NewInternalRuleWire,
} from '@yizhuan/server/wire/internal-rules/internal-rule'

/** What the law asks the institution to have, and what there is. */
export const checklistQuery = queryOptions({
  queryKey: ['internal-rules', 'checklist'],
  queryFn: () => read<ChecklistWire>('/institution/checklist'),
})

export const ruleStates = ['in_force', 'to_renew', 'ahead', 'expired', 'ended'] as const

/** The rules that a filter finds. */
export function rulesQuery(filter: Readonly<Record<string, string | undefined>>) {
  return queryOptions({
    queryKey: ['internal-rules', 'list', filter],
    queryFn: () => read<InternalRulePageWire>(withQuery('/internal-rules', filter)),
  })
}

/** One rule with the number of its last change. */
export function internalRuleQuery(id: string) {
  return queryOptions({
    queryKey: ['internal-rules', id],
    queryFn: () => read<InternalRuleWire>(`/internal-rules/${id}`),
  })
}

export function enterInternalRule(body: NewInternalRuleWire) {
  return write<{ id: string }>('POST', '/internal-rules', body)
}

export function amendInternalRule(id: string, body: AmendInternalRuleWire) {
  return write<{ seq: number }>('PATCH', `/internal-rules/${id}`, body)
}

/** Who may enter and change rules; the server decides it again. */
export const ruleWriters = ['admin', 'tto_reviewer', 'legal']
