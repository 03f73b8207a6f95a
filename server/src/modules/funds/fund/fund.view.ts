import type { Day } from '@yizhuan/kit'
import { assess, knownFacts } from '@yizhuan/law'
import type { Tx } from '../../../platform/database.ts'
import { groundOf } from '../../policies/index.ts'
import { entriesOf, lineOf, positionOf, projectsOf, storedFund } from './fund.queries.ts'
import { type Assessment, projectStages } from './fund.ts'
import type { FundProjectWire, FundWire } from './fund.wire.ts'

/** A fund with its ledger, what it supports, and what the law says of how it is assessed. */
export async function fundOf(
  tx: Tx,
  institution: string,
  id: string,
  today: Day,
): Promise<FundWire | undefined> {
  const fund = await storedFund(tx, institution, id)
  if (!fund) return undefined
  const entries = await entriesOf(tx, institution, id)
  const rows = await projectsOf(tx, institution, id)
  const supported = rows.map(({ milestones, ...row }): FundProjectWire => {
    const at = positionOf(entries.filter(({ projectId }) => projectId === row.id))
    return {
      ...row,
      ...{ committedFen: `${at.committed}`, reservedFen: `${at.reserved}` },
      outlayFen: `${at.outlay}`,
      milestones: milestones.map((one) => ({ ...one, files: copies(one.files) })),
    }
  })
  const last = entries.at(-1)
  const { number, name, kind, foundedOn, approvedBy, rule, files, remark, assessment } = fund
  const correctedBy = new Map(entries.map(({ seq, corrects }) => [corrects, seq]))
  const position = { cashFen: last?.cashFen ?? '0', reservedFen: last?.reservedFen ?? '0' }
  return {
    ...lineOf({ id, number, name, kind, foundedOn, ...position, projects: rows.length }),
    ...{ approvedBy, rule, byMilestone: fund.byMilestone, files: copies(files), remark, supported },
    portfolio: portfolioOf(supported),
    entries: entries.map((entry) => ({
      ...{ seq: entry.seq, kind: entry.kind, fen: entry.amountFen, on: entry.onDay },
      ...{ project: entry.project, party: entry.party, through: entry.through },
      ...{ reference: entry.reference, files: copies(entry.files), by: entry.madeName },
      ...{ cashFen: entry.cashFen, reservedFen: entry.reservedFen },
      ...{ corrects: entry.corrects, correctedBy: correctedBy.get(entry.seq) ?? null },
    })),
    assessment: assessment && { ...assessment },
    findings: await findingsOf(tx, institution, assessment, today),
  }
}

/** What is supported, by stage; stages without a project are left out. */
function portfolioOf(projects: readonly FundProjectWire[]): FundWire['portfolio'] {
  return projectStages.flatMap((stage) => {
    const here = projects.filter((one) => one.stage === stage)
    const sum = (of: 'committedFen' | 'outlayFen') =>
      `${here.reduce((all, one) => all + BigInt(one[of]), 0n)}`
    const sums = { committedFen: sum('committedFen'), outlayFen: sum('outlayFen') }
    return here.length === 0 ? [] : [{ stage, projects: here.length, ...sums }]
  })
}

/** What the law of the place says of how the fund is assessed; nothing where it does not speak of it. */
async function findingsOf(
  tx: Tx,
  institution: string,
  told: Assessment | null,
  today: Day,
): Promise<FundWire['findings']> {
  const { law, rules, chosen } = await groundOf(tx, institution, today)
  const norms = law.norms.filter(({ topic }) => topic.startsWith('fund.'))
  if (norms.length === 0) return []
  const facts = knownFacts(law, { matter: 'fund', ...told })
  const only = new Set(norms.map(({ id }) => id))
  return assess(law, facts, { asOf: today, rules, chosen, only }).findings.map((finding) => ({
    ...{ norm: finding.norm, title: { ...finding.title }, status: finding.status },
    articles: finding.rule.cites.map(({ source, at }) => ({ source, at })),
  }))
}

const copies = <One extends object>(some: readonly One[]) => some.map((one) => ({ ...one }))
