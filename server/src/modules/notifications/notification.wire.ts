import { z } from 'zod'
import { idText } from '../../platform/text.ts'

/** Every kind of news. */
export const newsKinds = [
  'your-act',
  'overdue',
  'late',
  'objection',
  'tip',
  'own-rule',
  'handover',
  'disclosure',
  'stocktaking',
  'outside-patent',
  'mention',
  'archive',
  'webhook-off',
] as const

/** A line of what is new for me: which case, what to do, whether I have read it. */
export const NotificationWire = z.object({
  id: z.string(),
  kind: z.enum(newsKinds),
  /** Null where it is about no case, or about several. */
  caseId: z.string().nullable(),
  caseNumber: z.string().nullable(),
  caseTitle: z.string().nullable(),
  text: z.object({ zh: z.string(), en: z.string() }),
  /** The act that answers it. */
  act: z.string().nullable(),
  /** Where it is looked at. */
  path: z.string(),
  at: z.string(),
  read: z.boolean(),
})
export type NotificationWire = z.infer<typeof NotificationWire>

/** The newest lines, and how many of all of them are unread. */
export const NotificationPageWire = z.object({
  items: z.array(NotificationWire),
  unread: z.int(),
})
export type NotificationPageWire = z.infer<typeof NotificationPageWire>

/** Which lines to mark as read; all of them when none is named. */
export const MarkReadWire = z.strictObject({
  ids: z.array(idText()).min(1).max(200).optional(),
})

/** What is left unread. */
export const UnreadWire = z.object({ unread: z.int() })
