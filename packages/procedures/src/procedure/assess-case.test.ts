import { day } from '@yizhuan/kit'
import { expect, test } from 'vitest'
import { procedures } from '../procedures.ts'
import { playAll } from '../testing/years.ts'
import { assessCase } from './assess-case.ts'

// A case is judged for good by the law it began under; a later release tells facts that law has no word for.

test.each(procedures.map((one) => [one.id, one] as const))(
  '%s under a law of an earlier release',
  (_id, procedure) => {
    const [played] = playAll(procedure, 20_260_301, {})
    if (!played) throw new TypeError('Somebody acts.')
    const told = Object.keys(procedure.facts(played.state))
    for (const gone of told) {
      const { [gone]: _new, ...vocabulary } = played.law.vocabulary
      // Of a law that asks for it nothing is asked here: it would not have been written.
      const law = {
        ...played.law,
        vocabulary,
        norms: [],
        money: [],
      } as unknown as typeof played.law
      expect(
        () => assessCase(procedure, { law }, played.state, day('2026-06-01')),
        gone,
      ).not.toThrow()
    }
  },
)
