import { accept, type Outcome, refuse } from '@yizhuan/kit'
import { type FundRefusals as Balance, emptyFund, type FundMovement, moved } from '@yizhuan/money'
import type { z } from 'zod'
import { insertMany } from '../../../platform/bulk.ts'
import type { Clock } from '../../../platform/clock.ts'
import { yuanCell } from '../../../platform/csv.ts'
import type { Tx } from '../../../platform/database.ts'
import { lockChain, lockKnownChain } from '../../../platform/evidence.ts'
import { fileNotStored } from '../../../platform/files.queries.ts'
import { newId } from '../../../platform/ids.ts'
import { type Author, amendRecord, chainOf, enterRecords } from '../../../platform/register.ts'
import { achievementOf } from '../../achievements/index.ts'
import type { FileRef } from '../../cases/index.ts'
import { post } from '../../journal/index.ts'
import { entriesOf, isNumberUsed, positionOf, projectsOf, storedFund } from './fund.queries.ts'
import { fundRegister, projectRegister } from './fund.table.ts'
import { type ProjectStage, standingLines, type Through } from './fund.ts'
import type { AssessFundWire, FoundFundWire, RuleFundWire, StartProjectWire } from './fund.wire.ts'
import { fundPosting } from './posting.ts'

/** Why nothing of a fund changes. */
export interface FundRefusals extends Balance {
  'no-such-fund': Record<string, never>
  'no-such-fund-project': Record<string, never>
  'no-such-milestone': Record<string, never>
  'fund-number-used': { readonly number: string }
  'fund-day-in-future': { readonly field: string; readonly today: string }
  'fund-achievement-unknown': Record<string, never>
  'fund-file-not-stored': { readonly name: string }
  'fund-project-missing': Record<string, never>
  'fund-line-entered': { readonly line: string }
  'milestone-not-met': { readonly title: string }
  'milestone-met-already': { readonly on: string }
  'milestone-unnamed': Record<string, never>
  'milestones-missing': Record<string, never>
  'milestones-too-many': { readonly most: string }
  'milestone-drawn': { readonly line: string }
  'milestone-in-ledger': { readonly line: string }
  'project-stopped': { readonly stage: ProjectStage }
  'no-such-fund-line': Record<string, never>
  'fund-line-corrected': { readonly line: string }
  'fund-line-used': { readonly line: string }
  'fund-line-of-others': Record<string, never>
}

type Answer<Value> = Promise<Outcome<Value, FundRefusals>>

/** Founds a fund; it is empty until something is paid in. */
export async function foundFund(
  tx: Tx,
  clock: Clock,
  by: Author,
  told: z.output<typeof FoundFundWire>,
): Answer<{ id: string }> {
  await lockChain(tx, { institution: by.institution, name: 'funds' })
  const today = clock.today()
  if (told.foundedOn > today) return refuse('fund-day-in-future', { field: 'foundedOn', today })
  if (await isNumberUsed(tx, by.institution, told.number)) {
    return refuse('fund-number-used', { number: told.number })
  }
  const lost = await fileNotStored(tx, by.institution, told.files)
  if (lost) return refuse('fund-file-not-stored', { name: lost.name })

  // From here on it is founded.
  const id = newId()
  const fields = { ...told, assessment: null }
  await enterRecords(tx, fundRegister, by, clock.now(), [{ id, fields }])
  return accept({ id })
}

/** A movement of money, or of what is promised. */
export interface Movement {
  readonly kind: FundMovement
  readonly project: string | null
  readonly party: string | null
  readonly through: Through
  readonly milestone: number | null
  readonly fen: string
  readonly on: string
  readonly reference: string
  readonly files: readonly FileRef[]
}

