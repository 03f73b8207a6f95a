import { day, type Words } from '@yizhuan/kit'
import { describe, expect, test } from 'vitest'
import { assess, byTopics, compile, type NormDocument, type Pack, parseFacts } from './index.ts'

const both = (text: string): Words => ({ zh: text, en: text })

/** An invented law of one place: a floor, and a rule on the same topic. */
function place(id: string, floor: string, change: Partial<Pack> = {}): Pack {
  return {
    id,
    jurisdiction: 'x',
    title: both(id),
    revision: 1,
    status: 'published',
    sources: [{ id, title: both(id), status: 'in-force' }],
    facts: { share: { label: both('share'), type: 'ratio' } },
    actions: {},
    parameters: {
      floor: {
        label: both('floor'),
        type: 'ratio',
        bound: 'floor',
        values: [{ from: '2020-01-01', value: floor, cite: 'a1' }],
      },
    },
    definitions: {},
    interpretations: {},
    norms: [norm(`${id}.share`, 'share', 'share >= $floor')],
    ...change,
  }
}

function norm(id: string, topic: string, met: string): NormDocument {
  return { id, topic, title: both(id), cite: 'a1', met }
}

const seen = (packs: readonly Pack[], share: string) => {
  const law = compile(packs)
  return assess(law, parseFacts(law, { share }), { asOf: day('2026-01-01') })
}

describe('several laws topic by topic', () => {
  test('the same answer by the same number is no difference', () => {
    const [row] = byTopics([seen([place('a', '50%')], '80%'), seen([place('b', '50%')], '80%')])
    expect(row).toMatchObject({ topic: 'share', differs: false })
    expect(row?.cells.map((cell) => cell?.norm)).toEqual(['a.share', 'b.share'])
  })

  test('another answer is one, and so is the same answer by another number', () => {
    const rows = (share: string) =>
      byTopics([seen([place('a', '50%')], share), seen([place('b', '70%')], share)])
    expect(rows('60%')[0]?.differs).toBe(true)
    expect(rows('80%')[0]?.differs).toBe(true)
  })

  test('a number of ours is not the same as one of the text', () => {
    const ours = place('b', '50%', {
      parameters: {
        floor: {
          label: both('floor'),
          type: 'ratio',
          bound: 'floor',
          values: [{ from: '2020-01-01', value: '50%', provenance: 'system_default', cite: 'a1' }],
        },
      },
    })
    expect(byTopics([seen([place('a', '50%')], '80%'), seen([ours], '80%')])[0]?.differs).toBe(true)
  })

  test('what all speak of differently comes first, then what one speaks of, then what is the same', () => {
    const [a, b] = [place('a', '50%'), place('b', '70%')]
    const left = { ...a, norms: [norm('a.same', 'same', 'share > 0'), ...a.norms] }
    const right = {
      ...b,
      norms: [norm('b.only', 'only', 'share > 0'), norm('b.same', 'same', 'share > 0'), ...b.norms],
    }
    const rows = byTopics([seen([left], '60%'), seen([right], '60%')])
    expect(rows.map(({ topic, differs }) => [topic, differs])).toEqual([
      ['share', true],
      ['only', true],
      ['same', false],
    ])
  })

  test('of several norms on one topic a breach speaks; of equals the closest', () => {
    const closer = place('b', '50%', { norms: [norm('b.share', 'share', 'share >= 10%')] })
    const cellOf = (share: string) => {
      const assessment = seen([place('a', '50%'), closer], share)
      return byTopics([assessment, assessment])[0]?.cells[0]?.norm
    }
    expect(cellOf('80%')).toBe('b.share')
    expect(cellOf('20%')).toBe('a.share')
  })
})
