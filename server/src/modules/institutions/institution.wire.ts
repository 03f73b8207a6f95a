import { z } from 'zod'
import { text } from '../../platform/text.ts'
import { institutionKinds, pilotStandings, provinces } from './institution.ts'

/** What travels of the institution itself. */

const Words = z.object({ zh: z.string(), en: z.string() })
const provinceCodes = Object.keys(provinces) as [string, ...string[]]

/** An institution as it describes itself; `seq` is the number of its last change. */
export const InstitutionWire = z.object({
  id: z.string(),
  seq: z.int(),
  name: z.string(),
  kind: z.enum(institutionKinds).nullable(),
  province: z.string().nullable(),
  pilot: z.enum(pilotStandings).nullable(),
  universityAffiliated: z.boolean().nullable(),
  university: z.string().nullable(),
  platformCompany: z.string().nullable(),
  objectionProcedure: z.string().nullable(),
  noticeDepartment: z.string().nullable(),
})
export type InstitutionWire = z.infer<typeof InstitutionWire>

/** The fields to change; null takes one back. `expectedSeq` is the `seq` the form was filled on. */
export const ChangeInstitutionWire = z.strictObject({
  expectedSeq: z.int().min(0),
  name: text(200).optional(),
  kind: z.enum(institutionKinds).nullable().optional(),
  province: z.enum(provinceCodes).nullable().optional(),
  pilot: z.enum(pilotStandings).nullable().optional(),
  universityAffiliated: z.boolean().nullable().optional(),
  university: text(200).nullable().optional(),
  platformCompany: text(200).nullable().optional(),
  objectionProcedure: text(4000).nullable().optional(),
  noticeDepartment: text(200).nullable().optional(),
})
export type ChangeInstitutionWire = z.input<typeof ChangeInstitutionWire>

/** The provinces there are, by code. */
export const ProvincesWire = z.array(z.object({ code: z.string(), name: Words }))
export type ProvincesWire = z.infer<typeof ProvincesWire>