/** Writes the next line of a fund's ledger: never below nothing, neither the fund nor the project. */
export async function moveMoney(
  tx: Tx,
  clock: Clock,
  by: Author,
  id: string,
  told: Movement,
): Answer<{ seq: number }> {
  const { institution } = by
  await lockKnownChain(tx, { institution, name: chainOf(fundRegister, id) })
  const fund = await storedFund(tx, institution, id)
  if (!fund) return refuse('no-such-fund', {})
  const today = clock.today()
  if (told.on > today) return refuse('fund-day-in-future', { field: 'on', today })
  const isOfProject = told.kind !== 'contributed' && told.kind !== 'givenBack'
  if (isOfProject && told.project === null) return refuse('fund-project-missing', {})
  const projectId = isOfProject ? told.project : null
  const project = (await projectsOf(tx, institution, id)).find((one) => one.id === projectId)
  if (isOfProject && !project) return refuse('no-such-fund-project', {})
  const isOver = project && shutStages[told.kind]?.includes(project.stage)
  if (project && isOver) return refuse('project-stopped', { stage: project.stage })
  const milestone = told.kind === 'drawn' ? told.milestone : null
  if (told.kind === 'drawn' && fund.byMilestone && milestone === null) {
    return refuse('milestone-unnamed', {})
  }
  if (milestone !== null) {
    const reached = project?.milestones.find(({ place }) => place === milestone)
    if (!reached) return refuse('no-such-milestone', {})
    if (reached.metOn === null) return refuse('milestone-not-met', { title: reached.title })
  }
  const entries = await entriesOf(tx, institution, id)
  // A voucher may bear several lines; the same line twice is one that was sent twice.
  const same = standingLines(entries).find((one) =>
    isSameLine(one, { ...told, project: projectId, milestone }),
  )
  if (same) return refuse('fund-line-entered', { line: `${same.seq}` })
  const last = entries.at(-1)
  const before = last
    ? { cash: BigInt(last.cashFen), reserved: BigInt(last.reservedFen) }
    : emptyFund
  const ofProject = positionOf(entries.filter((entry) => entry.projectId === projectId))
  const outcome = moved(before, ofProject, { kind: told.kind, fen: BigInt(told.fen) })
  if (outcome.kind === 'refused') return outcome
  const lost = await fileNotStored(tx, institution, told.files)
  if (lost) return refuse('fund-file-not-stored', { name: lost.name })

  // From here on it is moved.
  const entry = {
    ...{ id: newId(), kind: told.kind, amountFen: told.fen, onDay: told.on },
    ...{ through: told.through, reference: told.reference },
  }
  const { cash, reserved } = outcome.value.fund
  await insertMany(tx, 'fundEntry', [
    {
      ...{ institutionId: institution, fundId: id, seq: (last?.seq ?? 0) + 1, ...entry },
      ...{ projectId, party: told.party, milestone, files: told.files },
      ...{ cashFen: `${cash}`, reservedFen: `${reserved}`, corrects: null },
      ...{ madeAt: clock.now(), madeBy: by.person, madeName: by.name },
    },
  ])
  await post(tx, clock, institution, fundPosting({ id, name: fund.name }, entry))
  const field = told.kind
  const to = { fen: told.fen, on: told.on, project: project?.title ?? told.party }
  const amended = await amendRecord(tx, fundRegister, clock, by, id, {
    fields: {},
    beside: [{ field, from: null, to: textsOf(to) }],
    ...{ reason: told.reference, action: 'moved' },
  })
  return accept({ seq: amended?.seq ?? 0 })
}

/** At which stages a project is promised or given nothing any more; what it has can always come back. */
const shutStages: Partial<Record<FundMovement, readonly ProjectStage[]>> = {
  committed: ['stopped', 'handed_over'],
  drawn: ['stopped'],
}

function isSameLine(one: Awaited<ReturnType<typeof entriesOf>>[number], told: Movement): boolean {
  const isOfOne = one.projectId === told.project && one.milestone === told.milestone
  const isToOne = one.party === told.party && one.through === told.through
  const isByOne = one.reference === told.reference && one.onDay === told.on
  return one.kind === told.kind && one.amountFen === told.fen && isOfOne && isToOne && isByOne
}

const textsOf = ({ fen, on, project }: { fen: string; on: string; project: string | null }) => [
  yuanCell(fen),
  on,
  ...(project === null ? [] : [project]),
]

/** Takes a project into a fund; nothing is promised to it yet. */
export async function startProject(
  tx: Tx,
  clock: Clock,
  by: Author,
  fundId: string,
  { achievement, milestones, ...told }: z.output<typeof StartProjectWire>,
): Answer<{ id: string }> {
  const { institution } = by
  const fund = await storedFund(tx, institution, fundId)
  if (!fund) return refuse('no-such-fund', {})
  if (fund.byMilestone && milestones.length === 0) return refuse('milestones-missing', {})
  const today = clock.today()
  if (told.startedOn > today) return refuse('fund-day-in-future', { field: 'startedOn', today })
  if (achievement !== null && !(await achievementOf(tx, institution, achievement))) {
    return refuse('fund-achievement-unknown', {})
  }

  // From here on it is supported.
  const id = newId()
  const ahead = milestones.map((one, at) => ({
    ...{ place: at + 1, ...one, metOn: null, evidence: null, files: [] },
  }))
  const fields = { ...told, fundId, achievementId: achievement, milestones: ahead }
  await enterRecords(tx, projectRegister, by, clock.now(), [{ id, fields }])
  return accept({ id })
}

/** Says that a project has come to another stage, and why. */
export async function moveStage(
  tx: Tx,
  clock: Clock,
  by: Author,
  { fund, project }: { readonly fund: string; readonly project: string },
  { stage, reason }: { readonly stage: ProjectStage; readonly reason: string },
): Answer<{ seq: number }> {
  const known = (await projectsOf(tx, by.institution, fund)).some(({ id }) => id === project)
  if (!known) return refuse('no-such-fund-project', {})

  // From here on it is there.
  const amended = await amendRecord(tx, projectRegister, clock, by, project, {
    ...{ fields: { stage }, reason, action: 'staged' },
  })
  return accept({ seq: amended?.seq ?? 0 })
}

/** Says by what rule a fund is kept from now on, and why. */
export async function ruleFund(
  tx: Tx,
  clock: Clock,
  by: Author,
  id: string,
  { rule, byMilestone, reason }: z.output<typeof RuleFundWire>,
): Answer<{ seq: number }> {
  const amended = await amendRecord(tx, fundRegister, clock, by, id, {
    ...{ fields: { rule, byMilestone }, reason, action: 'ruled' },
  })
  return amended ? accept(amended) : refuse('no-such-fund', {})
}

/** Says how a fund is assessed. */
export async function assessFund(
  tx: Tx,
  clock: Clock,
  by: Author,
  id: string,
  assessment: z.output<typeof AssessFundWire>,
): Answer<{ seq: number }> {
  const amended = await amendRecord(tx, fundRegister, clock, by, id, {
    ...{ fields: { assessment }, reason: '', action: 'assessed' },
  })
  return amended ? accept(amended) : refuse('no-such-fund', {})
}
