import type { Register } from '../../platform/register.ts'
import type { Json } from '../../platform/tables.ts'
import type { EngagementKind } from './adviser.ts'
import type { CredentialFile, PostKind, UnitKind } from './person.ts'

interface OrgUnitTable {
  institutionId: string
  id: string
  name: string
  kind: UnitKind
  /** What the house calls it in its own systems. */
  code: string | null
  /** The unit it belongs to; null directly below the institution. */
  parentId: string | null
  closedOn: string | null
}

interface PersonTable {
  institutionId: string
  id: string
  name: string
  staffNumber: string | null
  unitId: string | null
  professionalTitle: string | null
  /** The line of work, by the codes of a list. */
  occupation: string | null
  phone: string | null
  email: string | null
  leftOn: string | null
  idCardMasked: string | null
  idCardSealed: string | null
  idCardIndex: string | null
  bankName: string | null
  bankAccountMasked: string | null
  bankAccountSealed: string | null
}

interface PostTable {
  institutionId: string
  id: string
  personId: string
  unitId: string | null
  title: string
  kind: PostKind
  forTransfer: boolean
  fromDay: string
  toDay: string | null
  annulledOn: string | null
}

interface PersonCredentialTable {
  institutionId: string
  id: string
  personId: string
  kind: string
  title: string
  issuer: string | null
  number: string | null
  issuedOn: string
  validUntil: string | null
  hours: number | null
  file: Json<CredentialFile | null> | null
  annulledOn: string | null
}

interface PersonEngagementTable {
  institutionId: string
  id: string
  personId: string
  kind: EngagementKind
  home: string | null
  unitId: string | null
  task: string
  fromDay: string
  untilDay: string | null
  annulledOn: string | null
}

declare module '../../platform/tables.ts' {
  interface Tables {
    personEngagement: PersonEngagementTable
    orgUnit: OrgUnitTable
    person: PersonTable
    post: PostTable
    personCredential: PersonCredentialTable
  }
}

/** A person of whom nothing but the name is told. */
export const blankPerson = {
  staffNumber: null,
  unitId: null,
  professionalTitle: null,
  occupation: null,
  phone: null,
  email: null,
  leftOn: null,
  idCardMasked: null,
  idCardSealed: null,
  idCardIndex: null,
  bankName: null,
  bankAccountMasked: null,
  bankAccountSealed: null,
}

/** The register of departments and legal-person units. */
export const unitRegister: Register = {
  name: 'unit',
  table: 'orgUnit',
  columns: ['name', 'code', 'kind', 'parentId', 'closedOn'],
  foundBy: ({ name, code }) => ({
    label: (code ?? null) as string | null,
    title: name as string,
    texts: [],
    names: [name as string],
  }),
}

/** The register of persons; a person's posts are told in the same history. */
export const personRegister: Register = {
  name: 'person',
  table: 'person',
  columns: [
    'name',
    'staffNumber',
    'unitId',
    'professionalTitle',
    'occupation',
    'phone',
    'email',
    'leftOn',
    'idCardMasked',
    'bankName',
    'bankAccountMasked',
  ],
  sealed: new Set(['idCardSealed', 'idCardIndex', 'bankAccountSealed']),
  foundBy: ({ name, staffNumber }) => ({
    label: staffNumber as string | null,
    title: name as string,
    texts: [],
    names: [name as string],
  }),
}
