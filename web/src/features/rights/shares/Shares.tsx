import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ApiProblem } from '../../../api/problem.ts'
import { Button, LinkButton } from '../../../ui/Button.tsx'
import { DayText } from '../../../ui/DayText.tsx'
import { useLanguage } from '../../../ui/language.ts'
import { Loaded, Nothing, Panel } from '../../../ui/Page.tsx'
import { CostTable } from './CostTable.tsx'
import { PartiesForm } from './PartiesForm.tsx'
import { type RightSharesWire, sharesQuery } from './share.api.ts'

/** Who owns a right and bears its fees, and what others owe of those that were paid. */
export function Shares(props: { id: string; mayWrite: boolean; mayClaim: boolean }) {
  const { t } = useLanguage()
  const { id, mayWrite, mayClaim } = props
  const query = useQuery(sharesQuery(id))
  const [isOpen, setOpen] = useState(false)
  // Shares of fees are for those who keep the docket.
  if (query.error instanceof ApiProblem && query.error.body.status === 403) return null
  return (
    <Panel
      title={t('shares.title')}
      extra={
        <span className="actions">
          <LinkButton small href="/cost-shares">
            {t('shares.all')}
          </LinkButton>
          {mayWrite && query.data && (
            <Button small onClick={() => setOpen(true)}>
              {t('shares.record')}
            </Button>
          )}
        </span>
      }
    >
      <Loaded query={query}>
        {(shares) => (
          <>
            <Parties shares={shares} />
            {shares.costs.length > 0 && (
              <>
                <h3>{t('shares.costs')}</h3>
                <CostTable items={shares.costs} isOfOne mayClaim={mayClaim} />
              </>
            )}
            {isOpen && <PartiesForm id={id} shares={shares} onClose={() => setOpen(false)} />}
          </>
        )}
      </Loaded>
    </Panel>
  )
}

function Parties({ shares }: { shares: RightSharesWire }) {
  const { t, named, listed } = useLanguage()
  const { sets, holders, coOwners } = shares
  const [current, ...before] = sets
  return (
    <>
      {current ? (
        <>
          <p className="muted">
            {t('shares.since', { day: current.from })} · {current.basis} · {current.recordedName}{' '}
            {current.recordedOn}
          </p>
          <table className="grid stacks">
            <thead>
              <tr>
                <th>{t('shares.party')}</th>
                <th>{t('shares.role')}</th>
                <th>{t('shares.ofTitle')}</th>
                <th>{t('shares.ofFees')}</th>
                <th>{t('shares.reducedUntil')}</th>
              </tr>
            </thead>
            <tbody>
              {current.parties.map((party) => (
                <tr key={party.name}>
                  <td>{party.name}</td>
                  <td data-label={t('shares.role')}>{named('shares.roles', party.role)}</td>
                  <td className="figure" data-label={t('shares.ofTitle')}>
                    {party.title ?? '—'}
                  </td>
                  <td className="figure" data-label={t('shares.ofFees')}>
                    {party.cost}
                  </td>
                  <td className="figure" data-label={t('shares.reducedUntil')}>
                    {party.reducedUntil ?? '—'}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      ) : (
        <Nothing
          text={coOwners.length > 0 ? t('shares.noneYet') : t('shares.none')}
          hint={t('shares.noneHint')}
        />
      )}
      {holders.length > 0 && (
        <p className="muted">
          {t('shares.titleOfAchievement')}{' '}
          {listed(holders.map((one) => `${one.name} ${one.share}`))}
        </p>
      )}
      {before.length > 0 && (
        <details>
          <summary>{t('shares.before')}</summary>
          <ul className="rows">
            {before.map(({ id, from, parties, basis, recordedName, recordedOn }) => (
              <li key={id}>
                <DayText day={from} /> {listed(parties.map(({ name, cost }) => `${name} ${cost}`))}{' '}
                · {basis}{' '}
                <small className="muted">
                  {recordedName} · {recordedOn}
                </small>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}
