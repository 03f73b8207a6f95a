import type { DraftKeptWire, DraftWire } from '@yizhuan/server/wire/drafts/draft'
import { read, withQuery, write } from './client.ts'
import { newId } from './ids.ts'

const deviceKey = 'yizhuan.device'
let device: string | undefined

/** Tells this device from the others of the same person; made up once, and known to nobody else. */
export function thisDevice(): string {
  device ??= remembered() ?? newId()
  return device
}

function remembered(): string | undefined {
  try {
    const known = localStorage.getItem(deviceKey) ?? newId()
    localStorage.setItem(deviceKey, known)
    return known
  } catch {
    return undefined
  }
}

/** What I typed last into a form, on whatever device. */
export async function fetchDraft(form: string): Promise<DraftWire['draft']> {
  return (await read<DraftWire>(withQuery('/drafts', { form }))).draft
}

/** Keeps what I typed, so that another device of mine can go on with it. */
export function sendDraft(form: string, value: object): Promise<DraftKeptWire> {
  return write<DraftKeptWire>('POST', '/drafts', { form, device: thisDevice(), value })
}

/** Lets go of it everywhere. */
export function forgetDraft(form: string): Promise<DraftWire> {
  return write<DraftWire>('DELETE', withQuery('/drafts', { form }))
}
