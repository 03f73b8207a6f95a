import { accept, type Outcome, refuse } from '@yizhuan/kit'
import type { z } from 'zod'
import type { Caller, Tx } from '../../platform/database.ts'
import { lockKnownChain, recordChange } from '../../platform/evidence.ts'
import { institutionName } from '../../platform/export.ts'
import { fileNotStored } from '../../platform/files.queries.ts'
import { newId } from '../../platform/ids.ts'
import type { Context } from '../../platform/module.ts'
import { chainOf } from '../../platform/register.ts'
import { beginning } from '../../platform/text.ts'
import {
  achievementOf,
  achievementProblem,
  achievementRegister,
  blankAchievement,
  enterAchievements,
  registerTitle,
} from '../achievements/index.ts'
import { blankRight, enterRights, rightsByNumber } from '../rights/index.ts'
import { openClaimOf } from './claim.queries.ts'
import { type ClaimRefusals, decideBeginning, decideEnd } from './claim.ts'
import type { BeginClaimWire, EndClaimWire } from './claim.wire.ts'
import { findingFor } from './finding.queries.ts'
import { findingRegister } from './finding.table.ts'
import type { FindingWire } from './finding.wire.ts'

type Refusals = ClaimRefusals & {
  'no-such-finding': Record<string, never>
  'no-such-achievement': Record<string, never>
  'file-not-stored': { readonly name: string }
}

type Desk = Pick<Context, 'clock' | 'keys'>

/** The kinds of achievements that patents are of. */
const kindOf = {
  invention: 'patent_invention',
  utility_model: 'patent_utility_model',
  design: 'patent_design',
} as const

/**
 * Claims a patent of others: a dispute over the title of the achievement that it protects, which stands
 * in the register or is entered with it.
 *
 * @throws {Problem} where the title of the achievement does not take the dispute.
 */
export async function beginClaim(
  tx: Tx,
  desk: Desk,
  by: Caller,
  id: string,
  { achievement, about, from, files }: z.output<typeof BeginClaimWire>,
): Promise<Outcome<{ achievement: string }, Refusals>> {
  const { institution } = by
  const { clock } = desk
  await lockKnownChain(tx, { institution, name: chainOf(findingRegister, id) })
  const finding = await findingFor(tx, by, id)
  if (!finding?.mayDecide) return refuse('no-such-finding', {})
  const open = await openClaimOf(tx, institution, id)
  const decided = decideBeginning({ decision: finding.decision, open }, from, clock.today())
  if (decided.kind === 'refused') return decided
  const lost = await fileNotStored(tx, institution, files)
  if (lost) return refuse('file-not-stored', { name: lost.name })
  const known =
    achievement === null ? undefined : await heldAchievement(tx, institution, achievement)
  if (achievement !== null && !known) return refuse('no-such-achievement', {})

  // From here on it is claimed.
  const of = achievement ?? (await enterClaimed(tx, desk, by, finding))
  const named = disputeOf(finding, about)
  const dispute = { from, to: null, about: named, outcome: null }
  const titled = await registerTitle(tx, clock, by, of, {
    holdings: known?.holdings ?? [],
    disputes: [...(known?.disputes ?? []), dispute],
    reason: beginning(about, 500),
  })
  if (titled.kind === 'refused') throw achievementProblem(titled.refusal)
  const at = clock.now()
  const claim = { id: newId(), achievementId: of, about: named, fromDay: from }
  await tx
    .insertInto('outsideClaim')
    .values({
      ...{ institutionId: institution, patentId: id, ...claim, files: JSON.stringify(files) },
      ...{ begunAt: at, begunBy: by.person, begunName: by.name },
    })
    .execute()
  await recordChange(tx, chainOf(findingRegister, id), {
    ...{ action: 'outside-patent.claimed', subject: id, at, by },
    data: { claim: claim.id, achievementId: of, about, from, files: [...files] },
  })
  return accept({ achievement: of })
}

/**
 * Says how a claim ended: the dispute over title ends with it, and what is ours from then on stands in
 * the register of rights, with who holds title by which paper.
 *
 * @throws {Problem} where title or right are not taken; nothing is written then.
 */
