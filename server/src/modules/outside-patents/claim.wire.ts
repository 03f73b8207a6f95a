import { z } from 'zod'
import { dayText, idText, text } from '../../platform/text.ts'
import { FileRefWire, HolderWire } from '../achievements/achievement.wire.ts'
import { claimOutcomes } from './claim.ts'

/** What travels of claims on patents of others. */

export const BeginClaimWire = z.strictObject({
  /** The achievement it protects; null where it stands in no register yet. */
  achievement: idText().nullable(),
  about: text(800),
  from: dayText(),
  files: z.array(FileRefWire).max(20).default([]),
})
export type BeginClaimWire = z.input<typeof BeginClaimWire>

export const EndClaimWire = z.strictObject({
  outcome: z.enum(claimOutcomes),
  on: dayText(),
  basis: text(300),
  /** Who holds title from then on, where it is shared. */
  holders: z.array(HolderWire).max(20).default([]),
  files: z.array(FileRefWire).max(20).default([]),
})
export type EndClaimWire = z.input<typeof EndClaimWire>

export const ClaimBegunWire = z.object({ achievement: z.string() })
export const ClaimEndedWire = z.object({ right: z.string().nullable() })

const FileWire = z.object({ sha256: z.string(), name: z.string(), size: z.int() })

export const ClaimWire = z.object({
  id: z.string(),
  achievementId: z.string(),
  achievementNumber: z.string(),
  achievementTitle: z.string(),
  about: z.string(),
  fromDay: z.string(),
  files: z.array(FileWire),
  begunName: z.string(),
  end: z
    .object({
      outcome: z.enum(claimOutcomes),
      on: z.string(),
      basis: z.string(),
      rightId: z.string().nullable(),
      files: z.array(FileWire),
      by: z.string(),
    })
    .nullable(),
})
export type ClaimWire = z.infer<typeof ClaimWire>
