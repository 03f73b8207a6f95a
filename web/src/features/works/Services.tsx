import { DayText } from '../../ui/DayText.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Money } from '../../ui/Money.tsx'
import type { ServiceWorkWire } from './work.api.ts'

/** The commissioned work that somebody led or did. */
export function Services({ services }: { services: readonly ServiceWorkWire[] }) {
  const { t, named } = useLanguage()
  return (
    <table className="grid stacks">
      <thead>
        <tr>
          <th>{t('works.contract')}</th>
          <th>{t('works.client')}</th>
          <th>{t('works.part')}</th>
          <th>{t('works.amount')}</th>
          <th>{t('works.received')}</th>
        </tr>
      </thead>
      <tbody>
        {services.map(({ contract, receivedFen, leads }) => (
          <tr key={contract.id}>
            <td data-label={t('works.contract')}>
              {contract.title}
              <div className="muted">
                {[contract.number, named('contracts.kinds', contract.kind)]
                  .filter(Boolean)
                  .join(' · ')}{' '}
                {contract.signedOn && <DayText day={contract.signedOn} isShort />}
              </div>
            </td>
            <td data-label={t('works.client')}>{contract.client}</td>
            <td data-label={t('works.part')}>{t(leads ? 'works.leads' : 'works.member')}</td>
            <td data-label={t('works.amount')}>
              {contract.amountFen && <Money fen={contract.amountFen} />}
            </td>
            <td data-label={t('works.received')}>{receivedFen && <Money fen={receivedFen} />}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
