// A scenario while it is told: where it happens, what was told so far, and the case in hand.
import type { Day } from '@yizhuan/kit'
import { expect } from 'vitest'
import { type Office, offices } from './hands.ts'
import { Telling } from './telling.ts'
import type { Hospital, World } from './world.ts'

/** A case that somebody opened. */
export interface CaseInHand {
  readonly id: string
  readonly procedure: string
}

export class Play {
  readonly telling = new Telling()
  /** The number of the last act of the case in hand. */
  seq = 0
  /** Who looks at the cases; some are open to few. */
  reader: Office = 'reviewer'
  private held: CaseInHand | undefined

  readonly world: World
  readonly hospital: Hospital

  constructor(world: World, hospital: Hospital) {
    this.world = world
    this.hospital = hospital
  }

  today(): Day {
    return this.world.house.clock.today()
  }

  get isCaseOpen(): boolean {
    return this.held !== undefined
  }

  get inHand(): CaseInHand {
    if (!this.held) throw new TypeError('No case was opened yet.')
    return this.held
  }

  takes(one: CaseInHand): void {
    this.held = one
  }

  as(office: Office) {
    return this.hospital.as(offices[office].roles)
  }

  /** The case in hand as its readers see it. */
  // biome-ignore lint/suspicious/noExplicitAny: a scenario looks at what it is about.
  async reads(): Promise<any> {
    const { status, text, body } = await this.as(this.reader)('GET', `/cases/${this.inHand.id}`)
    expect(status, text).toBe(200)
    return body
  }

  /** Time passes until the morning of a day. */
  async passesTo(to: Day): Promise<void> {
    await this.world.passesTo(this.hospital, new Date(`${to}T09:00:00+08:00`))
    await this.catchesUp()
  }

  /** Others may have acted in the case in hand: the public, or the service by itself. */
  async catchesUp(): Promise<void> {
    if (this.held) this.seq = await this.world.lastSeq(this.hospital, this.held.id)
  }
}
