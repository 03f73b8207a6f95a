import type { Day, Words } from '@yizhuan/kit'
import { type Judgement, type Possibility, type Status, silence } from './judge.ts'
import type { Norm, UsedReading } from './law.ts'
import type { Look } from './look.ts'
import type { Cite } from './pack.ts'
import type { UsedParameter } from './parameters.ts'

const NO_PAPERS: readonly string[] = []

/**
 * What the law says of one norm on one day. It reads from its norm and judgement; what is dear is
 * worked out when it is asked for, and why it is so by `explain`, which a page loads when it is read.
 */
export class Finding {
  /** What it was found with, for its explanation. */
  readonly look: Look
  readonly judgement: Judgement

  constructor(look: Look, judgement: Judgement) {
    this.look = look
    this.judgement = judgement
  }

  /** The same norm, silent because a special one speaks in its place. */
  replacedBy(special: Norm): Finding {
    return new Finding(this.look, silence(this.judgement, special))
  }

  get rule(): Norm {
    return this.judgement.norm
  }
  get special(): Norm | undefined {
    return this.judgement.special
  }

  get norm(): string {
    return this.rule.id
  }
  get pack(): string {
    return this.rule.pack
  }
  get topic(): string {
    return this.rule.topic
  }
  get title(): Words {
    return this.rule.title
  }
  get force(): 'must' | 'should' {
    return this.rule.force
  }
  get status(): Status {
    return this.judgement.status
  }
  /** What it could still turn out to be. Without "breached" in it, unknown is already good news. */
  get possible(): readonly Possibility[] {
    return this.judgement.possible
  }
  get missing(): readonly string[] {
    return this.judgement.missing
  }
  get due(): Day | undefined {
    return this.judgement.due
  }
  /** First day after a waiting period that is still running. */
  get opens(): Day | undefined {
    return this.judgement.opens
  }
  /** The act of the law's vocabulary that meets this norm. */
  get settledBy(): string | undefined {
    return this.rule.settledBy
  }
  /** The acts of the law's vocabulary that need it. */
  get requiredFor(): readonly string[] {
    return this.rule.requiredFor
  }
  get cites(): readonly Cite[] {
    return this.rule.uses.cites
  }
  get parameters(): readonly UsedParameter[] {
    return this.judgement.parameters
  }
  get readings(): readonly UsedReading[] {
    return this.look.readingsOf(this.rule)
  }
  get evidence(): readonly string[] {
    const { evidence } = this.look.options
    return evidence ? [...this.rule.uses.facts].flatMap((id) => evidence[id] ?? []) : NO_PAPERS
  }
  get breachOf(): 'law' | 'institution' | undefined {
    return this.judgement.status === 'breached' ? this.look.breachOf(this.rule) : undefined
  }
  /** A draft text: it advises, it never blocks. */
  get advisory(): boolean {
    return this.rule.isAdvisory
  }
  get calendarMissing(): readonly number[] {
    return this.judgement.calendarMissing
  }
}
