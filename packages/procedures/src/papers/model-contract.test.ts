import { expect, test } from 'vitest'
import { compose } from './compose.ts'
import type { PaperSource } from './paper.ts'
import { serviceAgreement } from './service-agreement.ts'
import { contract } from './transfer-case/model-contract.ts'

// A model contract shows the clauses of its mode, numbered as they stand, and leaves what it does not know blank.

function pageOf(mode: string, extra: object = {}) {
  const state = {
    opened: { data: { achievement: '可吸收止血材料', team: [{ name: '示例甲' }] } },
    negotiation: { data: { mode, pricing: 'agreement' } },
    terms: { mode, distributionRule: '团队七成', ...extra },
    notices: [],
    acts: {},
  }
  const source = {
    institution: { name: '示例医院（虚构）' },
    number: 'XM-1',
    today: '2026-03-02',
    state,
    law: { id: 'x', packs: [] },
    assessment: { findings: [] },
    acts: [],
  }
  return compose(contract, source as unknown as PaperSource<never>)
}
const headings = ({ blocks }: ReturnType<typeof pageOf>) =>
  blocks.flatMap((block) => (block.is === 'heading' ? block.runs.map(({ text }) => text) : []))

test.each([
  ['assignment', '权利转让', ['许可范围', '作价出资', '合作内容和收益分享']],
  ['license', '许可范围', ['权利转让', '作价出资', '合作内容和收益分享']],
  ['equity_contribution', '作价出资', ['权利转让', '许可范围']],
  ['cooperation', '合作内容和收益分享', ['权利转让', '许可范围']],
])('the contract of %s has the clauses of its mode', (mode, own, others) => {
  const shown = headings(pageOf(mode)).map((heading) => heading.split('　')[1])
  expect(shown).toContain(own)
  for (const other of others) expect(shown).not.toContain(other)
})

test('clauses are numbered without a gap', () => {
  const numbers = headings(pageOf('license')).map((heading) => heading.split('　')[0])
  expect(numbers.slice(0, 3)).toEqual(['第一条', '第二条', '第三条'])
  expect(numbers[9]).toBe('第十条')
  expect(numbers[10]).toBe('第十一条')
  expect(new Set(numbers).size).toBe(numbers.length)
})

test('what the record knows stands there; what it does not is a blank line to be told of', () => {
  const { blocks, missing } = pageOf('license', { field: '创面修复', territory: '中国境内' })
  const text = JSON.stringify(blocks)
  expect(text).toContain('创面修复')
  expect(text).toContain('中国境内')
  const blank = missing.map(({ field }) => field)
  expect(blank).toContain('许可期限')
  expect(blank).toContain('违约责任')
  // What another mode asks for is not missing here.
  expect(blank).not.toContain('变更登记期限')
})

test('the contract of a development settles who bears that it fails, that of a service does not', () => {
  const of = (kind: string) => {
    const acts = { serviceOpened: [{ seq: 1, data: { kind, client: '示例', team: [] } }] }
    const paper = serviceAgreement({
      ...contract.fields,
      ...Object.fromEntries(
        ['事项名称', '合同类型', '委托方', '项目组', '合同编号', '合同金额', '履行期限'].map(
          (name) => [name, { kind: 'hand', en: name, lines: 1 }],
        ),
      ),
    } as never)
    const source = {
      institution: { name: '示例' },
      number: 'XM-1',
      today: '2026-03-02',
      state: { acts },
      law: { id: 'x', packs: [] },
      assessment: { findings: [] },
      acts: [],
    }
    return headings(compose({ ...paper, fields: handOnly(paper.fields) }, source as never))
  }
  expect(of('development').join()).toContain('风险')
  expect(of('service').join()).not.toContain('风险')
  expect(of('consulting').join()).toContain('咨询意见')
})

/** The same fields, all to be filled in by hand: here only the clauses are looked at. */
function handOnly(fields: object) {
  return Object.fromEntries(
    Object.keys(fields).map((name) => [name, { kind: 'hand', en: name, lines: 1 }]),
  ) as never
}
