import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { calendarOf, type Day } from '@yizhuan/kit'
import { loadCalendars, loadDocketDocuments } from '@yizhuan/law-authoring'
import { parse } from 'yaml'
import type { EventKind } from '../event-kind.ts'
import type { RightEvent } from '../legal-state.ts'
import { readDocketLaw } from '../read-docket-law.ts'

const packs = join(import.meta.dirname, '../../../../packs')

/** The documents as they are on disk, the law they make, and the published calendars. */
export const documents = loadDocketDocuments(packs)
export const law = readDocketLaw(documents)
export const calendar = calendarOf(loadCalendars(packs))

/** The worked cases of a file beside the data. */
export function casesIn<Case>(name: string): readonly Case[] {
  return parse(readFileSync(join(packs, 'cn-ip/cases', `${name}.yaml`), 'utf8')) as Case[]
}

/** An event for a test, with what matters of it. */
export function event(kind: EventKind, on: string, more: Partial<RightEvent> = {}): RightEvent {
  return { id: `${kind}/${on}`, kind, on: on as Day, source: 'test', ...more }
}
