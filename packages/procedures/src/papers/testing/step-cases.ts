// Whole cases of the procedures made of steps, for papers to be made of. The acts are taken as recorded:
// whether they may be is the matter of each procedure's own tests.
import { join } from 'node:path'
import { day } from '@yizhuan/kit'
import { compile } from '@yizhuan/law'
import { loadCalendars, loadPack } from '@yizhuan/law-authoring'
import { type Entry, GENESIS, link } from '../../procedure/entry.ts'
import type { Procedure } from '../../procedure/procedure.ts'
import type { CommonState } from '../../procedure/state.ts'
import { procedureById } from '../../procedures.ts'
import { packs } from '../../transfer-case/testing/main-line.ts'
import type { PaperSource } from '../paper.ts'
import { paperSource } from '../source.ts'
import { cases } from './cases.ts'
import { moreCases } from './more-cases.ts'

const law = compile([loadPack(join(packs, 'cn-gd-2025'))], loadCalendars(packs))

/** What the papers of a procedure's case are made from; undefined where there is no such case. */
export function stepSource(id: string): PaperSource<CommonState> | undefined {
  const acts = { ...cases, ...moreCases }[id]
  const procedure = procedureById(id) as Procedure | undefined
  if (!acts || !procedure) return undefined
  const entries: Entry[] = []
  for (const [on, type, data] of acts) {
    const prev = entries.at(-1)?.hash ?? GENESIS
    const by = { person: 'p', name: '示例经办', role: 'tto_negotiator' as const }
    const at = `${on}T09:00:00+08:00`
    const seq = entries.length + 1
    entries.push(link(prev, { case: 'b', seq, type, at, on: day(on), by, data, files: [] }))
  }
  return paperSource(procedure, { law }, entries, {
    institution: { name: '示例医院（虚构）', noticeDepartment: '成果转化办公室' },
    number: 'XM-2026-002',
    today: day('2027-01-24'),
  })
}
