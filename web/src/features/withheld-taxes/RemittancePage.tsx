import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { address } from '../../api/client.ts'
import { Button } from '../../ui/Button.tsx'
import { DayText } from '../../ui/DayText.tsx'
import { Fact, Facts } from '../../ui/Facts.tsx'
import { History } from '../../ui/History.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Money } from '../../ui/Money.tsx'
import { Loaded, PageHeader, Panel } from '../../ui/Page.tsx'
import { SmallForm } from '../../ui/SmallForm.tsx'
import { actOn, type RemittanceWire, remittanceQuery, toneOf } from './tax.api.ts'

/** What somebody may do with what is paid over. */
export interface TaxRights {
  readonly person: string
  readonly mayPay: boolean
  readonly mayApprove: boolean
}

type Step = 'approve' | 'refuse' | 'cancel' | 'settle' | 'reverse'

/** One payment of tax to the office, or back from it: who made, approved and proved it. */
export function RemittancePage({ id, may }: { id: string; may: TaxRights }) {
  const query = useQuery(remittanceQuery(id))
  return <Loaded query={query}>{(one) => <Remittance one={one} may={may} />}</Loaded>
}

function Remittance({ one, may }: { one: RemittanceWire; may: TaxRights }) {
  const { t, named } = useLanguage()
  const client = useQueryClient()
  const [step, take] = useState<Step>()
  const { id, state } = one
  const reread = async () => {
    const keys = [
      ['tax-remittance', id],
      [`/tax-remittances/${id}/history`],
      ['/tax-remittances'],
      ['withheld-taxes'],
    ]
    await Promise.all(keys.map((queryKey) => client.invalidateQueries({ queryKey })))
  }
  return (
    <>
      <PageHeader
        title={`${one.month} · ${named('taxes.kinds', one.kind)}`}
        note={<span className={`chip ${toneOf[state]}`}>{named('taxes.values', state)}</span>}
      >
        {stepsOf(one, may).map((each) => (
          <Button
            key={each}
            kind={each === 'approve' || each === 'settle' ? 'primary' : 'plain'}
            onClick={() => take(each)}
          >
            {t(`taxes.steps.${each}`)}
          </Button>
        ))}
      </PageHeader>
      <Panel>
        <About one={one} isOwn={one.madeBy === may.person} />
      </Panel>
      <Panel title={t('history.title')}>
        <History path={`/tax-remittances/${id}/history`} group="taxes" />
      </Panel>
      {step && <Form id={id} step={step} onClose={() => take(undefined)} onDone={reread} />}
    </>
  )
}

/** What can be done next, and by whom: whoever made it neither approves nor reverses it. */
function stepsOf({ state, madeBy }: RemittanceWire, may: TaxRights): readonly Step[] {
  const isOther = may.mayApprove && madeBy !== may.person
  const isOpen = state === 'made' || state === 'approved'
  return [
    ...(may.mayPay && isOpen ? (['cancel'] as const) : []),
    ...(isOther && state === 'made' ? (['refuse', 'approve'] as const) : []),
    ...(may.mayPay && state === 'approved' ? (['settle'] as const) : []),
    ...(isOther && state === 'settled' ? (['reverse'] as const) : []),
  ]
}

function About({ one, isOwn }: { one: RemittanceWire; isOwn: boolean }) {
  const { t } = useLanguage()
  const signed = (name: string | null, on: string | null) =>
    name && (
      <>
        {name} {on && <DayText day={on} />}
      </>
    )
  return (
    <Facts>
      <Fact label={t('taxes.fields.amountFen')}>
        <Money fen={one.amountFen} />
      </Fact>
      <Fact label={t('taxes.fields.madeName')}>{signed(one.madeName, one.madeOn)}</Fact>
      <Fact label={t('taxes.fields.decidedName')}>
        {signed(one.decidedName, one.decidedOn)}
        {one.state === 'made' && isOwn && (
          <span className="muted">{t('payouts.waitsForOther')}</span>
        )}
      </Fact>
      <Fact label={t('taxes.fields.settledOn')}>{signed(one.settledName, one.settledOn)}</Fact>
      <Fact label={t('taxes.fields.document')}>
        {one.document}
        {one.files.map(({ sha256, name }) => (
          <div key={sha256}>
            <a href={address(`/files/${sha256}`)} target="_blank" rel="noreferrer">
              {name}
            </a>
          </div>
        ))}
      </Fact>
      <Fact label={t('taxes.fields.reversedOn')}>
        {signed(one.reversedName, one.reversedOn)} {one.reversedFor}
      </Fact>
      <Fact label={t('taxes.fields.remark')}>{one.remark}</Fact>
    </Facts>
  )
}

function Form(props: { id: string; step: Step; onClose: () => void; onDone: () => Promise<void> }) {
  const { t } = useLanguage()
  const { id, step, onClose, onDone } = props
  const common = { title: t(`taxes.steps.${step}`), act: t(`taxes.steps.${step}`), onClose, onDone }
  if (step === 'settle')
    return (
      <SmallForm
        {...common}
        lead={t('taxes.withheld.settleLead')}
        asked={[
          {
            ...{ name: 'on', label: t('taxes.fields.settledOn'), as: 'day' as const },
            isRequired: true,
          },
          {
            ...{ name: 'document', label: t('taxes.fields.document'), as: 'line' as const },
            isRequired: true,
          },
        ]}
        withFiles
        onSend={(told) => actOn(id, 'settle', told)}
      />
    )
  const isDecision = step === 'approve' || step === 'refuse'
  return (
    <SmallForm
      {...common}
      lead={t(`taxes.stepLeads.${step}`)}
      isDanger={step !== 'approve'}
      asked={[
        {
          ...{ name: 'reason', as: 'text' as const, isRequired: step !== 'approve' },
          label: t(isDecision ? 'taxes.fields.remark' : 'taxes.reason'),
        },
      ]}
      onSend={({ reason }) =>
        isDecision
          ? actOn(id, 'decision', {
              approve: step === 'approve',
              ...(reason !== null && { remark: reason }),
            })
          : actOn(id, step, { reason })
      }
    />
  )
}
