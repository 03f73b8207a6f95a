import { accept, type Outcome, refuse } from '@yizhuan/kit'
import type { z } from 'zod'
import type { Clock } from '../../../platform/clock.ts'
import type { Tx } from '../../../platform/database.ts'
import { lockKnownChain } from '../../../platform/evidence.ts'
import { fileNotStored } from '../../../platform/files.queries.ts'
import { type Author, amendRecord, chainOf } from '../../../platform/register.ts'
import type { FundRefusals } from './fund.commands.ts'
import { entriesOf, projectsOf } from './fund.queries.ts'
import { fundRegister, projectRegister } from './fund.table.ts'
import { type Milestone, standingLines } from './fund.ts'
import type { AddMilestoneWire, MeetMilestoneWire, TakeBackMilestoneWire } from './fund.wire.ts'

// What a project is to reach, and that it did. Money may hang on it, so a mistake is taken back only while nothing
// was drawn for it, and its history keeps both.

type Answer<Value> = Promise<Outcome<Value, FundRefusals>>

interface OfProject {
  readonly fund: string
  readonly project: string
}
type OfMilestone = OfProject & { readonly place: number }

/** Adds a milestone to a project that runs: the rule of its fund may ask for one only since. */
export async function addMilestone(
  tx: Tx,
  clock: Clock,
  by: Author,
  of: OfProject,
  { title, dueOn, reason }: z.output<typeof AddMilestoneWire>,
): Answer<{ seq: number }> {
  const project = await lockedProject(tx, by, of)
  if (!project) return refuse('no-such-fund-project', {})
  if (project.stage === 'stopped') return refuse('project-stopped', { stage: project.stage })
  const { milestones } = project
  if (milestones.length >= MOST) return refuse('milestones-too-many', { most: `${MOST}` })

  // From here on it is to be reached.
  const place = Math.max(0, ...milestones.map((one) => one.place)) + 1
  const one = { place, title, dueOn, metOn: null, evidence: null, files: [] }
  return write(tx, clock, by, of, {
    ...{ milestones: [...milestones, one], reason, action: 'milestoneAdded' },
  })
}

const MOST = 40

/** Says that a milestone was reached, with what shows it; it is said once. */
export async function meetMilestone(
  tx: Tx,
  clock: Clock,
  by: Author,
  of: OfMilestone,
  { metOn, evidence, files }: z.output<typeof MeetMilestoneWire>,
): Answer<{ seq: number }> {
  const { institution } = by
  const project = await lockedProject(tx, by, of)
  if (!project) return refuse('no-such-fund-project', {})
  const milestone = project.milestones.find(({ place }) => place === of.place)
  if (!milestone) return refuse('no-such-milestone', {})
  if (milestone.metOn !== null) return refuse('milestone-met-already', { on: milestone.metOn })
  const today = clock.today()
  if (metOn > today) return refuse('fund-day-in-future', { field: 'metOn', today })
  const lost = await fileNotStored(tx, institution, files)
  if (lost) return refuse('fund-file-not-stored', { name: lost.name })

  // From here on it is reached.
  const milestones = project.milestones.map((one) =>
    one === milestone ? { ...one, metOn, evidence, files } : one,
  )
  return write(tx, clock, by, of, { milestones, reason: evidence, action: 'milestoneMet' })
}

/**
 * Takes back that a milestone was reached, or one that was planned by mistake. Whoever moves money of the fund holds
 * its chain: nobody draws for it meanwhile.
 */
export async function takeBackMilestone(
  tx: Tx,
  clock: Clock,
  by: Author,
  of: OfMilestone,
  { reason }: z.output<typeof TakeBackMilestoneWire>,
): Answer<{ seq: number }> {
  const { institution } = by
  await lockKnownChain(tx, { institution, name: chainOf(fundRegister, of.fund) })
  const project = await lockedProject(tx, by, of)
  if (!project) return refuse('no-such-fund-project', {})
  const milestone = project.milestones.find(({ place }) => place === of.place)
  if (!milestone) return refuse('no-such-milestone', {})
  const lines = await entriesOf(tx, institution, of.fund)
  const ofIt = lines.filter(
    ({ projectId, milestone: place }) => projectId === of.project && place === of.place,
  )
  const standing = new Set(standingLines(lines).map(({ seq }) => seq))
  const drawn = ofIt.find(({ seq }) => standing.has(seq))
  if (drawn) return refuse('milestone-drawn', { line: `${drawn.seq}` })
  // The ledger names it by its place for good.
  if (milestone.metOn === null && ofIt.length > 0) {
    return refuse('milestone-in-ledger', { line: `${ofIt[0]?.seq}` })
  }

  // From here on it is not reached, or not asked for.
  const back = { ...milestone, metOn: null, evidence: null, files: [] }
  const milestones =
    milestone.metOn === null
      ? project.milestones.filter((one) => one !== milestone)
      : project.milestones.map((one) => (one === milestone ? back : one))
  return write(tx, clock, by, of, { milestones, reason, action: 'milestoneTakenBack' })
}

async function lockedProject(tx: Tx, { institution }: Author, { fund, project }: OfProject) {
  await lockKnownChain(tx, { institution, name: chainOf(projectRegister, project) })
  return (await projectsOf(tx, institution, fund)).find(({ id }) => id === project)
}

async function write(
  tx: Tx,
  clock: Clock,
  by: Author,
  { project }: OfProject,
  told: {
    readonly milestones: readonly Milestone[]
    readonly reason: string
    readonly action: string
  },
): Answer<{ seq: number }> {
  const { milestones, reason, action } = told
  const amended = await amendRecord(tx, projectRegister, clock, by, project, {
    ...{ fields: { milestones }, reason, action },
  })
  return accept({ seq: amended?.seq ?? 0 })
}
