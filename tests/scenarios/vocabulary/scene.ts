// The vocabulary of a scenario: days, people and what they do, what is refused, what can be seen.
import { addDays, addWorkdays, type Day, day } from '@yizhuan/kit'
import { expect } from 'vitest'
import { type Actor, actorIn } from './actor.ts'
import type { Deal } from './deal.ts'
import { type DealVerbs, dealVerbs, goesOn } from './dealing.ts'
import { type Ending, type Status, standsAs, statusWords } from './ending.ts'
import { type Office, offices, Refusal } from './hands.ts'
import { type CaseInHand, Play } from './play.ts'
import type { House } from './scenario.ts'
import type { World } from './world.ts'

/** What a scenario is told with. */
export interface Scene extends Readonly<Record<Office, Actor & DealVerbs>> {
  readonly play: Play
  today(): Day
  /** The morning of a day; what falls due on the way happens on its day. */
  on(day: string): Promise<void>
  later(by: { readonly days: number } | { readonly workdays: number }): Promise<void>
  /** Takes the usual steps that come next in a deal, on the days they usually take, up to one of them. */
  goesOn(deal: Deal, until: keyof DealVerbs): Promise<void>
  /** Takes another case in hand. */
  about(one: CaseInHand): Promise<void>
  /** Holds that an attempt is refused by an article, or by a code of the record, and writes nothing. */
  refused(why: string, attempt: Promise<unknown>): Promise<void>
  /** Holds that an article has to be followed by a day. */
  due(article: string, by: string): Promise<void>
  /** Holds that an article lets the case go on from a day, and not before. */
  waits(article: string, until: string): Promise<void>
  /** Holds that an article which only advises, or a draft, is not followed, and stops nothing. */
  advised(article: string): Promise<void>
  /** Holds that the case in hand is interrupted, goes on or is over. */
  stands(status: Status): Promise<void>
  /** Somebody who read the notice of the case in hand objects to it in their own name. */
  publicObjects(text: string): Promise<void>
  /** Holds how it ended, and that whoever doubts it can check it. */
  ends(how: Ending): Promise<void>
}

/** Sets the scene in an institution of its own, on the first day. */
export async function setScene(world: World, name: string, house: House): Promise<Scene> {
  const play = new Play(world, await world.founds(name, day('2026-01-15')))
  const { telling } = play
  await describes(play, house)
  const actor = (office: Office) => {
    const somebody = actorIn(play, office)
    return { ...somebody, ...dealVerbs(somebody, () => play.today()) }
  }
  const scene: Scene = {
    ...(Object.fromEntries(
      (Object.keys(offices) as Office[]).map((office) => [office, actor(office)]),
    ) as Record<Office, Actor & DealVerbs>),
    play,
    today: () => play.today(),
    on: (to) => play.passesTo(day(to)),
    later: (by) => play.passesTo(after(play, by)),
    async about(one) {
      play.takes(one)
      await play.catchesUp()
    },
    async refused(why, attempt) {
      const error = await attempt.then(
        () => new Error(`accepted, and should be refused by ${why}`),
        (thrown: unknown) => thrown,
      )
      if (!(error instanceof Refusal)) throw error
      expect(error.reasons, error.message).toContain(why)
      // Nothing was written: the record is as long as it was.
      if (play.isCaseOpen) expect((await play.reads()).case.seq).toBe(play.seq)
      telling.refused(error, why)
    },
    async due(article, by) {
      const days = (await findings(play, article)).flatMap(({ due }) => due ?? [])
      expect(days, `what ${article} is due by`).toContain(by)
      telling.seen(play.today(), `最迟 ${by} 办理（${article}）`, `due by ${by} (${article})`)
    },
    async waits(article, until) {
      const days = (await findings(play, article)).flatMap(({ opens }) => opens ?? [])
      expect(days, `what ${article} waits for`).toContain(until)
      telling.seen(play.today(), `最早 ${until}（${article}）`, `not before ${until} (${article})`)
    },
    async advised(article) {
      const said = (await findings(play, article)).find(
        ({ status, advisory, force }) =>
          (advisory || force === 'should') && (status === 'breached' || status === 'pending'),
      )
      const { title } = said ?? {}
      expect(title, `what ${article} advises`).toBeDefined()
      telling.seen(
        play.today(),
        `提示，不阻断：${title?.zh}（${article}）`,
        `advised, stops nothing: ${title?.en} (${article})`,
      )
    },
    async stands(status) {
      expect((await play.reads()).case.status).toBe(status)
      telling.seen(play.today(), statusWords[status].zh, `the case is ${statusWords[status].en}`)
    },
    publicObjects: (text) => publicObjects(play, text),
    ends: (how) => standsAs(play, how),
    goesOn: (deal, until) => goesOn(scene, deal, until),
  }
  return scene
}

function after(play: Play, by: Parameters<Scene['later']>[0]): Day {
  if ('days' in by) return addDays(play.today(), by.days)
  return addWorkdays(play.today(), by.workdays, play.world.calendar)
}

/** The administrator says where the institution is and how it stands to the pilots. */
async function describes(play: Play, house: House): Promise<void> {
  const asks = play.as('admin')
  const { body } = await asks('GET', '/institution')
  const said = { province: 'CN-GD', ...house, expectedSeq: body.seq }
  const { status, text } = await asks('PATCH', '/institution', said)
  expect(status, text).toBe(200)
}

interface Found {
  readonly status: string
  readonly advisory: boolean
  readonly force: string
  readonly due?: string
  readonly opens?: string
  readonly title: { readonly zh: string; readonly en: string }
  readonly cites: readonly { readonly source: string; readonly at: string }[]
}

/** What the law says of the case in hand by an article. */
async function findings(play: Play, article: string): Promise<readonly Found[]> {
  const all: readonly Found[] = (await play.reads()).assessment.findings
  return all.filter(({ cites }) => cites.some(({ source, at }) => `${source}#${at}` === article))
}

async function publicObjects(play: Play, text: string): Promise<void> {
  const { anybody, house } = play.world
  const [notice] = await house.database.asOwner(
    `select id from public_notice where case_id = $1 order by published_on desc, id desc limit 1`,
    [play.inHand.id],
  )
  const objection = { name: '示例丙', contact: '示例地址一号', text }
  const answer = await anybody('POST', `/public/notices/${notice?.['id']}/objections`, objection)
  expect(answer.status, answer.text).toBe(201)
  await play.catchesUp()
  play.telling.done({
    on: play.today(),
    who: { zh: '社会公众', en: 'the public' },
    act: { zh: `实名异议：${text}`, en: 'objects in their own name' },
  })
}
