import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { DayText } from '../../ui/DayText.tsx'
import { Fact, Facts } from '../../ui/Facts.tsx'
import { History } from '../../ui/History.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Money } from '../../ui/Money.tsx'
import { Loaded, PageHeader, Panel } from '../../ui/Page.tsx'
import { SmallForm } from '../../ui/SmallForm.tsx'
import { reverseVat, settlementQuery, toneOf, type VatSettlementWire } from './vat.api.ts'

interface Rights {
  readonly person: string
  readonly mayReverse: boolean
}

/** One record of what became of value added tax: who made it, and who took it back. */
export function SettlementPage({ id, may }: { id: string; may: Rights }) {
  const query = useQuery(settlementQuery(id))
  return <Loaded query={query}>{(one) => <Settlement one={one} may={may} />}</Loaded>
}

function Settlement({ one, may }: { one: VatSettlementWire; may: Rights }) {
  const { t, named } = useLanguage()
  const client = useQueryClient()
  const [isReversing, reverse] = useState(false)
  const { id, state } = one
  const reread = () => {
    const keys = [
      ['vat-settlement', id],
      [`/vat-settlements/${id}/history`],
      ['vat'],
      ['/vat-settlements'],
    ]
    return Promise.all(keys.map((queryKey) => client.invalidateQueries({ queryKey })))
  }
  const mayReverse = may.mayReverse && state === 'recorded'
  const isOwn = one.madeBy === may.person
  return (
    <>
      <PageHeader
        title={`${one.month} · ${named('vat.values', one.kind)}`}
        note={<span className={`chip ${toneOf[state]}`}>{named('vat.values', state)}</span>}
      >
        {mayReverse && !isOwn && <Button onClick={() => reverse(true)}>{t('vat.reverse')}</Button>}
      </PageHeader>
      <Panel>
        <Facts>
          <Fact label={t('vat.fields.amountFen')}>
            <Money fen={one.amountFen} />
          </Fact>
          <Fact label={t('vat.fields.onDay')}>
            <DayText day={one.onDay} />
          </Fact>
          <Fact label={t('vat.fields.document')}>{one.document}</Fact>
          <Fact label={t('vat.fields.madeName')}>
            {one.madeName} <DayText day={one.madeOn} />
            {mayReverse && isOwn && <span className="muted"> {t('vat.otherReverses')}</span>}
          </Fact>
          <Fact label={t('vat.fields.reversedOn')}>
            {one.reversedOn && (
              <>
                {one.reversedName} <DayText day={one.reversedOn} /> {one.reversedFor}
              </>
            )}
          </Fact>
          <Fact label={t('vat.fields.remark')}>{one.remark}</Fact>
        </Facts>
      </Panel>
      <Panel title={t('history.title')}>
        <History path={`/vat-settlements/${id}/history`} group="vat" />
      </Panel>
      {isReversing && (
        <SmallForm
          title={t('vat.reverse')}
          lead={t('vat.reverseLead')}
          act={t('vat.reverse')}
          isDanger
          asked={[
            { name: 'reason', label: t('vat.fields.reversedFor'), as: 'text', isRequired: true },
          ]}
          onSend={(told) => reverseVat(id, told)}
          onDone={reread}
          onClose={() => reverse(false)}
        />
      )}
    </>
  )
}
