import { z } from 'zod'
import { roles } from '../../platform/access.ts'
import { dayText, idText, text } from '../../platform/text.ts'

/** What travels of accounts: who may sign in, in which roles, and who granted them. */

/** A role held from a day on; `to` is the first day on which it no longer is. */
export const GrantWire = z.object({
  id: z.string(),
  role: z.string(),
  from: z.string(),
  to: z.string().nullable(),
  grantedOn: z.string(),
  grantedBy: z.string(),
  /** Granted by its own holder. */
  isOwn: z.boolean(),
  reason: z.string().nullable(),
  revokedBy: z.string().nullable(),
  standing: z.enum(['ahead', 'held', 'ended']),
})
export type GrantWire = z.infer<typeof GrantWire>

/** An account of the institution. */
export const AccountWire = z.object({
  id: z.string(),
  person: z.string(),
  name: z.string(),
  login: z.string(),
  state: z.enum(['active', 'invited', 'expired', 'disabled']),
  invitedUntil: z.string().nullable(),
  lastSignIn: z.string().nullable(),
  grants: z.array(GrantWire),
})
export type AccountWire = z.infer<typeof AccountWire>
export const AccountsWire = z.object({ items: z.array(AccountWire) })
export type AccountsWire = z.infer<typeof AccountsWire>

const NewGrant = {
  role: z.enum(roles),
  from: dayText().optional(),
  to: dayText().nullable().default(null),
}

export const GrantRoleWire = z.strictObject({
  ...NewGrant,
  reason: text(500).nullable().default(null),
})
export type GrantRoleWire = z.input<typeof GrantRoleWire>

/** Invites a person to an account; the roles are held from the day of the invitation or later. */
export const InviteWire = z.strictObject({
  login: text(100).regex(
    /^[A-Za-z0-9][A-Za-z0-9._@-]{1,99}$/,
    '须以字母或数字开头，可含 . _ @ - / begins with a letter or digit and may contain . _ @ -',
  ),
  lang: z.enum(['zh', 'en']).default('zh'),
  roles: z.array(z.strictObject(NewGrant)).max(12).default([]),
  reason: text(500).nullable().default(null),
})
export type InviteWire = z.input<typeof InviteWire>

/** The link to hand on: it is shown once, works once, and until a day. */
export const InvitationWire = z.object({ account: z.string(), path: z.string(), until: z.string() })
export type InvitationWire = z.infer<typeof InvitationWire>

export const WithReasonWire = z.strictObject({ reason: text(500) })
export const RevokeRoleWire = z.strictObject({ on: dayText().optional(), reason: text(500) })
export type RevokeRoleWire = z.input<typeof RevokeRoleWire>
export const AccountParamsWire = z.strictObject({ id: idText() })
export const GrantParamsWire = z.strictObject({ id: idText(), grant: idText() })
