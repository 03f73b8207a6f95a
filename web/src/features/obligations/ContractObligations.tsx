import { useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { History } from '../../ui/History.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Nothing, Panel } from '../../ui/Page.tsx'
import { PagedList } from '../../ui/PagedList.tsx'
import { usePages } from '../../ui/usePages.ts'
import { ObligationForm, type Told } from './ObligationForms.tsx'
import { ObligationDay, ObligationOutcome, ObligationState } from './ObligationLine.tsx'
import type { ObligationWire } from './obligation.api.ts'

/** What a contract obliges somebody to do beside paying, and how it came out. */
export function ContractObligations({ contract, mayTell }: { contract: string; mayTell: boolean }) {
  const { t } = useLanguage()
  const { query, items } = usePages<ObligationWire>('/obligations', { contract })
  const [told, tell] = useState<Told>()
  const [shown, show] = useState<ObligationWire>()
  return (
    <Panel
      id="obligations"
      title={t('obligations.title')}
      extra={
        mayTell && <Button onClick={() => tell({ is: 'agreed' })}>{t('obligations.agree')}</Button>
      }
    >
      <PagedList
        query={query}
        isEmpty={items.length === 0}
        empty={<Nothing text={t('obligations.noneOfContract')} />}
      >
        <Lines items={items} onShow={show} {...(mayTell && { onTell: tell })} />
      </PagedList>
      {told && <ObligationForm contract={contract} told={told} onClose={() => tell(undefined)} />}
      {shown && (
        <Dialog title={shown.title} onClose={() => show(undefined)}>
          <History path={`/obligations/${shown.id}/history`} group="obligations" />
        </Dialog>
      )}
    </Panel>
  )
}

function Lines(props: {
  items: readonly ObligationWire[]
  onShow: (one: ObligationWire) => void
  onTell?: (told: Told) => void
}) {
  const { t, named } = useLanguage()
  const { items, onShow, onTell } = props
  return (
    <table className="grid stacks">
      <thead>
        <tr>
          <th>{t('obligations.fields.title')}</th>
          <th>{t('obligations.fields.obligor')}</th>
          <th>{t('obligations.fields.dueOn')}</th>
          <th>{t('obligations.state')}</th>
          <th>{t('obligations.fields.outcomeText')}</th>
          <th aria-label={t('obligations.actions')} />
        </tr>
      </thead>
      <tbody>
        {items.map((one) => (
          <tr key={one.id}>
            <td>
              <strong className="row-title">{one.title}</strong>
              <div className="muted">
                {named('obligations.values.kind', one.kind)} {one.clause}
              </div>
            </td>
            <td data-label={t('obligations.fields.obligor')}>
              {named('obligations.values.obligor', one.obligor)}
            </td>
            <td className="nowrap" data-label={t('obligations.fields.dueOn')}>
              <ObligationDay one={one} />
            </td>
            <td data-label={t('obligations.state')}>
              <ObligationState one={one} />
            </td>
            <td data-label={one.outcome ? t('obligations.fields.outcomeText') : undefined}>
              <ObligationOutcome one={one} />
            </td>
            <td className="nowrap">
              {onTell && <Acts one={one} onTell={onTell} />}
              <Button small kind="quiet" onClick={() => onShow(one)}>
                {t('history.title')}
              </Button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Acts({ one, onTell }: { one: ObligationWire; onTell: (told: Told) => void }) {
  const { t } = useLanguage()
  if (one.outcome !== null) {
    return (
      <Button small kind="quiet" onClick={() => onTell({ is: 'takenBack', one })}>
        {t('obligations.takeBack')}
      </Button>
    )
  }
  return (
    <>
      <Button small onClick={() => onTell({ is: 'concluded', one })}>
        {t('obligations.conclude')}
      </Button>
      {one.state !== 'ended' && (
        <Button small kind="quiet" onClick={() => onTell({ is: 'extended', one })}>
          {t('obligations.extend')}
        </Button>
      )}
      <Button small kind="quiet" onClick={() => onTell({ is: 'amended', one })}>
        {t('obligations.amend')}
      </Button>
    </>
  )
}
