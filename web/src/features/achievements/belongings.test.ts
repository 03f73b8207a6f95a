import { expect, test } from 'vitest'
import { differencesOf } from './belongings.api.ts'

const tags = {
  attribute: 'authorised',
  stage: 'indistinguishable',
  conversion: 'none',
  count: 0,
} as const
const silent = {
  ...{ statedAttribute: null, statedStage: null },
  ...{ statedConversion: null, statedConversionCount: null },
}

test.each([
  ['a ledger that said nothing', silent, []],
  [
    'the same in its own words',
    {
      ...silent,
      statedAttribute: 'authorised',
      statedStage: 'inseparable',
      statedConversionCount: 0,
    },
    [],
  ],
  [
    'otherwise',
    { ...silent, statedStage: 'research', statedConversion: 'converted', statedConversionCount: 3 },
    ['statedStage', 'statedConversion', 'statedConversionCount'],
  ],
] as const)('%s', (_name, stated, fields) =>
  expect(differencesOf(stated, tags).map(({ field }) => field)).toEqual(fields),
)
