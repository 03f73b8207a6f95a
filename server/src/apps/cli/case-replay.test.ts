import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { day } from '@yizhuan/kit'
import { type Entry, GENESIS, link } from '@yizhuan/procedures'
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest'
import { noCheckpoint, proofOf, signed } from '../../modules/evidence/checkpoint.ts'
import { signerOf } from '../../platform/signing.ts'
import { main } from './main.ts'

const folder = mkdtempSync(join(tmpdir(), 'yizhuan-cli-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
afterEach(() => vi.restoreAllMocks())

function file(name: string, content: unknown): string {
  const path = join(folder, name)
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content))
  return path
}

async function run(...argv: string[]) {
  const out: string[] = []
  const err: string[] = []
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => out.push(String(text)) > 0)
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => err.push(String(text)) > 0)
  const status = await main(argv)
  vi.restoreAllMocks()
  return { status, out: out.join(''), err: err.join('') }
}

const member = { name: '甲示例', isInventor: true, isChief: false, holdsLeadingPost: false }
const by = { person: 'p1', name: '示例', role: 'tto_negotiator' as const }
const opened = link(GENESIS, {
  case: 'c1',
  seq: 1,
  type: 'caseOpened',
  at: '2026-03-02T10:00:00+08:00',
  on: day('2026-03-02'),
  by,
  data: { title: '示例许可', achievement: '可吸收止血材料', team: [member] },
  files: [],
})
const lines = (...entries: Entry[]) => entries.map((each) => `${JSON.stringify(each)}\n`).join('')

const signer = signerOf(Buffer.alloc(32, 7))
const leaves = [
  { chain: 'case/c0', seq: 4, hash: 'a'.repeat(64) },
  { chain: 'case/c1', seq: 1, hash: opened.hash },
  { chain: 'case/c2', seq: 2, hash: 'b'.repeat(64) },
]
const about = {
  institution: 'i1',
  day: '2026-03-03',
  madeAt: '2026-03-02T16:00:00.000Z',
  previous: noCheckpoint,
}
const proof = proofOf(signed(leaves, about, signer), leaves, 'case/c1')

describe('case replay', () => {
  const line = (record: string, ...more: string[]) =>
    run('case', 'replay', record, '--as-of', '2026-03-09', '--json', ...more)

  it('prints state, assessment, what comes next and the check of the chain', async () => {
    const { status, out } = await line(file('one.jsonl', lines(opened)))
    expect(status).toBe(0)
    const answer = JSON.parse(out)
    expect(Object.keys(answer)).toEqual(['state', 'assessment', 'next', 'refused', 'chain'])
    expect(answer.chain).toEqual({ ok: true, length: 1, head: opened.hash })
    expect(answer.next.map(({ type }: { type: string }) => type)).toContain('disclosed')
  })

  it('holds a record against a checkpoint without asking anybody', async () => {
    const record = file('two.jsonl', lines(opened))
    const { status, out } = await line(record, '--checkpoint', file('proof.json', proof))
    expect(status).toBe(0)
    expect(JSON.parse(out).checkpoint).toEqual({
      ok: true,
      day: '2026-03-03',
      covers: 1,
      publicKey: signer.publicKey,
    })
  })

  it('sees a record that was written anew, though its chain is whole', async () => {
    const { prev: _prev, hash: _hash, ...body } = opened
    const other = link(GENESIS, { ...body, data: { ...body.data, title: '另一示例' } })
    const record = file('three.jsonl', lines(other))
    const { status, out } = await line(record, '--checkpoint', file('proof2.json', proof))
    expect(status).toBe(1)
    expect(JSON.parse(out)).toMatchObject({
      chain: { ok: true },
      checkpoint: { ok: false, why: 'content' },
    })
  })

  it('says what is wrong with a file that is no proof, or a day before the first act', async () => {
    const record = file('four.jsonl', lines(opened))
    const bad = await line(record, '--checkpoint', file('no.json', { statement: 1 }))
    expect(bad).toMatchObject({ status: 2, err: expect.stringContaining('no.json is no proof') })
    const early = await run('case', 'replay', record, '--as-of', '2026-03-01')
    expect(early).toMatchObject({ status: 2, err: expect.stringContaining('2026-03-01') })
  })
})
