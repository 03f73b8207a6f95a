import { useQuery } from '@tanstack/react-query'
import { type StackWire, stacksQuery } from '../../api/laws.ts'
import { Button, LinkButton } from '../../ui/Button.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Loaded, PageHeader, Panel } from '../../ui/Page.tsx'
import { useQueryParams } from '../../ui/useQueryParams.ts'
import { AllCases } from './AllCases.tsx'
import { BothLapses } from './BothLapses.tsx'
import { casesQuery, oneQuery, sheetOf } from './compare.api.ts'
import { FormDeal } from './FormDeal.tsx'
import { OneDeal } from './OneDeal.tsx'
import { WayFields } from './WayFields.tsx'
import { sides, type Ways, waysFrom } from './ways.ts'

/** The same cases looked at in two ways: laws, days, revisions, readings, with own rules or without. */
export function Compare() {
  const stacks = useQuery(stacksQuery)
  return <Loaded query={stacks}>{({ items }) => <Whole stacks={items} />}</Loaded>
}

function Whole({ stacks }: { stacks: readonly StackWire[] }) {
  const { t } = useLanguage()
  const params = useQueryParams()
  const caseId = params.get('case')
  const isForm = caseId === 'form'
  const ways = waysFrom(params.get, stacks, isForm)
  return (
    <>
      <PageHeader title={t('compare.title')} note={t('compare.lead')}>
        {caseId === undefined && (
          <LinkButton href={sheetOf(ways)} download>
            {t('general.exportCsv')}
          </LinkButton>
        )}
        <Button onClick={() => print()}>{t('simulator.print')}</Button>
      </PageHeader>
      <Panel>
        <Subject caseId={caseId} onChoose={(id) => params.set({ case: id })} />
        <div className="two ways">
          {sides.map((side) => (
            <WayFields
              key={side}
              side={side}
              ways={ways}
              stacks={stacks}
              isForm={isForm}
              caseId={caseId}
              onChange={params.set}
            />
          ))}
        </div>
      </Panel>
      {isForm ? (
        <FormDeal ways={ways} stacks={stacks} />
      ) : caseId === undefined ? (
        <AllCases ways={ways} />
      ) : (
        <OneCase id={caseId} ways={ways} />
      )}
    </>
  )
}

/** What is looked at: every live case, one of them, or the deal of the simulator. */
function Subject(props: {
  caseId: string | undefined
  onChoose: (id: string | undefined) => void
}) {
  const { t } = useLanguage()
  const { data } = useQuery(casesQuery)
  return (
    <label className="field">
      <span className="label">{t('compare.subject')}</span>
      <select
        className="input input-wide"
        value={props.caseId ?? ''}
        onChange={({ target }) => props.onChoose(target.value || undefined)}
      >
        <option value="">{t('compare.allCases')}</option>
        <option value="form">{t('compare.fromForm')}</option>
        {data?.items.map(({ id, number, title }) => (
          <option key={id} value={id}>
            {number} {title}
          </option>
        ))}
      </select>
    </label>
  )
}

function OneCase({ id, ways }: { id: string; ways: Ways }) {
  const query = useQuery(oneQuery(id, ways))
  return (
    <Loaded query={query}>
      {(one) => (
        <>
          <BothLapses of={[one.before.lapses, one.after.lapses]} />
          <OneDeal
            title={
              <a href={`/cases/${id}`}>
                {one.number} {one.title}
              </a>
            }
            drafts={{ before: one.before.isDraft, after: one.after.isDraft }}
            rows={one.rows}
            money={one.money}
          />
        </>
      )}
    </Loaded>
  )
}
