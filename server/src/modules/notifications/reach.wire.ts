import { z } from 'zod'
import { idText } from '../../platform/text.ts'
import { newsKinds } from './notification.wire.ts'

/** What became of a mail. */
export const MailWire = z.object({
  id: z.string(),
  kind: z.enum(['digest', 'at-once', 'test']),
  madeAt: z.string(),
  state: z.enum(['waiting', 'sent', 'given-up']),
  attempts: z.int(),
  /** A code of ours, or what the mail server said. */
  trouble: z.string().nullable(),
})

/** What reaches the caller, and how. */
export const ReachWire = z.object({
  digestHour: z.int().nullable(),
  atOnce: z.array(z.enum(newsKinds)),
  lang: z.enum(['zh', 'en']),
  mail: z.object({
    /** Whether the operator set up a mail server. */
    isConfigured: z.boolean(),
    /** Where mail goes; null while the register of people has no address. */
    address: z.string().nullable(),
    newest: z.array(MailWire),
  }),
})
export type ReachWire = z.infer<typeof ReachWire>

export const ChangeReachWire = z.strictObject({
  digestHour: z.int().min(7).max(23).nullable().optional(),
  atOnce: z.array(z.enum(newsKinds)).max(newsKinds.length).optional(),
  lang: z.enum(['zh', 'en']).optional(),
})
export type ChangeReachWire = z.input<typeof ChangeReachWire>

/** The link of a mail by which its reader ends all of them. */
export const StopMailWire = z.strictObject({
  institution: idText(),
  person: idText(),
  token: z.string().regex(/^[0-9a-f]{64}$/),
})
export type StopMailWire = z.input<typeof StopMailWire>
export const StoppedWire = z.object({ stopped: z.literal(true) })
