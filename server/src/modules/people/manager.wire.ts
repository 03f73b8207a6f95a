import { z } from 'zod'
import { text } from '../../platform/text.ts'
import { CredentialWire } from './credential.wire.ts'
import { managerStates } from './manager.ts'

/** What travels of technology managers. */

/** Somebody who does the work of transfer: by a post, by a certificate, or by both. */
export const ManagerWire = z.object({
  id: z.string(),
  name: z.string(),
  unit: z.string().nullable(),
  /** The posts of transfer held today. */
  posts: z.array(z.string()),
  state: z.enum(managerStates),
  /** The last day on which the newest certificate is good; null where it has no end or there is none. */
  validUntil: z.string().nullable(),
  /** Hours of training in all, and those of the current calendar year. */
  hours: z.int(),
  hoursThisYear: z.int(),
  credentials: z.array(CredentialWire),
})
export type ManagerWire = z.infer<typeof ManagerWire>

export const ManagerFilterWire = z.strictObject({
  q: text(100).optional(),
  state: z.enum(managerStates).optional(),
})
export type ManagerFilterWire = z.output<typeof ManagerFilterWire>

export const ManagersWire = z.object({ items: z.array(ManagerWire) })
export type ManagersWire = z.infer<typeof ManagersWire>
