// What the forms of acts are made of: each field with its name in both languages.
import { isCreditCode } from '@yizhuan/kit'
import { z } from 'zod'

export const label = (zh: string, en: string): { zh: string; en: string } => ({ zh, en })
export const text = (zh: string, en: string) =>
  z.string().trim().min(1).max(4000).meta(label(zh, en))
/** A name or a number: what fits on a line, and where a register keeps it, in that. */
export const line = (zh: string, en: string, most = 500) =>
  z
    .string()
    .trim()
    .min(1)
    .max(most)
    .meta({ ...label(zh, en), isLine: true })
/** What names a line that the record of the case holds, and is chosen from it. */
export const cited = (
  cites: 'receipt' | 'cost' | 'deducted' | 'reimbursement',
  zh: string,
  en: string,
) =>
  z
    .string()
    .trim()
    .min(1)
    .max(4000)
    .meta({ ...label(zh, en), cites })
/** The number of a contract in the register of technology contracts, as long as that register has room for. */
export const registrationNumber = (zh = '登记编号', en = 'Registration number') => line(zh, en, 60)
/** The unified social credit code of a company or body; its last character checks the others (GB 32100). */
export const creditCode = (zh: string, en: string) =>
  z
    .string()
    .trim()
    .toUpperCase()
    .refine(isCreditCode, 'credit-code')
    .meta({ ...label(zh, en), isLine: true })
export const flag = (zh: string, en: string) => z.boolean().meta(label(zh, en))
export const onDay = (zh: string, en: string) => z.iso.date().meta(label(zh, en))
/** A day that may lie ahead: the end of a term, a day that was set. */
export const dayAhead = (zh: string, en: string) =>
  z.iso.date().meta({ ...label(zh, en), ahead: true })
export const money = (zh: string, en: string) =>
  z
    .string()
    .regex(/^\d{1,18}$/, 'whole-fen')
    .meta({ ...label(zh, en), unit: 'fen' })
/** No part is more than the whole, and none is a part of nothing. */
const isPart = (text: string): boolean => {
  const [part = '', whole] = text.split('/')
  if (whole === undefined) return Number(part.replace('%', '')) <= 100
  return BigInt(whole) > 0n && BigInt(part) <= BigInt(whole)
}
export const share = (zh: string, en: string) =>
  z
    .string()
    // Rounds of money make long fractions: they are kept, not rounded.
    .regex(/^(\d{1,3}(\.\d{1,6})?%|\d{1,30}\/\d{1,30})$/, 'share')
    .refine(isPart, 'share')
    .meta({ ...label(zh, en), unit: 'share' })
export const code = <const Codes extends readonly [string, ...string[]]>(
  codes: Codes,
  zh: string,
  en: string,
) => z.enum(codes).meta(label(zh, en))

export const modes = [
  'self_implementation',
  'assignment',
  'license',
  'cooperation',
  'equity_contribution',
  'other',
] as const
export type Mode = (typeof modes)[number]
/** What the institution's register fills in; no form asks for it. */
const byRegister = { by: 'register' } as const

/** How the institution stands to the pilot of its place; its profile fills it in. */
export const underPilot = {
  pilotUnit: z
    .boolean()
    .meta({ ...label('本单位在试点名单上', 'On the list of the pilot'), ...byRegister })
    .default(false),
  optedIn: z
    .boolean()
    .meta({ ...label('本单位自愿参照试点指引', 'Follows the pilot by choice'), ...byRegister })
    .default(false),
}

/** A field that the institution's records fill in; no form asks for it. */
export const filledIn = <Type extends z.ZodType>(field: Type, zh: string, en: string): Type =>
  field.meta({ ...label(zh, en), ...byRegister })

const heldPost = z.strictObject({
  title: text('职务', 'Post'),
  kind: z.enum(['chief', 'deputy', 'middle', 'other']),
  unit: z.string().max(200).nullable(),
  from: z.iso.date(),
})

/**
 * Somebody who may share in the reward. `person` is who they are in the institution's register, where
 * they stand in it: then the posts held on the day of the act answer who leads, and are kept beside
 * the answer; and whoever has no account signs on paper.
 */
export const contributor = z.strictObject({
  name: text('姓名', 'Name'),
  person: z.uuid().optional(),
  isInventor: flag('是否成果完成人', 'Inventor'),
  isChief: flag('是否正职领导', 'Chief'),
  holdsLeadingPost: flag('是否担任领导职务', 'Holds a leading post'),
  posts: z.array(heldPost).max(20).optional().meta(byRegister),
  signsOnPaper: z.boolean().optional().meta(byRegister),
})

export const leader = z.strictObject({
  name: line('姓名', 'Name'),
  contribution: text('贡献情况', 'Contribution'),
  reward: text('拟分配奖励', 'Intended reward'),
  share: share('占比', 'Share'),
})

/** Somebody named in an act, with what the register of people knows of them where they stand in it. */
export const named = {
  name: text('姓名', 'Name'),
  person: z.uuid().optional(),
  isChief: z.boolean().optional().meta(byRegister),
  holdsLeadingPost: z.boolean().optional().meta(byRegister),
  posts: z.array(heldPost).max(20).optional().meta(byRegister),
  signsOnPaper: z.boolean().optional().meta(byRegister),
}
