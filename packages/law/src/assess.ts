import type { Day, Words } from '@yizhuan/kit'
import { explainNorm, type Why } from './explain.ts'
import {
  anchorOf,
  choiceOn,
  type Judgement,
  judge,
  type Outlook,
  type Possibility,
  readingOf,
  Sight,
  type Status,
} from './judge.ts'
import type { Law, Norm } from './law.ts'
import { type MoneyBlock, moneyOf } from './money.ts'
import type { Cite } from './pack.ts'
import type { UsedParameter } from './parameters.ts'
import type { Facts } from './value.ts'

/** The day to look from, the institution's rules and readings, and the papers behind facts. */
export interface AssessOptions extends Outlook {
  readonly evidence?: Readonly<Record<string, readonly string[]>>
  /** Only these norms; acts are then judged by them alone. */
  readonly only?: ReadonlySet<string>
}

/** What the law says of one norm on one day. */
export interface Finding {
  readonly norm: string
  readonly pack: string
  readonly topic: string
  readonly title: Words
  readonly force: 'must' | 'should'
  readonly status: Status
  /** What it could still turn out to be. Without "breached" in it, unknown is already good news. */
  readonly possible: readonly Possibility[]
  readonly missing: readonly string[]
  readonly due?: Day
  /** First day after a waiting period that is still running. */
  readonly opens?: Day
  readonly cites: readonly Cite[]
  readonly parameters: readonly UsedParameter[]
  readonly readings: readonly {
    readonly id: string
    readonly reading: string
    readonly alternatives: readonly string[]
    /** Who chose it and on what basis; absent for the documented default. */
    readonly chosen?: { readonly by: string; readonly basis: string; readonly from: string }
  }[]
  readonly evidence: readonly string[]
  readonly breachOf?: 'law' | 'institution'
  /** A draft text: it advises, it never blocks. */
  readonly advisory: boolean
  readonly calendarMissing: readonly number[]
  readonly why: (lang: 'zh' | 'en') => Why
}

/** A finding as the reason of a verdict. */
export interface Because {
  readonly norm: string
  readonly title: Words
  readonly status: Status
  readonly cites: readonly Cite[]
  readonly missing: readonly string[]
  readonly opens?: Day
  readonly due?: Day
  /** Whose rule is in the way, when it is breached. */
  readonly breachOf?: 'law' | 'institution'
}

/** Whether an act is allowed now, and by which norms it is not. */
export interface Verdict {
  readonly can: 'yes' | 'no' | 'unknown'
  readonly because: readonly Because[]
  /** What advises against it without blocking: rules in principle and drafts. */
  readonly warnings: readonly Because[]
}

/** The answer that everything a user sees is made of. */
export interface Assessment {
  readonly packs: string
  readonly hash: string
  readonly asOf: Day
  readonly findings: readonly Finding[]
  readonly actions: Readonly<Record<string, Verdict>>
  readonly money?: MoneyBlock
}

/** Judges every norm on the facts as of a day. Pure: the same input gives the same answer, for ever. */
export function assess(law: Law, facts: Facts, options: AssessOptions): Assessment {
  const norms = options.only ? law.norms.filter(({ id }) => options.only?.has(id)) : law.norms
  const judged = judgeAll(law, norms, facts, options)
  const silent = new Set<string>()
  for (const { norm, judgement } of judged) {
    // Where the special norm may not apply at all, the general one still speaks.
    if (!judgement.possible.includes('na')) for (const id of norm.replaces) silent.add(id)
  }
  const findings = judged.map(({ norm, judgement, sight }) =>
    findingOf(
      law,
      facts,
      options,
      norm,
      silent.has(norm.id) ? silence(judgement) : judgement,
      sight,
    ),
  )
  const money = moneyOf(law, facts, options)
  return {
    packs: law.id,
    hash: law.hash,
    asOf: options.asOf,
    findings,
    actions: verdictsOf(law, norms, findings),
    ...(money ? { money } : {}),
  }
}

interface Judged {
  readonly norm: Norm
  readonly judgement: Judgement
  readonly sight: Sight
}

function judgeAll(
  law: Law,
  norms: readonly Norm[],
  facts: Facts,
  outlook: Outlook,
): readonly Judged[] {
  const parameters = new Map<string, UsedParameter | undefined>()
  return norms.map((norm) => {
    const on = anchorOf(norm, facts, outlook.asOf)
    const sight = new Sight(law, facts, outlook, on, parameters)
    return { norm, judgement: judge(norm, sight, on, outlook.asOf), sight }
  })
}

function silence(judgement: Judgement): Judgement {
  return { ...judgement, status: 'na', possible: ['na'], missing: [] }
}

