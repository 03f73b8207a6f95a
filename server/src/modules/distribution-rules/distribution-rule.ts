// How a house shares out by its own rule: which version counts on a day, and which part of it for a mode.
import { add, InputError, parseRatio, percent, ratio, type Words, yuan } from '@yizhuan/kit'
import { labelOf, type ShareLimit } from '@yizhuan/law'
import {
  forServices,
  limitsBroken,
  readSplit,
  type SplitRule,
  type WrittenSplit,
} from '@yizhuan/money'
import { modes } from '@yizhuan/procedures'

/** What the institution keeps its part for, as plans name it. */
export const purposeCodes = [
  'research_and_transfer',
  'rewards',
  'talent',
  'ip_protection',
  'other',
] as const

/** Beside the modes of transfer: commissioned work, which no rule for transfers is meant for. */
export const ruleModes = [...modes, forServices] as const

/** How one mode of transfer is shared out, or all that no other scheme names. */
export interface Scheme extends WrittenSplit {
  /** None: every mode that has no scheme of its own. */
  readonly modes: readonly string[]
  /** What the institution keeps its part for, in shares of it. */
  readonly purposes: readonly {
    readonly purpose: (typeof purposeCodes)[number]
    readonly share: string
  }[]
}

/** A version of the rule, as far as it says when and how. */
export interface Version {
  readonly version: number
  readonly kind: 'made' | 'ended'
  readonly fromDay: string
  readonly toDay: string | null
  readonly schemes: readonly Scheme[]
}

/** The version that counts on a day: the latest that has begun, unless it ended. */
export function versionOn<One extends Version>(
  versions: readonly One[],
  on: string,
): One | undefined {
  const last = versions
    .filter(({ fromDay }) => fromDay <= on)
    .toSorted((one, other) => other.version - one.version)[0]
  const isOver = last?.kind === 'ended' || (last?.toDay != null && last.toDay <= on)
  return isOver ? undefined : last
}

/** Whether what the institution's part is kept for makes the whole of it, where a rule says so at all. */
export function arePurposesWhole({ purposes }: Pick<Scheme, 'purposes'>): boolean {
  if (purposes.length === 0) return true
  const shares = purposes.map(({ share }, at) => parseRatio(share, `purposes[${at}].share`))
  const { n, d } = shares.reduce(add, ratio(0))
  return n === d && shares.every((share) => share.n >= 0n)
}

/** What a scheme gives that the law does not allow, or a draft would not. */
export interface AgainstLaw {
  readonly scheme: number
  readonly limit: ShareLimit
  /** From above that net income on. */
  readonly above: bigint
}

/** Every floor and cap that a rule breaks. @throws {InputError} for a scheme that cannot be read. */
export function againstLaw(
  schemes: readonly Scheme[],
  limits: readonly ShareLimit[],
): readonly AgainstLaw[] {
  return schemes.flatMap((written, scheme) => {
    const rule = readScheme(written, scheme)
    // How much of commissioned work is given the law leaves to the house (gd-2025#a19.p2).
    if (written.modes.length > 0 && written.modes.every((mode) => mode === forServices)) return []
    return limits.flatMap((limit) =>
      limitsBroken(rule, [limit]).map(({ above }) => ({ scheme, limit, above })),
    )
  })
}

function readScheme(written: Scheme, at: number): SplitRule {
  try {
    return readSplit(written)
  } catch (error) {
    throw error instanceof InputError ? error.within(`schemes[${at}]`) : error
  }
}

/** Which limit is broken where, in words with its article. */
export function againstLawWords({ limit, above }: AgainstLaw): Words {
  const { bound, share, label, cite } = limit
  const article = labelOf(cite.at)
  const isFloor = bound === 'floor'
  const from = { zh: yuan(above, 'zh'), en: yuan(above, 'en') }
  const where =
    above === 0n
      ? { zh: '', en: '' }
      : { zh: `净收入超过 ${from.zh}时，`, en: ` once the net income is above ${from.en}` }
  return {
    zh: `${where.zh}${isFloor ? '低于' : '高于'}${label.zh}（${percent(share)}，${cite.source} ${article.zh}）。`,
    en: `It is ${isFloor ? 'below' : 'above'} the limit “${label.en}” (${percent(share)}, ${cite.source} ${article.en})${where.en}.`,
  }
}
