import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ApiProblem } from '../../api/problem.ts'
import { Button } from '../Button.tsx'
import { FilterSelect } from '../FilterSelect.tsx'
import { useLanguage } from '../language.ts'
import { yuanText } from '../Money.tsx'
import { Loaded } from '../Page.tsx'
import { Scroll } from '../Scroll.tsx'
import { SearchBox } from '../SearchBox.tsx'
import { benchmarkQuery, type Compared } from './deals.api.ts'

const modes = ['assignment', 'license', 'cooperation', 'equity_contribution'] as const
const exclusivities = ['exclusive', 'sole', 'plain'] as const

/** What comparable deals of this house came to; nothing for whoever may not read deals. */
export function DealBenchmark(props: {
  achievement?: string | undefined
  kind?: string | undefined
  mode?: string | undefined
}) {
  const { t, named } = useLanguage()
  const { achievement } = props
  const [chosen, choose] = useState<Compared>({ mode: props.mode })
  const [isAnyKind, setAnyKind] = useState(false)
  const like = isAnyKind ? {} : { achievement, kind: props.kind }
  const query = useQuery(benchmarkQuery({ ...like, ...chosen }))
  if (query.error instanceof ApiProblem && query.error.body.status === 403) return null
  return (
    <section className="benchmark">
      <h3>{t('deals.benchmark')}</h3>
      <p className="hint">{t('deals.ownOnly')}</p>
      <div className="filters">
        <FilterSelect
          label={t('contracts.fields.mode')}
          value={chosen.mode}
          choices={modes.map((value) => ({ value, label: named('contracts.modes', value) }))}
          onChange={(mode) => choose({ ...chosen, mode: mode || undefined })}
        />
        <FilterSelect
          label={t('contracts.fields.exclusivity')}
          value={chosen.exclusivity}
          choices={exclusivities.map((value) => ({
            value,
            label: named('contracts.exclusivities', value),
          }))}
          onChange={(exclusivity) => choose({ ...chosen, exclusivity: exclusivity || undefined })}
        />
        <SearchBox
          label={t('deals.field')}
          value={chosen.field}
          onSearch={(field) => choose({ ...chosen, field: field || undefined })}
        />
      </div>
      <Loaded query={query}>
        {({ atLeast, withheld, upfront, total, rate, years, kind }) => (
          <>
            <p>
              {kind && (
                <>
                  <span className="chip">{named('achievements.kinds', kind)}</span>{' '}
                  <Button kind="quiet" small onClick={() => setAnyKind(true)}>
                    {t('deals.anyKind')}
                  </Button>{' '}
                </>
              )}
              {withheld === null
                ? t('deals.counted', { count: atLeast })
                : t(withheld === 'few' ? 'deals.tooFew' : 'deals.apart')}
              {years && ` ${t('deals.signedIn')} ${yearsText(years)}`}
            </p>
            {(upfront || total || rate) && (
              <Scroll label={t('deals.benchmark')}>
                <table className="grid grid-narrow stacks">
                  <thead>
                    <tr>
                      <th />
                      <th className="num">{t('deals.half')}</th>
                      <th className="num">{t('deals.middle')}</th>
                    </tr>
                  </thead>
                  <tbody>
                    <Spread label={t('contracts.fields.amountFen')} of={total} isMoney />
                    <Spread label={t('contracts.fields.firstPaymentFen')} of={upfront} isMoney />
                    <Spread label={t('deals.rate')} of={rate} />
                  </tbody>
                </table>
              </Scroll>
            )}
          </>
        )}
      </Loaded>
    </section>
  )
}

const yearsText = ({ from, to }: { from: string; to: string }) =>
  from === to ? from : `${from}–${to}`

interface Span {
  readonly low: string
  readonly high: string
}

/** Where half of the deals lie, and the one in the middle; spans, so that no price is told. */
function Spread(props: {
  label: string
  of: (Span & { readonly middle: Span }) | null
  isMoney?: boolean
}) {
  const { t } = useLanguage()
  const { of } = props
  if (!of) return null
  const text = (value: string) => (props.isMoney ? yuanText(value) : value)
  const span = ({ low, high }: Span) => `${text(low)} – ${text(high)}`
  return (
    <tr>
      <th scope="row">{props.label}</th>
      <td className="num" data-label={t('deals.half')}>
        {span(of)}
      </td>
      <td className="num" data-label={t('deals.middle')}>
        <strong>{span(of.middle)}</strong>
      </td>
    </tr>
  )
}
