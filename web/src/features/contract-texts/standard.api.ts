import { queryOptions } from '@tanstack/react-query'
import type {
  BroughtAnswerWire,
  BroughtWire,
  DecideWire,
  NewStandardWire,
  NextVersionWire,
  StandardChoicesWire,
  StandardPageWire,
  StandardWire,
} from '@yizhuan/server/wire/contract-texts/standard'
import { read, withQuery, write } from '../../api/client.ts'

export type {
  BroughtWire,
  ClauseShown,
  NewStandardWire,
  StandardChoicesWire,
  StandardLineWire,
  StandardWire,
  TemplateShown,
} from '@yizhuan/server/wire/contract-texts/standard'

/** The clauses and model contracts that a filter finds. */
export function standardsQuery(filter: Readonly<Record<string, string | undefined>>) {
  return queryOptions({
    queryKey: ['contract-standards', 'list', filter],
    queryFn: () => read<StandardPageWire>(withQuery('/contract-standards', filter)),
  })
}

/** One with all its versions. */
export function standardQuery(id: string) {
  return queryOptions({
    queryKey: ['contract-standards', id],
    queryFn: () => read<StandardWire>(`/contract-standards/${id}`),
  })
}

/** What somebody chooses from when they write one. */
export const choicesQuery = queryOptions({
  queryKey: ['contract-standards', 'choices'],
  queryFn: () => read<StandardChoicesWire>('/contract-standards/choices'),
})

export function proposeStandard(body: NewStandardWire) {
  return write<{ id: string }>('POST', '/contract-standards', body)
}

export function proposeVersion(id: string, body: NextVersionWire) {
  return write<{ id: string }>('POST', `/contract-standards/${id}/versions`, body)
}

export function decideStandards(body: DecideWire) {
  return write<{ decided: number }>('POST', '/contract-standards/decide', body)
}

export function changeStandard(
  id: string,
  act: 'withdraw' | 'retire' | 'restore',
  body: Readonly<Record<string, unknown>>,
) {
  return write<unknown>('POST', `/contract-standards/${id}/${act}`, body)
}

export function bringStandards(body: BroughtWire) {
  return write<BroughtAnswerWire>('POST', '/contract-standards/bring', body)
}

export function bringSamples() {
  return write<BroughtAnswerWire>('POST', '/contract-standards/samples', {})
}

/** Who writes, and who decides on what others wrote; the server decides it again. */
export const drafters = ['tto_negotiator', 'tto_reviewer', 'legal']
export const approvers = ['legal', 'leaders']

/** The codes of clauses, as the server has them; their words are in the locales. */
export const codes = {
  forms: ['clause', 'template'],
  kinds: [
    ...['parties', 'object', 'title', 'grant', 'delivery', 'work', 'acceptance', 'payment'],
    ...['audit', 'tax', 'improvements', 'confidentiality', 'warranty', 'liability'],
    ...['infringement', 'upkeep', 'diligence', 'ethics', 'registration', 'termination'],
    ...['disputes', 'signing', 'other'],
  ],
  types: [
    ...['assignment', 'license', 'equity_contribution', 'cooperation'],
    ...['development', 'consulting', 'service'],
  ],
  obligations: ['must', 'usual', 'optional'],
  conditions: [
    ...['lumpSum', 'instalments', 'milestones', 'royalty', 'equity', 'foreignCurrency'],
    ...['exclusive', 'sole', 'plain', 'rights', 'coOwners', 'moreParties'],
  ],
  states: ['proposed', 'in_use', 'unused', 'retired'],
} as const
