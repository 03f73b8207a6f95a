import { queryOptions } from '@tanstack/react-query'
import type {
  AuthoritiesWire,
  ContractSignaturesWire,
} from '@yizhuan/server/wire/signatures/signature'
import { read } from '../../api/client.ts'

export type {
  AskedWire,
  AuthorityWire,
  ContractSignaturesWire,
  SignatureCheckWire,
  SignatureWire,
} from '@yizhuan/server/wire/signatures/signature'

/** The signatures of a contract; read afresh with its files, since these are what is checked. */
export function signaturesQuery(contract: string) {
  return queryOptions({
    queryKey: [`/contracts/${contract}/files`, 'signatures'],
    queryFn: () => read<ContractSignaturesWire>(`/contracts/${contract}/signatures`),
  })
}

/** The authorities that the institution trusts. */
export const authoritiesQuery = queryOptions({
  queryKey: ['trusted-authorities'],
  queryFn: () => read<AuthoritiesWire>('/trusted-authorities'),
})

/** The colour of a state; the word beside it says it. */
export const toneOf: Readonly<Record<string, string>> = {
  trusted: 'chip-met',
  unknownIssuer: 'chip-due',
  outOfTerm: 'chip-breached',
  notWhole: 'chip-breached',
  notChecked: 'chip-due',
  broken: 'chip-breached',
  none: '',
  notPdf: '',
}