export async function endClaim(
  tx: Tx,
  { clock }: Desk,
  by: Caller,
  id: string,
  { files, basis, ...ending }: z.output<typeof EndClaimWire>,
): Promise<Outcome<{ right: string | null }, Refusals>> {
  const { institution } = by
  await lockKnownChain(tx, { institution, name: chainOf(findingRegister, id) })
  const finding = await findingFor(tx, by, id)
  if (!finding?.mayDecide) return refuse('no-such-finding', {})
  const open = await openClaimOf(tx, institution, id)
  const decided = decideEnd(open, ending, files.length, clock.today())
  if (decided.kind === 'refused') return decided
  const lost = await fileNotStored(tx, institution, files)
  if (lost) return refuse('file-not-stored', { name: lost.name })
  const known = open && (await heldAchievement(tx, institution, open.achievementId))
  if (!open || !known) return refuse('no-claim', {})

  // From here on it is over.
  const { outcome, on, holders } = ending
  const isOurs = outcome === 'ours' || outcome === 'shared'
  const whole = [{ name: await institutionName(tx, institution), share: '100%' }]
  const titled = await registerTitle(tx, clock, by, known.id, {
    holdings: isOurs
      ? [
          ...known.holdings,
          { from: on, holders: outcome === 'ours' ? whole : holders, basis, files },
        ]
      : known.holdings,
    disputes: known.disputes.map((one) =>
      one.to === null && one.about === open.about ? { ...one, to: on, outcome: basis } : one,
    ),
    reason: basis,
  })
  if (titled.kind === 'refused') throw achievementProblem(titled.refusal)
  const right = isOurs ? await rightFor(tx, clock, by, finding, known.id, outcome) : null
  const at = clock.now()
  await tx
    .insertInto('outsideClaimEnd')
    .values({
      ...{ institutionId: institution, claimId: open.id, outcome, onDay: on, basis },
      ...{ rightId: right, files: JSON.stringify(files) },
      ...{ endedAt: at, endedBy: by.person, endedName: by.name },
    })
    .execute()
  await recordChange(tx, chainOf(findingRegister, id), {
    ...{ action: 'outside-patent.claimEnded', subject: id, at, by },
    data: { claim: open.id, outcome, on, reason: basis, rightId: right, files: [...files] },
  })
  return accept({ right })
}

/** An achievement, held until the end: its title is written anew as it was read, and nobody writes between. */
async function heldAchievement(tx: Tx, institution: string, id: string) {
  await lockKnownChain(tx, { institution, name: chainOf(achievementRegister, id) })
  return achievementOf(tx, institution, id)
}

/** The dispute as the title of the achievement names it: which patent, of whom, and why. */
function disputeOf({ number, title, applicants }: FindingWire, about: string): string {
  const named = `${number ?? ''} ${title}`.trim()
  return beginning(`${named}（${applicants.join('、')}）：${about}`, 1000)
}

/** Enters the achievement that a patent of others protects, as far as its export tells of it. */
async function enterClaimed(
  tx: Tx,
  desk: Desk,
  by: Caller,
  { title, kind, inventors, source }: FindingWire,
): Promise<string> {
  const fields = {
    ...{ ...blankAchievement, title: beginning(title, 300) },
    kind: kind && Object.hasOwn(kindOf, kind) ? kindOf[kind as keyof typeof kindOf] : null,
    inventors: inventors.map((name) => ({
      ...{ name, share: null, staffNo: null, isChief: false, holdsLeadingPost: false },
    })),
  }
  const order = { number: null, leadIdNumber: null, fields, source: source ?? '' }
  const [entered = ''] = await enterAchievements(tx, desk, by, [order])
  return entered
}

/** The right of the register that the patent is from now on: found by its number, or entered. */
async function rightFor(
  tx: Tx,
  clock: Desk['clock'],
  by: Caller,
  finding: FindingWire,
  achievement: string,
  outcome: 'ours' | 'shared',
): Promise<string> {
  const { number, title, kind, filedOn, grantedOn, inventors, applicants } = finding
  const bearers = number === null ? [] : await rightsByNumber(tx, by.institution, [number])
  const there = bearers.find(({ country }) => country === null) ?? bearers[0]
  if (there) return there.id
  // As a ledger brings it: a list of others may err in a number, which is corrected in the register.
  const [entered = ''] = await enterRights(tx, clock, by, [
    {
      fields: {
        ...blankRight,
        kind: kind && Object.hasOwn(kindOf, kind) ? (kind as keyof typeof kindOf) : 'invention',
        ...{ number, title, filedOn, grantedOn, achievementId: achievement },
        status: grantedOn === null ? 'pending' : 'granted',
        inventors: [...inventors],
        coOwners: outcome === 'shared' ? [...applicants] : [],
      },
      source: finding.source ?? '',
    },
  ])
  return entered
}