function findingOf(
  law: Law,
  facts: Facts,
  options: AssessOptions,
  norm: Norm,
  judgement: Judgement,
  sight: Sight,
): Finding {
  const { status, possible, missing, due, opens, calendarMissing } = judgement
  return {
    norm: norm.id,
    pack: norm.pack,
    topic: norm.topic,
    title: norm.title,
    force: norm.force,
    status,
    possible,
    missing,
    ...(due === undefined ? {} : { due }),
    ...(opens === undefined ? {} : { opens }),
    cites:
      norm.uses.cites.length === 0 ? norm.cites : uniqueCites([...norm.cites, ...norm.uses.cites]),
    parameters: [...norm.uses.params].flatMap((id) => sight.parameter(id) ?? []),
    readings: [...norm.uses.readings].map((id) => usedReading(law, id, options, judgement.on)),
    evidence: options.evidence
      ? [...norm.uses.facts].flatMap((id) => options.evidence?.[id] ?? [])
      : [],
    ...(status === 'breached' ? { breachOf: breachOf(law, facts, options, norm) } : {}),
    advisory: norm.isAdvisory,
    calendarMissing,
    why: (lang) => explainNorm(law, norm, facts, options, lang),
  }
}

function usedReading(law: Law, id: string, outlook: Outlook, on: Day): Finding['readings'][number] {
  const reading = readingOf(law, id, outlook, on)
  const all = [...(law.interpretations.get(id)?.readings.keys() ?? [])]
  const choice = choiceOn(outlook, id, on)
  return {
    id,
    reading,
    alternatives: all.filter((other) => other !== reading),
    ...(choice?.reading === reading
      ? { chosen: { by: choice.by, basis: choice.basis, from: choice.from } }
      : {}),
  }
}

function uniqueCites(cites: readonly Cite[]): readonly Cite[] {
  const seen = new Set<string>()
  return cites.filter(({ source, at }) => {
    const key = `${source}#${at}`
    return seen.has(key) ? false : seen.add(key)
  })
}

/** A breach that disappears without the institution's own rules is a breach of those only. */
function breachOf(
  law: Law,
  facts: Facts,
  options: AssessOptions,
  norm: Norm,
): 'law' | 'institution' {
  if (!options.rules?.length) return 'law'
  const outlook: Outlook = { ...options, rules: [] }
  const on = anchorOf(norm, facts, options.asOf)
  const bare = judge(norm, new Sight(law, facts, outlook, on), on, options.asOf)
  return bare.status === 'breached' ? 'law' : 'institution'
}

function verdictsOf(
  law: Law,
  norms: readonly Norm[],
  findings: readonly Finding[],
): Record<string, Verdict> {
  const actions: Record<string, Verdict> = {}
  for (const action of Object.keys(law.actions)) {
    const open = findings.filter(
      (finding, index) => norms[index]?.requiredFor.includes(action) && isOpen(finding),
    )
    const hard = open.filter(({ force, advisory }) => force === 'must' && !advisory)
    const no = hard.filter(({ status }) => status !== 'unknown')
    actions[action] = {
      can: hard.length === 0 ? 'yes' : no.length > 0 ? 'no' : 'unknown',
      because: [...no, ...hard.filter(({ status }) => status === 'unknown')].map(becauseOf),
      warnings: open.filter((finding) => !hard.includes(finding)).map(becauseOf),
    }
  }
  return actions
}

/** Neither met nor out of the way; an unknown that cannot end badly is out of the way. */
function isOpen({ status, possible }: Finding): boolean {
  if (status === 'met' || status === 'na') return false
  return status !== 'unknown' || possible.some((one) => one !== 'met' && one !== 'na')
}

function becauseOf(finding: Finding): Because {
  const { norm, title, status, cites, missing, opens, due, breachOf } = finding
  return {
    norm,
    title,
    status,
    cites,
    missing,
    ...(opens ? { opens } : {}),
    ...(due ? { due } : {}),
    ...(breachOf ? { breachOf } : {}),
  }
}

/** Which other readings would change a finding; empty when it does not depend on interpretation. */
export function sensitivityOf(
  law: Law,
  normId: string,
  facts: Facts,
  outlook: Outlook,
): readonly { readonly id: string; readonly reading: string; readonly status: Status }[] {
  const norm = law.norms.find(({ id }) => id === normId)
  if (!norm) return []
  const on = anchorOf(norm, facts, outlook.asOf)
  const statusUnder = (readings: Readonly<Record<string, string>>): Status =>
    judge(norm, new Sight(law, facts, { ...outlook, readings }, on), on, outlook.asOf).status
  const now = statusUnder(outlook.readings ?? {})
  return [...norm.uses.readings].flatMap((id) =>
    [...(law.interpretations.get(id)?.readings.keys() ?? [])]
      .filter((reading) => reading !== readingOf(law, id, outlook, on))
      .map((reading) => ({
        id,
        reading,
        status: statusUnder({ ...outlook.readings, [id]: reading }),
      }))
      .filter(({ status }) => status !== now),
  )
}
