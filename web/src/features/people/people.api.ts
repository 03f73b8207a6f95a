import { queryOptions } from '@tanstack/react-query'
import type {
  AccountsWire,
  GrantRoleWire,
  InvitationWire,
  InviteWire,
  RevokeRoleWire,
} from '@yizhuan/server/wire/people/account'
import type {
  AmendMyselfWire,
  AmendPersonWire,
  EndPostWire,
  NewPersonWire,
  NewPostWire,
  NewUnitWire,
  PersonWire,
  RevealedWire,
  RevealWire,
} from '@yizhuan/server/wire/people/person'
import { read, write } from '../../api/client.ts'

export type {
  AccountWire,
  GrantWire,
  InvitationWire,
} from '@yizhuan/server/wire/people/account'
export type {
  NewPersonWire,
  PersonLineWire,
  PersonWire,
  PostWire,
  UnitWire,
} from '@yizhuan/server/wire/people/person'

/** Departments and legal-person units. */
export { unitsQuery } from '../../ui/useDepartments.ts'

/** One person; `me` is who is signed in. */
export function personQuery(id: string) {
  return queryOptions({
    queryKey: ['person', id],
    queryFn: () => read<PersonWire>(`/people/${id}`),
  })
}

/** The account of a person, for those who may know of it. */
export function accountQuery(person: string) {
  return queryOptions({
    queryKey: ['account', person],
    queryFn: () => read<AccountsWire>(`/people/${person}/account`),
  })
}

interface Done {
  readonly id: string
}

export const enterPerson = (body: NewPersonWire) => write<Done>('POST', '/people', body)
export const amendPerson = (id: string, body: AmendPersonWire) =>
  write<unknown>('PATCH', `/people/${id}`, body)
/** What one may change of one's own entry. */
export const amendMyself = (body: AmendMyselfWire) => write<unknown>('PATCH', '/people/me', body)
export const reveal = (id: string, body: RevealWire) =>
  write<RevealedWire>('POST', `/people/${id}/reveal`, body)
export const enterPost = (person: string, body: NewPostWire) =>
  write<Done>('POST', `/people/${person}/posts`, body)
export const endPost = (person: string, post: string, body: EndPostWire) =>
  write<Done>('POST', `/people/${person}/posts/${post}/end`, body)
export const enterUnit = (body: NewUnitWire) => write<Done>('POST', '/units', body)
export const amendUnit = (id: string, body: object) => write<unknown>('PATCH', `/units/${id}`, body)

export const invite = (person: string, body: InviteWire) =>
  write<InvitationWire>('POST', `/people/${person}/account`, body)
export const inviteAgain = (account: string) =>
  write<InvitationWire>('POST', `/accounts/${account}/invitation`)
export const grantRole = (account: string, body: GrantRoleWire) =>
  write<Done>('POST', `/accounts/${account}/grants`, body)
export const revokeRole = (account: string, grant: string, body: RevokeRoleWire) =>
  write<Done>('POST', `/accounts/${account}/grants/${grant}/revoke`, body)
export const switchAccount = (account: string, to: 'disable' | 'enable', reason: string) =>
  write<Done>('POST', `/accounts/${account}/${to}`, { reason })

/** The roles a person may hold, decision roles last but the administrator. */
export const roles = [
  'inventor',
  'team_rep',
  'tto_negotiator',
  'tto_reviewer',
  'finance',
  'leaders',
  'legal',
  'discipline',
  'auditor',
  'policy_officer',
  'platform_company',
  'admin',
] as const
