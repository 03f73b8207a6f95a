import { useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { taxTableOn } from '@yizhuan/law'
import { outcomeOf, readScenario, type Scenario } from '@yizhuan/procedures'
import type { CaseWire } from '@yizhuan/server/wire/cases/case'
import { useState } from 'react'
import { type HouseRuleHeld, heldFor, houseRulesQuery } from '../../api/house-rules.ts'
import { type Place, type StackWire, stacksQuery, useLaws } from '../../api/laws.ts'
import { fromHash, scenarioIn, toHash } from '../../api/scenario.ts'
import { Button, LinkButton } from '../../ui/Button.tsx'
import { Callout } from '../../ui/Callout.tsx'
import { DealBenchmark } from '../../ui/deals/DealBenchmark.tsx'
import { Lapses } from '../../ui/Lapses.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Loaded, PageHeader, Panel } from '../../ui/Page.tsx'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import { Beside, type BesideScenario } from './Beside.tsx'
import { Calculations } from './Calculations.tsx'
import { Company } from './Company.tsx'
import { ComparisonTable } from './ComparisonTable.tsx'
import { Course } from './Course.tsx'
import { caseQuery } from './case.api.ts'
import type { Column } from './columns.ts'
import { fromCase } from './from-case.ts'
import { CopyLink, inOrder } from './heads.tsx'
import { MemberTable } from './MemberTable.tsx'
import { type OwnPlace, useOwnPlace } from './own-ground.ts'
import { SavedScenarios } from './SavedScenarios.tsx'
import { ScenarioForm } from './ScenarioForm.tsx'

/** What a deal would come to under several laws side by side, beginning from a case if one is named. */
export function Simulator({ caseId }: { caseId: string | undefined }) {
  const stacks = useQuery(stacksQuery)
  const one = useQuery({ ...caseQuery(caseId ?? ''), enabled: caseId !== undefined })
  return (
    <Loaded query={stacks}>
      {({ items, taxTables }) => {
        if (caseId !== undefined && one.isPending) return null
        return (
          <>
            <ProblemAlert error={one.error} />
            <WithLaws stacks={inOrder(items)} taxTables={taxTables} from={one.data} />
          </>
        )
      }}
    </Loaded>
  )
}

type TaxTables = Parameters<typeof taxTableOn>[0]

function WithLaws(props: {
  stacks: readonly StackWire[]
  taxTables: readonly object[]
  from: CaseWire | undefined
}) {
  const laws = useLaws(props.stacks)
  const own = useOwnPlace(props.stacks)
  return (
    <Loaded query={laws}>
      {(places) => (
        <Whole
          places={places}
          own={own}
          taxTables={props.taxTables as TaxTables}
          start={startOf(places, props.from)}
        />
      )}
    </Loaded>
  )
}

/** As the address says, else as a case stands, else an example by the laws that are shown. */
function startOf(places: readonly Place[], from: CaseWire | undefined): Scenario {
  const example = scenarioIn(
    '',
    places.map(({ law }) => law),
  )
  if (location.hash === '' && from) return fromCase(from, example)
  return fromHash(location.hash, example)
}

function Whole(props: {
  places: readonly Place[]
  own: OwnPlace | undefined
  taxTables: TaxTables
  start: Scenario
}) {
  const { t } = useLanguage()
  const router = useRouter()
  const [typed, setTyped] = useState(props.start)
  const change = (scenario: Scenario) => {
    setTyped(scenario)
    const { pathname, search } = location
    router.history.replace(`${pathname}${search}#${toHash(scenario)}`)
  }
  const scenario = readScenario(typed)
  const problems = 'problems' in scenario ? scenario.problems : []
  const [{ law } = { law: undefined }] = props.places
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(typed.day)
  const rules = useQuery({ ...houseRulesQuery(typed.day), enabled: typed.byRule && isDay })
  const house = heldFor(rules.data, typed.mode)
  const [beside, setBeside] = useState<BesideScenario>()
  return (
    <>
      <PageHeader title={t('simulator.title')} note={t('simulator.lead')}>
        <SavedScenarios typed={typed} first={props.start} onOpen={change} onBeside={setBeside} />
        <Button onClick={() => setBeside({ name: t('simulator.former'), scenario: typed })}>
          {t('simulator.setBesideNow')}
        </Button>
        <CopyLink />
        <Button onClick={() => print()}>{t('simulator.print')}</Button>
        <LinkButton href={`/compare?case=form#${toHash(typed)}`}>
          {t('simulator.toCompare')}
        </LinkButton>
        <LinkButton href="/simulator/service">{t('simulator.toService')}</LinkButton>
        <LinkButton href="/cases/new">{t('simulator.toCase')}</LinkButton>
      </PageHeader>
      <div className="simulator">
        <ScenarioForm
          vocabulary={law?.vocabulary ?? {}}
          typed={typed}
          problems={problems}
          house={house}
          onChange={change}
        />
        <div className="simulator-results">
          {'problems' in scenario ? (
            <Callout tone="due" title={t('simulator.fixFirst')} />
          ) : (
            <Results
              scenario={scenario}
              house={house}
              typed={typed}
              beside={beside}
              onAlone={() => setBeside(undefined)}
              {...props}
            />
          )}
        </div>
      </div>
      <Panel>
        <DealBenchmark />
      </Panel>
    </>
  )
}

function Results(props: {
  places: readonly Place[]
  own: OwnPlace | undefined
  taxTables: TaxTables
  scenario: Exclude<ReturnType<typeof readScenario>, { problems: unknown }>
  house: HouseRuleHeld | undefined
  typed: Scenario
  beside: BesideScenario | undefined
  onAlone: () => void
}) {
  const { t } = useLanguage()
  const { places, scenario } = props
  const table = taxTableOn(props.taxTables, scenario.day)
  const split = props.house?.rule
  // First what the house itself is judged by, then the laws as they stand.
  const columns = [...(props.own ? [props.own] : []), ...places].map(
    (place: Place & { readonly own?: OwnPlace['own'] }): Column => ({
      ...place,
      outcome: outcomeOf(place.law, scenario, table, {}, { split, ...place.own }),
    }),
  )
  const lapses = new Map(
    columns.flatMap(({ outcome }) => outcome.assessment.lapses).map((one) => [one.source, one]),
  )
  return (
    <>
      {columns.some(({ outcome }) => outcome.isUsedUp) && (
        <Callout tone="bad" title={t('simulator.usedUp')} />
      )}
      <Lapses lapses={[...lapses.values()]} />
      {props.beside && (
        <Beside
          beside={props.beside}
          typed={props.typed}
          columns={columns}
          taxTables={props.taxTables}
          onClose={props.onAlone}
        />
      )}
      <ComparisonTable columns={columns} />
      <Company columns={columns} />
      <MemberTable columns={columns} table={table} members={scenario.members.length} />
      <Course columns={columns} />
      <Calculations columns={columns} />
      <Panel>
        <p className="muted">{t('simulator.assumptions')}</p>
      </Panel>
    </>
  )
}
