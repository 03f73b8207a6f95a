import type { Day } from '@yizhuan/kit'
import type { Agenda, Group } from './agenda.ts'
import { Finding } from './finding.ts'
import { judgeInPlace, type Status } from './judge.ts'
import type { Lapse } from './lapse.ts'
import type { Law, Norm } from './law.ts'
import { Look } from './look.ts'
import { type MoneyBlock, moneyOf } from './money.ts'
import type { Regime } from './regimes.ts'
import type { Outlook } from './sight.ts'
import type { Facts } from './value.ts'
import { isOpen, type Verdict, verdictsOf } from './verdict.ts'

/** The day to look from, the institution's rules and readings, and the papers behind facts. */
export interface AssessOptions extends Outlook {
  readonly evidence?: Readonly<Record<string, readonly string[]>>
  /** Only these norms; acts are then judged by them alone. */
  readonly only?: ReadonlySet<string>
}

/** The answer that everything a user sees is made of. */
export interface Assessment {
  readonly packs: string
  readonly hash: string
  readonly asOf: Day
  readonly findings: readonly Finding[]
  /** Worked out when they are asked for, and once. */
  readonly actions: Readonly<Record<string, Verdict>>
  readonly money?: MoneyBlock | undefined
  /** Laws of which no text is in force on the day: what they ask is not asked, and not allowed thereby. */
  readonly lapses: readonly Lapse[]
}

/** Judges every norm on the facts as of a day. Pure: the same input gives the same answer, for ever. */
export function assess(law: Law, facts: Facts, options: AssessOptions): Assessment {
  const { only } = options
  const look = new Look(law, facts, options)
  const found = new Array<Finding>(law.norms.length)
  if (only === undefined) {
    const open = findAll(look, found)
    silence(law, found)
    return new Answer(look, found, stillOpen(open, found))
  }
  const norms = normsOf(law, only)
  for (const norm of norms) found[norm.place] = new Finding(look, look.judge(norm))
  silence(law, found)
  const findings = norms.flatMap(({ place }) => found[place] ?? [])
  return new Answer(look, findings, findings.filter(isOpen))
}

const NO_NORMS: ReadonlySet<string> = new Set()

/** The money alone, as `assess` has it: no norm is judged for it. */
export function assessMoney(law: Law, facts: Facts, outlook: Outlook): MoneyBlock | undefined {
  return assess(law, facts, { ...outlook, only: NO_NORMS }).money
}

/** Every norm, judged under the law of its day; a group of norms has one. Answers what is open. */
function findAll(look: Look, found: Finding[]): Finding[] {
  const open: Finding[] = []
  const { matter } = look
  const { groups } = look.law.code
  let regime: Regime | undefined
  let agendas: readonly Agenda[] = []
  for (let number = 0; number < groups.length; number += 1) {
    const { anchor, isAdvisory } = groups[number] as Group
    const sight = look.sightAt(anchor, isAdvisory)
    if (sight.regime !== regime) {
      regime = sight.regime
      agendas = regime.agendas.about(matter)
    }
    const { judged, silent } = agendas[number] as Agenda
    for (const here of judged) {
      const judgement = judgeInPlace(here, sight)
      const finding = new Finding(look, judgement)
      found[here.place] = finding
      // Nearly all judgements are one of these two, and need not be looked into.
      const isSettled = judgement === here.met || judgement === here.notApplicable
      if (!isSettled && isOpen(finding)) open.push(finding)
    }
    for (const { place, notApplicable } of silent) found[place] = new Finding(look, notApplicable)
  }
  return open
}

/** What is open in the order of the law, less what fell silent. */
function stillOpen(open: Finding[], found: readonly Finding[]): readonly Finding[] {
  return open
    .filter((finding) => found[finding.rule.place] === finding)
    .sort((a, b) => a.rule.place - b.rule.place)
}

/** A class: getters of a literal would cost more than to judge six norms. */
class Answer implements Assessment {
  readonly packs: string
  readonly hash: string
  readonly asOf: Day
  readonly findings: readonly Finding[]
  private readonly look: Look
  private readonly open: readonly Finding[]
  private verdicts: Assessment['actions'] | undefined
  private block: MoneyBlock | undefined

  constructor(look: Look, findings: readonly Finding[], open: readonly Finding[]) {
    this.packs = look.law.id
    this.hash = look.law.hash
    this.asOf = look.options.asOf
    this.findings = findings
    this.look = look
    this.open = open
  }

  get actions(): Assessment['actions'] {
    this.verdicts ??= verdictsOf(this.look.standing.allowed, this.open)
    return this.verdicts
  }

  get lapses(): readonly Lapse[] {
    return this.look.standing.lapses
  }

  get money(): MoneyBlock | undefined {
    this.block ??= moneyOf(this.look)
    return this.block
  }
}

/** Some norms in the order of the law. */
function normsOf({ code }: Law, ids: ReadonlySet<string>): readonly Norm[] {
  const norms: Norm[] = []
  for (const id of ids) {
    const norm = code.byId.get(id)
    if (norm) norms.push(norm)
  }
  return norms.sort((a, b) => a.place - b.place)
}

/** Where a special norm applies, the general ones fall silent. */
function silence({ code }: Law, found: Finding[]): void {
  // Where the special norm may not apply at all, the general one still speaks.
  const speaking = code.special.filter(
    ({ special }) => found[special.place]?.possible.includes('na') === false,
  )
  for (const { special, general } of speaking) {
    for (const place of general) {
      const finding = found[place]
      if (finding) found[place] = finding.replacedBy(special)
    }
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
  const statusUnder = (readings: Readonly<Record<string, string>>): Status =>
    new Look(law, facts, { ...outlook, readings }).judge(norm).status
  const now = statusUnder(outlook.readings ?? {})
  return new Look(law, facts, outlook).readingsOf(norm).flatMap(({ id, alternatives }) =>
    alternatives
      .map((reading) => ({
        id,
        reading,
        status: statusUnder({ ...outlook.readings, [id]: reading }),
      }))
      .filter(({ status }) => status !== now),
  )
}
