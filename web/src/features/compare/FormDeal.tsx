import { useQuery } from '@tanstack/react-query'
import { moneyShown, sideBySide } from '@yizhuan/law'
import { outcomeOf, readScenario } from '@yizhuan/procedures'
import { heldFor, houseRulesQuery } from '../../api/house-rules.ts'
import { type Place, type StackWire, useLaws } from '../../api/laws.ts'
import { scenarioIn } from '../../api/scenario.ts'
import { Callout } from '../../ui/Callout.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Loaded } from '../../ui/Page.tsx'
import { BothLapses } from './BothLapses.tsx'
import { OneDeal } from './OneDeal.tsx'
import type { SideName, Ways } from './ways.ts'

/** The laws of both sides, for a deal that is worked out in this browser. */
export function useFormLaws(ways: Ways, stacks: readonly StackWire[], isForm: boolean) {
  const wanted = [ways.before, ways.after].flatMap(
    (id) => stacks.find((stack) => stack.id === id) ?? [],
  )
  return useLaws(isForm ? wanted : [])
}

/** The deal that was typed in the simulator, in both ways. */
export function FormDeal({ ways, stacks }: { ways: Ways; stacks: readonly StackWire[] }) {
  const laws = useFormLaws(ways, stacks, true)
  return (
    <Loaded query={laws}>
      {([before, after]) =>
        before && after ? <Worked ways={ways} before={before} after={after} /> : null
      }
    </Loaded>
  )
}

function Worked({ ways, before, after }: { ways: Ways; before: Place; after: Place }) {
  const { t } = useLanguage()
  const typed = scenarioIn(location.hash, [before.law, after.law])
  const rules = useQuery({ ...houseRulesQuery(typed.day), enabled: typed.byRule })
  const house = heldFor(rules.data, typed.mode)
  const seen = (side: SideName, { law }: Place) => {
    const scenario = readScenario({ ...typed, day: ways[`${side}Day`] ?? typed.day })
    if ('problems' in scenario) return undefined
    const [id, choice] = ways[`${side}Reading`]?.split(':') ?? []
    const readings = id && choice ? { [id]: choice } : {}
    return {
      law,
      assessment: outcomeOf(law, scenario, undefined, readings, { split: house?.rule }).assessment,
    }
  }
  const [a, b] = [seen('before', before), seen('after', after)]
  if (!a || !b) return <Callout tone="due" title={t('compare.fixForm')} />
  return (
    <>
      <BothLapses of={[a.assessment.lapses, b.assessment.lapses]} />
      <OneDeal
        title={<a href={`/simulator${location.hash}`}>{t('compare.fromForm')}</a>}
        drafts={{ before: before.stack.isDraft, after: after.stack.isDraft }}
        rows={sideBySide(a, b)}
        money={{
          before: moneyShown(a.assessment.money, a.law),
          after: moneyShown(b.assessment.money, b.law),
        }}
      />
    </>
  )
}
