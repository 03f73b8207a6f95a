import { procedures } from '@yizhuan/procedures'
import { expect, test } from 'vitest'
import { words } from '../../../locales/index.ts'
import { type ActField, fieldsOfAct } from './act-fields.ts'
import { dataOf } from './filled.ts'

const forms = procedures.flatMap(({ id, acts }) =>
  Object.keys(acts).map((type) => ({ act: `${id} ${type}`, fields: fieldsOfAct(id, type) })),
)

test('every act has its form', () => {
  expect(forms.length).toBeGreaterThan(30)
  expect(forms.filter(({ fields }) => fields.length === 0)).toEqual([])
})

test('every field has a label in both languages', () => {
  const bare = (field: ActField): boolean =>
    (field.kind !== 'group' && !(field.label.zh && field.label.en)) || field.fields.some(bare)
  expect(forms.flatMap(({ fields }) => fields.filter(bare))).toEqual([])
})

test('every choice has a word in both languages', () => {
  const choicesOf = (field: ActField): readonly string[] => [
    ...field.choices,
    ...field.fields.flatMap(choicesOf),
  ]
  const choices = forms.flatMap(({ fields }) => fields.flatMap(choicesOf))
  expect(choices.length).toBeGreaterThan(30)
  for (const lang of ['zh', 'en'] as const)
    expect(choices.filter((choice) => !Object.hasOwn(words[lang].choice, choice))).toEqual([])
})

test('a line of a plan can rest on the ledger of work; only which entry is sent', () => {
  const lines = fieldsOfAct('transfer', 'planDrafted').find(({ name }) => name === 'lines')
  const cites = lines?.fields.find(({ kind }) => kind === 'workload')
  expect(cites).toMatchObject({ name: 'workload', isRequired: false })
  const cited = { entry: 'e1', number: 'KY-1', on: '2026-01-01', kind: 'share', words: '分工' }
  const carried = (workload: readonly object[]) =>
    dataOf(lines?.fields ?? [], { name: '甲', workload }, true)['workload']
  expect(carried([cited])).toEqual([{ entry: 'e1' }])
  expect(carried([])).toBeUndefined()
})

test('what few cases need is folded, and nothing that must be filled is', () => {
  const rare = forms.flatMap(({ act, fields }) =>
    fields.filter(({ isRare }) => isRare).map(({ name }) => `${act} ${name}`),
  )
  expect(rare).toEqual([
    'transfer planDrafted takesReceipts',
    'transfer planDrafted takesCosts',
    'equity_holding holdingOpened registeredCapital',
    'equity_holding holdingOpened subscriptions',
    'equity_holding eventHandled distribution',
    'equity_holding openingCorrected registeredCapital',
    'equity_holding openingCorrected subscriptions',
  ])
  const wanted = forms.flatMap(({ fields }) => fields.filter((one) => one.isRare && one.isRequired))
  expect(wanted).toEqual([])
})
