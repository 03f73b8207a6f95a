// Somebody in an office of the house: opens cases, records acts, makes papers.
import { yuan } from '@yizhuan/kit'
import { actOf, type FileRef, papersOfProcedure, procedureById } from '@yizhuan/procedures'
import { expect } from 'vitest'
import { type Office, offices, refusalOf, type Told } from './hands.ts'
import type { CaseInHand, Play } from './play.ts'
import type { Ask } from './world.ts'

type Data = Readonly<Record<string, unknown>>

/** What goes with an act beside its form. */
export interface Besides {
  /** Papers, each a file that is uploaded with the act, or one that was made before. */
  readonly papers?: readonly (string | FileRef)[]
  /** The day it happened, where it is recorded later; then with a reason. */
  readonly on?: string
  readonly lateReason?: string
}

export interface Actor {
  /** Asks the server for anything else. */
  readonly asks: Ask
  /** Opens a case, which is the one in hand from then on. */
  opens(procedure: string, data: Data, besides?: Besides): Promise<CaseInHand>
  /** Records an act in the case in hand. */
  records(act: string, data?: Data, besides?: Besides): Promise<void>
  /** Makes a paper of the case in hand as DOCX, to go with an act. */
  makes(paper: string): Promise<FileRef>
}

/** The holder of an office in a scenario. */
export function actorIn(play: Play, office: Office): Actor {
  const { zh, en } = offices[office]
  const asks = play.as(office)
  const told = (procedure: string, type: string, data: Data = {}): Told => {
    const known = procedureById(procedure)
    const act = (known && actOf(known, type)?.label) ?? { zh: type, en: type }
    return { on: play.today(), who: { zh, en }, act, about: gistOf(data) }
  }
  /** Sends an act; @returns the case it stands in. */
  const sends = async (what: Told, path: string, data: Data, besides: Besides, more: object) => {
    const { papers = [], ...how } = besides
    const files: FileRef[] = []
    for (const one of papers) files.push(typeof one === 'string' ? await uploads(asks, one) : one)
    const { status, body } = await asks('POST', path, { ...more, data, files, ...how })
    if (status !== 201) throw refusalOf(what, status, body)
    play.seq = body.seq
    play.telling.done(what)
    return String(body.id)
  }
  return {
    asks,
    async opens(procedure, data, besides = {}) {
      const what = told(procedure, procedureById(procedure)?.opening ?? '', data)
      const opened = { id: await sends(what, '/cases', data, besides, { procedure }), procedure }
      play.takes(opened)
      return opened
    },
    async records(type, data = {}, besides = {}) {
      const { id, procedure } = play.inHand
      const more = { type, expectedSeq: play.seq }
      await sends(told(procedure, type, data), `/cases/${id}/acts`, data, besides, more)
    },
    async makes(paper) {
      const { id, procedure } = play.inHand
      const { status, text, body } = await asks('POST', `/cases/${id}/papers/${paper}`, {
        format: 'docx',
      })
      expect(status, text).toBe(201)
      const name = papersOfProcedure[procedure]?.find((one) => one.id === paper)?.name
      const act = { zh: `出具《${name?.zh}》`, en: `make the ${name?.en.toLowerCase()}` }
      play.telling.done({ ...told(procedure, ''), act })
      const { file } = body
      return { name: file.name, sha256: file.sha256, size: file.size }
    },
  }
}

/** The few words of a form by which people recognise it. */
function gistOf(data: Data): string {
  const named = ['title', 'member', 'name', 'counterparty'].map((field) => data[field])
  const amounts = ['price', 'amount', 'floor'].map((field) => data[field])
  return [
    ...named.filter((said) => typeof said === 'string'),
    ...amounts.flatMap((said) => (/^\d+$/.test(String(said)) ? yuan(BigInt(String(said))) : [])),
  ].join('，')
}

async function uploads(asks: Ask, name: string): Promise<FileRef> {
  const form = new FormData()
  const content = new Blob([`${name}\n演示材料，内容为虚构。\n`], { type: 'text/plain' })
  form.append('file', content, `${name}.txt`)
  const { status, text, body } = await asks('POST', '/files', form)
  expect(status, text).toBe(201)
  return { name: body.name, sha256: body.sha256, size: body.size }
}
