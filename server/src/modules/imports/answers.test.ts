import { type Fen, fen } from '@yizhuan/kit'
import type { Problem, ProblemCode } from '@yizhuan/ledger'
import { expect, test } from 'vitest'
import { answersTo } from './answers.ts'

const values = (code: ProblemCode, raw: string, value?: Fen) =>
  answersTo({ code, raw, ...(value !== undefined && { value }) } as Problem).map(
    (answer) => answer.value,
  )

test.each<[string, ProblemCode, string, string[]]>([
  ['a lost zero may be January or October', 'date_ambiguous', '2021.1', ['2021-01', '2021-10']],
  ['a day too many', 'date_impossible', '2017年2月30日', ['2017-02-28', '2017-02']],
  ['a leap year', 'date_impossible', '2024-2-30', ['2024-02-29', '2024-02']],
  ['a month that does not exist', 'date_impossible', '2024-13-30', []],
  [
    'yuan under a heading of 万元',
    'amount_unit_suspicious',
    '1,260,000.00',
    ['1260000.00元', '1260000.00万元'],
  ],
  ['words offer nothing', 'amount_unit_suspicious', '待定', []],
  ['what cannot be guessed', 'share_sum', '60/30', []],
])('%s', (_why, code, raw, offered) => expect(values(code, raw)).toEqual(offered))

test('a formula without a stored result offers what it computes', () => {
  expect(values('formula_without_value', '=S529*0.25', fen(62_500_000n))).toEqual(['625000.00元'])
})
