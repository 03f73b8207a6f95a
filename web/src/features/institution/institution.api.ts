import { queryOptions } from '@tanstack/react-query'
import type { ImpactQuestionWire, ImpactWire } from '@yizhuan/server/wire/cases/impact'
import type {
  ChangeInstitutionWire,
  InstitutionWire,
  ProvincesWire,
} from '@yizhuan/server/wire/institutions/institution'
import type {
  DecideRuleWire,
  LawPlacesWire,
  OwnParametersWire,
  OwnReadingsWire,
  ProposeReadingWire,
  ProposeRuleWire,
} from '@yizhuan/server/wire/policies/own-rules/own-rule'
import { read, upload, write } from '../../api/client.ts'

export type { ImpactQuestionWire, ImpactWire } from '@yizhuan/server/wire/cases/impact'
export type {
  ChangeInstitutionWire,
  InstitutionWire,
} from '@yizhuan/server/wire/institutions/institution'
export type {
  LayerWire,
  OwnParameterWire,
  OwnReadingWire,
  OwnRuleWire,
} from '@yizhuan/server/wire/policies/own-rules/own-rule'

/** What the institution says of itself. */
export const institutionQuery = queryOptions({
  queryKey: ['institution'],
  queryFn: () => read<InstitutionWire>('/institution'),
})

/** The provinces there are. */
export const provincesQuery = queryOptions({
  queryKey: ['provinces'],
  staleTime: Number.POSITIVE_INFINITY,
  queryFn: () => read<ProvincesWire>('/provinces'),
})

/** The provinces there is law for. */
export const placesQuery = queryOptions({
  queryKey: ['law/places'],
  staleTime: Number.POSITIVE_INFINITY,
  queryFn: () => read<LawPlacesWire>('/law/places'),
})

/** Changes what the institution says of itself. */
export function changeInstitution(body: ChangeInstitutionWire) {
  return write<InstitutionWire>('PATCH', '/institution', body)
}

/** The numbers of the law with the institution's own. */
export const rulesQuery = queryOptions({
  queryKey: ['own-rules'],
  queryFn: () => read<OwnParametersWire>('/institution/rules'),
})

/** The ambiguous clauses with the readings that apply. */
export const readingsQuery = queryOptions({
  queryKey: ['own-readings'],
  queryFn: () => read<OwnReadingsWire>('/institution/readings'),
})

/** Puts a number of the institution's own forward. */
export function proposeRule(body: ProposeRuleWire) {
  return write<{ id: string }>('POST', '/institution/rules', body)
}

/** Puts another reading forward. */
export function proposeReading(body: ProposeReadingWire) {
  return write<{ id: string }>('POST', '/institution/readings', body)
}

/** Approves, rejects or withdraws a proposal. */
export function decide(id: string, body: DecideRuleWire) {
  return write<{ id: string }>('POST', `/institution/own-rules/${id}/decision`, body)
}

/** Which open cases would look different. */
export function askImpact(body: ImpactQuestionWire) {
  return write<ImpactWire>('POST', '/cases/impact', body)
}

/** A document a rule rests on. */
export interface BasisFile {
  readonly name: string
  readonly sha256: string
  readonly size: number
}

/** Stores the document a rule rests on. */
export async function storeBasis(file: File): Promise<BasisFile> {
  const { name, sha256, size } = await upload<BasisFile>('/files', file)
  return { name, sha256, size }
}

/** Who may put own rules forward, and who may decide on them; the server decides it again. */
export const proposers = ['tto_negotiator', 'tto_reviewer', 'legal', 'leaders']
export const deciders = ['legal', 'leaders']
