import { z } from 'zod'
import { idText } from '../../platform/text.ts'

/** What travels of the transformation achievements of persons, as title reviews ask for them. */

const AuthorWire = z.object({
  id: z.string(),
  name: z.string(),
  staffNumber: z.string().nullable(),
  unit: z.string().nullable(),
  professionalTitle: z.string().nullable(),
})

/** A right that was granted or registered, for one of those who made it. */
export const GrantedWire = z.object({
  person: AuthorWire,
  right: z.object({
    id: z.string(),
    kind: z.string(),
    number: z.string().nullable(),
    title: z.string(),
    status: z.string().nullable(),
    /** As precise as known. */
    grantedOn: z.string().nullable(),
  }),
  /** The achievement it belongs to. */
  achievementNumber: z.string().nullable(),
  rank: z.int(),
  team: z.int(),
  isByName: z.boolean(),
})
export type GrantedWire = z.infer<typeof GrantedWire>

export const WorkWire = z.object({
  person: AuthorWire,
  achievement: z.object({
    id: z.string(),
    number: z.string(),
    title: z.string(),
    kind: z.string().nullable(),
    disclosedOn: z.string().nullable(),
  }),
  /** The place among the inventors, and how many they are. */
  rank: z.int(),
  team: z.int(),
  share: z.string().nullable(),
  /** Matched by a name that only one person of the register has, for want of a staff number. */
  isByName: z.boolean(),
  cases: z.array(
    z.object({
      id: z.string(),
      number: z.string(),
      mode: z.string().nullable(),
      status: z.string(),
      openedOn: z.string(),
      lastOn: z.string(),
    }),
  ),
  contracts: z.array(
    z.object({
      id: z.string(),
      number: z.string().nullable(),
      title: z.string(),
      signedOn: z.string().nullable(),
      amountFen: z.string().nullable(),
    }),
  ),
  /** What arrived by its cases and the contracts about it alone; null where no receipt is registered. */
  receivedFen: z.string().nullable(),
  /** What arrived under contracts about several achievements, whole: no share of it is this one's by itself. */
  jointFen: z.string().nullable(),
})
export type WorkWire = z.infer<typeof WorkWire>

/** Commissioned work of one of those who led or did it, matched by a name that only one person here has. */
export const ServiceWorkWire = z.object({
  person: AuthorWire,
  contract: z.object({
    id: z.string(),
    kind: z.string(),
    number: z.string().nullable(),
    title: z.string(),
    client: z.string().nullable(),
    /** As precise as known. */
    signedOn: z.string().nullable(),
    amountFen: z.string().nullable(),
  }),
  /** What arrived; null where nobody says. */
  receivedFen: z.string().nullable(),
  /** Whether the contract names this person in charge. */
  leads: z.boolean(),
})
export type ServiceWorkWire = z.infer<typeof ServiceWorkWire>

export const WorksWire = z.object({
  on: z.string(),
  items: z.array(WorkWire),
  rights: z.array(GrantedWire),
  services: z.array(ServiceWorkWire),
})
export type WorksWire = z.infer<typeof WorksWire>

/** Of one person, or of everybody. */
export const WorkFilterWire = z.strictObject({ person: idText().optional() })
export type WorkFilterWire = z.infer<typeof WorkFilterWire>
