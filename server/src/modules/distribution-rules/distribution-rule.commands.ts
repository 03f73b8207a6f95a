import { accept, type Outcome, refuse } from '@yizhuan/kit'
import { shareLimitsOn } from '@yizhuan/law'
import type { Clock } from '../../platform/clock.ts'
import type { Tx } from '../../platform/database.ts'
import { lockChain, recordChange } from '../../platform/evidence.ts'
import { storedFiles } from '../../platform/files.queries.ts'
import type { Author } from '../../platform/register.ts'
import { groundOf } from '../policies/index.ts'
import { documentsOf, rulesOf } from './distribution-rule.queries.ts'
import type { DocumentFile } from './distribution-rule.table.ts'
import {
  type AgainstLaw,
  againstLaw,
  againstLawWords,
  arePurposesWhole,
  type Scheme,
} from './distribution-rule.ts'

/** Why a version of the rule is not written. */
export interface DistributionRuleRefusals {
  'ends-before-it-begins': { readonly from: string }
  'approved-after-it-begins': { readonly from: string }
  'approved-in-future': { readonly today: string }
  'mode-twice': { readonly scheme: string }
  'purposes-not-whole': { readonly scheme: string }
  'against-law': {
    readonly scheme: string
    readonly bound: 'floor' | 'ceiling'
    readonly zh: string
    readonly en: string
  }
  'no-such-internal-rule': Record<string, never>
  'file-not-stored': { readonly name: string }
  'nothing-to-end': Record<string, never>
  'rule-changed-meanwhile': { readonly version: string }
}

const chain = 'distribution-rules'

/** A rule as its body approved it. */
export interface NewRule {
  readonly from: string
  readonly to: string | null
  readonly title: string
  readonly number: string | null
  readonly approvedBy: string
  readonly approvedOn: string
  readonly internalRule: string | null
  readonly file: DocumentFile | null
  /** Plans are decided collectively before they are paid. */
  readonly decidesPlans?: boolean | undefined
  readonly schemes: readonly Scheme[]
  readonly reason: string | null
  readonly expectedVersion?: number | undefined
}

/**
 * Writes the next version of the rule. A house may give its people more than the law asks and its office
 * less than the law allows; what goes beyond a limit is refused, and beyond that of a draft is told.
 */
export async function makeRule(
  tx: Tx,
  clock: Clock,
  by: Author,
  rule: NewRule,
): Promise<
  Outcome<
    { readonly version: number; readonly warnings: readonly AgainstLaw[] },
    DistributionRuleRefusals
  >
> {
  const { institution } = by
  const last = await lockedVersion(tx, institution)
  const { from, to, approvedOn, schemes, file, internalRule } = rule
  if (rule.expectedVersion !== undefined && rule.expectedVersion !== last)
    return refuse('rule-changed-meanwhile', { version: `${last}` })
  if (to !== null && to <= from) return refuse('ends-before-it-begins', { from })
  if (approvedOn > from) return refuse('approved-after-it-begins', { from })
  const today = clock.today()
  if (approvedOn > today) return refuse('approved-in-future', { today })
  const doubled = modeTwice(schemes)
  if (doubled >= 0) return refuse('mode-twice', { scheme: `${doubled}` })
  const uneven = schemes.findIndex((scheme) => !arePurposesWhole(scheme))
  if (uneven >= 0) return refuse('purposes-not-whole', { scheme: `${uneven}` })
  const { law, rules } = await groundOf(tx, institution, today)
  const broken = againstLaw(schemes, shareLimitsOn(law, from, rules))
  const forbidden = broken.find(({ limit }) => !limit.isAdvisory)
  if (forbidden) {
    const { scheme, limit } = forbidden
    const told = { scheme: `${scheme}`, bound: limit.bound }
    return refuse('against-law', { ...told, ...againstLawWords(forbidden) })
  }
  const isKnown =
    internalRule === null || (await documentsOf(tx, institution, [internalRule])).has(internalRule)
  if (!isKnown) return refuse('no-such-internal-rule', {})
  if (file && (await storedFiles(tx, institution, [file.sha256])).length === 0)
    return refuse('file-not-stored', { name: file.name })

  // From here on the version is written.
  const { expectedVersion: _expected, ...told } = rule
  await writeVersion(tx, clock, by, { ...told, version: last + 1, kind: 'made' })
  return accept({ version: last + 1, warnings: broken })
}

/** Says that from a day on there is no rule. */
export async function endRule(
  tx: Tx,
  clock: Clock,
  by: Author,
  {
    from,
    reason,
    expectedVersion,
  }: { from: string; reason: string; expectedVersion?: number | undefined },
): Promise<Outcome<{ readonly version: number }, DistributionRuleRefusals>> {
  const last = await lockedVersion(tx, by.institution)
  if (expectedVersion !== undefined && expectedVersion !== last)
    return refuse('rule-changed-meanwhile', { version: `${last}` })
  const [newest] = await rulesOf(tx, by.institution)
  if (newest?.kind !== 'made') return refuse('nothing-to-end', {})

  // From here on its end is written.
  const blank = { to: null, title: null, number: null, approvedBy: null, approvedOn: null }
  const ended = { ...blank, internalRule: null, file: null, schemes: [], from, reason }
  await writeVersion(tx, clock, by, { ...ended, version: last + 1, kind: 'ended' })
  return accept({ version: last + 1 })
}

/** Whoever writes the next version is the only one to do so until they are done. */
async function lockedVersion(tx: Tx, institution: string): Promise<number> {
  await lockChain(tx, { institution, name: chain })
  const [newest] = await rulesOf(tx, institution)
  return newest?.version ?? 0
}

/** The place of a scheme for a mode, or for all others, that has one already; below nought when none has. */
function modeTwice(schemes: readonly Scheme[]): number {
  const isForAll = ({ modes }: Scheme) => modes.length === 0
  return schemes.findIndex((scheme, at) =>
    schemes
      .slice(0, at)
      .some(
        (before) =>
          (isForAll(scheme) && isForAll(before)) ||
          scheme.modes.some((mode) => before.modes.includes(mode)),
      ),
  )
}

async function writeVersion(
  tx: Tx,
  clock: Clock,
  by: Author,
  told: {
    readonly [Field in Exclude<keyof NewRule, 'expectedVersion' | 'decidesPlans'>]:
      | NewRule[Field]
      | null
  } & Pick<NewRule, 'from' | 'decidesPlans'> & {
      readonly version: number
      readonly kind: 'made' | 'ended'
    },
): Promise<void> {
  const { from, to, internalRule, file, schemes, decidesPlans, ...rest } = told
  await tx
    .insertInto('distributionRule')
    .values({
      ...{ institutionId: by.institution, ...rest, fromDay: from, toDay: to },
      decidesPlans: decidesPlans ?? false,
      ...{ internalRuleId: internalRule, file: file && JSON.stringify(file) },
      schemes: JSON.stringify(schemes ?? []),
      ...{ madeAt: clock.now(), madeBy: by.person, madeName: by.name },
    })
    .execute()
  await recordChange(tx, chain, {
    action: `distributionRule.${told.kind}`,
    subject: by.institution,
    data: { ...told, file: file && { ...file } },
    at: clock.now(),
    by,
  })
}
