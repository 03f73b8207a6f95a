import { useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { taxTableOn } from '@yizhuan/law'
import { readService, type ServiceRead, serviceOutcomeOf } from '@yizhuan/procedures'
import { useState } from 'react'
import { heldForServices, houseRulesQuery } from '../../../api/house-rules.ts'
import { type Place, type StackWire, stacksQuery, useLaws } from '../../../api/laws.ts'
import { serviceFromHash, serviceToHash } from '../../../api/service-scenario.ts'
import { Button, LinkButton } from '../../../ui/Button.tsx'
import { Callout } from '../../../ui/Callout.tsx'
import { Lapses } from '../../../ui/Lapses.tsx'
import { useLanguage } from '../../../ui/language.ts'
import { Loaded, PageHeader, Panel } from '../../../ui/Page.tsx'
import { CopyLink, inOrder } from '../heads.tsx'
import { MemberTable } from '../MemberTable.tsx'
import { type OwnPlace, useOwnPlace } from '../own-ground.ts'
import type { ServiceColumn } from './columns.ts'
import { ServiceCourse } from './ServiceCourse.tsx'
import { ServiceForm } from './ServiceForm.tsx'
import { ServiceTable } from './ServiceTable.tsx'

type TaxTables = Parameters<typeof taxTableOn>[0]

/** What the reward of commissioned work would come to under several laws side by side. */
export function ServiceSimulator() {
  const stacks = useQuery(stacksQuery)
  return (
    <Loaded query={stacks}>
      {({ items, taxTables }) => (
        <WithLaws stacks={inOrder(items)} taxTables={taxTables as TaxTables} />
      )}
    </Loaded>
  )
}

function WithLaws(props: { stacks: readonly StackWire[]; taxTables: TaxTables }) {
  const laws = useLaws(props.stacks)
  const own = useOwnPlace(props.stacks)
  return (
    <Loaded query={laws}>
      {(places) => <Whole places={places} own={own} taxTables={props.taxTables} />}
    </Loaded>
  )
}

function Whole(props: {
  places: readonly Place[]
  own: OwnPlace | undefined
  taxTables: TaxTables
}) {
  const { t } = useLanguage()
  const router = useRouter()
  const [typed, setTyped] = useState(() => serviceFromHash(location.hash))
  const scenario = readService(typed)
  const problems = 'problems' in scenario ? scenario.problems : []
  // The rule that counts when the first payment arrives.
  const day = 'problems' in scenario ? undefined : scenario.payments[0]?.on
  const rules = useQuery({
    ...houseRulesQuery(day ?? ''),
    enabled: typed.byRule && day !== undefined,
  })
  const held = heldForServices(rules.data)
  return (
    <>
      <PageHeader title={t('serviceSimulator.title')} note={t('serviceSimulator.lead')}>
        <CopyLink />
        <Button onClick={() => print()}>{t('simulator.print')}</Button>
        <LinkButton href="/simulator">{t('serviceSimulator.toDeal')}</LinkButton>
        <LinkButton href="/service-contracts">{t('serviceContracts.title')}</LinkButton>
      </PageHeader>
      <div className="simulator">
        <ServiceForm
          typed={typed}
          problems={problems}
          held={held}
          onChange={(next) => {
            setTyped(next)
            const { pathname, search } = location
            router.history.replace(`${pathname}${search}#${serviceToHash(next)}`)
          }}
        />
        <div className="simulator-results">
          {'problems' in scenario ? (
            <Callout tone="due" title={t('simulator.fixFirst')} />
          ) : (
            <Results {...props} scenario={scenario} held={held} />
          )}
        </div>
      </div>
    </>
  )
}

function Results(props: {
  places: readonly Place[]
  own: OwnPlace | undefined
  taxTables: TaxTables
  scenario: ServiceRead
  held: ReturnType<typeof heldForServices>
}) {
  const { t } = useLanguage()
  const { places, own, scenario, held } = props
  const table = taxTableOn(props.taxTables, scenario.payments[0]?.on ?? '')
  // First what the house itself is judged by, then the laws as they stand.
  const columns = [...(own ? [own] : []), ...places].map(
    (place: Place & { readonly own?: OwnPlace['own'] }): ServiceColumn => ({
      ...place,
      outcome: serviceOutcomeOf(place.law, scenario, table, { held, ...place.own }),
    }),
  )
  const lapses = new Map(
    columns.flatMap(({ outcome }) => outcome.assessment.lapses).map((one) => [one.source, one]),
  )
  return (
    <>
      {columns.some(({ outcome }) => outcome.settled.net <= 0n) && (
        <Callout tone="bad" title={t('simulator.usedUp')} />
      )}
      <Lapses lapses={[...lapses.values()]} />
      <ServiceTable columns={columns} />
      <MemberTable columns={columns} table={table} members={scenario.members.length} />
      <ServiceCourse columns={columns} />
      <Panel>
        <p className="muted">{t('serviceSimulator.assumptions')}</p>
      </Panel>
    </>
  )
}
