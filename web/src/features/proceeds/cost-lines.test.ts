import { expect, test } from 'vitest'
import { costLines } from './cost-lines.ts'

const none = { costFen: null, taxFen: null, appraisalFen: null, agencyFen: null }
const told = (costs: Partial<Parameters<typeof costLines>[0]>) =>
  costLines({ ...none, ...costs }).map(({ id, fen }) => [id, fen])

test.each([
  ['none', {}, []],
  ['a sum alone', { costFen: '70' }, [['costFen', '70']]],
  ['a sum of nothing', { costFen: '0' }, []],
  [
    'kinds alone',
    { taxFen: '20', agencyFen: '5' },
    [
      ['taxFen', '20'],
      ['agencyFen', '5'],
    ],
  ],
  ['kinds that are the sum', { costFen: '20', taxFen: '20' }, [['taxFen', '20']]],
  [
    'more than its kinds',
    { costFen: '70', taxFen: '20' },
    [
      ['taxFen', '20'],
      ['otherCostFen', '50'],
    ],
  ],
  ['less than its kinds', { costFen: '10', taxFen: '20' }, [['costFen', '10']]],
] as const)('%s', (_name, costs, lines) => expect(told(costs)).toEqual(lines))
