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

  it('reads a record written by hand, and says which act would not have stood', async () => {
    const byHand = [
      {
        type: 'caseOpened',
        on: '2026-03-02',
        data: { title: '示例', achievement: '示例', team: [member] },
      },
      { type: 'disclosed', on: '2026-03-03', data: { type: '材料', onTask: true } },
    ]
    const record = file('hand.jsonl', byHand.map((each) => JSON.stringify(each)).join('\n'))
    const { status, out } = await line(record)
    expect(status).toBe(0)
    const answer = JSON.parse(out)
    expect(answer.chain).toMatchObject({ ok: false, unsealed: true })
    expect(answer.state.opened.data.workloadLedgerKept).toBe(false)
    expect(answer.refused).toMatchObject([
      { seq: 2, type: 'disclosed', refusal: { code: 'law-forbids', action: 'disclose' } },
    ])
    expect(JSON.stringify(answer.refused)).toContain('a14.p1.i1')
  })

  it.each([
    ['an act nobody knows', { type: 'celebrated', on: '2026-03-03', data: {} }, /line 2\.type/],
    ['a day that does not exist', { type: 'disclosed', on: '2026-02-30', data: {} }, /line 2\.on/],
    ['a field nobody knows', { type: 'disclosed', on: '2026-03-03', data: { x: 1 } }, /line 2\.x/],
  ])('names the line and the field of %s', async (_what, second, says) => {
    const first = { type: 'caseOpened', on: '2026-03-02', data: opened.data }
    const record = file('bad.jsonl', [first, second].map((each) => JSON.stringify(each)).join('\n'))
    const { status, out, err } = await line(record)
    expect({ status, out }).toEqual({ status: 2, out: '' })
    expect(err).toMatch(says)
  })

  it('lists the acts that a record may hold, each with its fields in both languages', async () => {
    const { out } = await run('case', 'acts', '--json')
    const acts = JSON.parse(out)
    expect(acts.length).toBeGreaterThan(40)
    const signed = acts.find(({ type }: { type: string }) => type === 'signed')
    expect(signed).toMatchObject({ action: 'sign', label: { zh: '签署合同' } })
    expect(signed.data.properties.price).toMatchObject({ zh: '合同金额', unit: 'fen' })
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
