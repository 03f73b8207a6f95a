import type { Day, Lang, Words } from '@yizhuan/kit'
import { explainNorm, type Why } from './explain.ts'
import { type Judgement, type Possibility, type Status, silence } from './judge.ts'
import type { Norm, UsedReading } from './law.ts'
import type { Look } from './look.ts'
import type { Cite } from './pack.ts'
import type { UsedParameter } from './parameters.ts'

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
  readonly due?: Day | undefined
  /** First day after a waiting period that is still running. */
  readonly opens?: Day | undefined
  /** The act of the law's vocabulary that meets this norm. */
  readonly settledBy?: string | undefined
  readonly cites: readonly Cite[]
  readonly parameters: readonly UsedParameter[]
  readonly readings: readonly UsedReading[]
  readonly evidence: readonly string[]
  readonly breachOf?: 'law' | 'institution' | undefined
  /** A draft text: it advises, it never blocks. */
  readonly advisory: boolean
  readonly calendarMissing: readonly number[]
  why(lang: Lang): Why
}

const NO_PAPERS: readonly string[] = []

/** A finding that reads from its norm and judgement. What is dear is worked out when it is asked for. */
export class Found implements Finding {
  private readonly look: Look
  private readonly rule: Norm
  private readonly judgement: Judgement
  private readonly special: Norm | undefined

  constructor(look: Look, rule: Norm, judgement: Judgement, special?: Norm) {
    this.look = look
    this.rule = rule
    this.judgement = judgement
    this.special = special
  }

  /** The same norm, silent because a special one speaks in its place. */
  replacedBy(special: Norm): Found {
    return new Found(this.look, this.rule, silence(this.judgement), special)
  }

  get norm() {
    return this.rule.id
  }
  get pack() {
    return this.rule.pack
  }
  get topic() {
    return this.rule.topic
  }
  get title() {
    return this.rule.title
  }
  get force() {
    return this.rule.force
  }
  get status() {
    return this.judgement.status
  }
  get possible() {
    return this.judgement.possible
  }
  get missing() {
    return this.judgement.missing
  }
  get due() {
    return this.judgement.due
  }
  get opens() {
    return this.judgement.opens
  }
  get settledBy() {
    return this.rule.settledBy
  }
  get cites() {
    return this.rule.uses.cites
  }
  get parameters() {
    return this.judgement.parameters
  }
  get readings() {
    return this.look.readingsOf(this.rule)
  }
  get evidence() {
    const { evidence } = this.look.options
    return evidence ? [...this.rule.uses.facts].flatMap((id) => evidence[id] ?? []) : NO_PAPERS
  }
  get breachOf() {
    return this.judgement.status === 'breached' ? this.look.breachOf(this.rule) : undefined
  }
  get advisory() {
    return this.rule.isAdvisory
  }
  get calendarMissing() {
    return this.judgement.calendarMissing
  }
  why(lang: Lang): Why {
    const { rule: norm, judgement, special } = this
    return explainNorm(this.look, { norm, judgement, special }, lang)
  }
}
