import { queryOptions, useQueryClient } from '@tanstack/react-query'
import type {
  NewVerificationWire,
  RegistrationFormWire,
  RegistrationListsWire,
  RegistrationWire,
  StepWire,
  VerifiedWire,
} from '@yizhuan/server/wire/registrations/registration'
import { read, write } from '../../api/client.ts'

export type {
  RegistrationFormWire,
  RegistrationLineWire,
  RegistrationListsWire,
  RegistrationPageWire,
  RegistrationWire,
  VerificationWire,
} from '@yizhuan/server/wire/registrations/registration'

/** The states an attempt can be in, in the order of its way. */
export const states = [
  'draft',
  'submitted',
  'text_received',
  'in_review',
  'registered',
  'changed',
  'refused',
  'not_technology',
  'terminated',
  'revoked',
] as const
export type State = (typeof states)[number]

/** How a state looks. */
export const toneOf: Readonly<Record<State, string>> = {
  draft: 'chip-due',
  submitted: 'chip-open',
  text_received: 'chip-open',
  in_review: 'chip-running',
  registered: 'chip-done',
  changed: 'chip-done',
  refused: 'chip-breached',
  not_technology: 'chip-breached',
  terminated: 'chip-expired',
  revoked: 'chip-breached',
}

export type Step = StepWire['step']

/** The steps of which only their day is asked. */
export const plainSteps: readonly Step[] = ['submitted', 'text_received', 'review_begun']

/** One attempt with everything about it. */
export const registrationQuery = (id: string) =>
  queryOptions({
    queryKey: ['registration', id],
    queryFn: () => read<RegistrationWire>(`/registrations/${id}`),
  })

/** The code lists of today. */
export const listsQuery = queryOptions({
  queryKey: ['registration-lists'],
  queryFn: () => read<RegistrationListsWire>('/registrations/lists'),
  staleTime: Number.POSITIVE_INFINITY,
})

export const startRegistration = (contract: string) =>
  write<{ id: string }>('POST', `/contracts/${contract}/registrations`, {})

export const amendForm = (id: string, form: RegistrationFormWire, expectedSeq: number) =>
  write<{ seq: number }>('PUT', `/registrations/${id}/form`, { form, expectedSeq })

export const takeStep = (id: string, step: StepWire) =>
  write<{ seq: number }>('POST', `/registrations/${id}/steps`, step)

export const drawVerification = (id: string, list: NewVerificationWire) =>
  write<{ id: string }>('POST', `/registrations/${id}/verifications`, list)

/** What becomes of a list of income: approved, verified by the registrar, or made void. */
export const settleVerification = (
  id: string,
  verification: string,
  act: 'approve' | 'verify' | 'void',
  body: VerifiedWire | { readonly reason: string } | object = {},
) => write<unknown>('POST', `/registrations/${id}/verifications/${verification}/${act}`, body)

/** Reads registrations and their contracts afresh. */
export function useReread() {
  const client = useQueryClient()
  return () =>
    client.invalidateQueries({
      predicate: ({ queryKey: [key] }) =>
        ['registration', '/registrations', 'contract', '/contracts'].includes(String(key)) ||
        String(key).endsWith('/history'),
    })
}
