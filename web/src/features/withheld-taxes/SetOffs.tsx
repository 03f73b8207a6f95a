import { useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { ExportMenu } from '../../ui/ExportMenu.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Money } from '../../ui/Money.tsx'
import { Panel } from '../../ui/Page.tsx'
import { PagedList } from '../../ui/PagedList.tsx'
import { SmallForm } from '../../ui/SmallForm.tsx'
import { usePages } from '../../ui/usePages.ts'
import type { TaxRights } from './RemittancePage.tsx'
import { onSetOff, type SetOffLineWire, setOffTone } from './tax.api.ts'

type Step = 'approve' | 'refuse' | 'cancel' | 'reverse'

/** What was set off, or is to be: ordered by one person, agreed to and taken back by another. */
export function SetOffs({ may, onDone }: { may: TaxRights; onDone: () => Promise<void> }) {
  const { t } = useLanguage()
  const { query, items } = usePages<SetOffLineWire>('/tax-set-offs', {})
  const [chosen, choose] = useState<{ one: SetOffLineWire; step: Step }>()
  if (items.length === 0) return null
  return (
    <Panel title={t('taxes.setOffs.title')} extra={<ExportMenu path="/tax-set-offs" />}>
      <PagedList query={query} isEmpty={false} empty={null}>
        <ul className="rows">
          {items.map((one) => (
            <li key={one.id}>
              <About one={one} isOwn={one.madeBy === may.person} />
              <div className="actions">
                {stepsOf(one, may).map((step) => (
                  <Button key={step} small onClick={() => choose({ one, step })}>
                    {t(`taxes.setOffs.steps.${step}`)}
                  </Button>
                ))}
              </div>
            </li>
          ))}
        </ul>
      </PagedList>
      {chosen && <Form {...chosen} onDone={onDone} onClose={() => choose(undefined)} />}
    </Panel>
  )
}

/** What can be done next, and by whom: whoever ordered it neither agrees to it nor takes it back. */
function stepsOf({ state, madeBy }: SetOffLineWire, may: TaxRights): readonly Step[] {
  const isOther = may.mayApprove && madeBy !== may.person
  if (state === 'settled') return isOther ? ['reverse'] : []
  if (state !== 'made') return []
  return [
    ...(may.mayPay ? (['cancel'] as const) : []),
    ...(isOther ? (['refuse', 'approve'] as const) : []),
  ]
}

function About({ one, isOwn }: { one: SetOffLineWire; isOwn: boolean }) {
  const { t, named } = useLanguage()
  const signed = (name: string | null, on: string | null) => name && ` · ${name} ${on ?? ''}`
  return (
    <>
      <strong>{one.name}</strong> <a href={`/cases/${one.caseId}`}>{one.caseNumber}</a>{' '}
      <span className="muted figure">{one.reference}</span>{' '}
      <span className={`chip ${setOffTone[one.state]}`}>
        {named('taxes.setOffs.values', one.state)}
      </span>
      <div>
        <Money fen={one.amountFen} /> · {one.document}
        {one.isClaim && one.state === 'settled' && ` · ${t('taxes.setOffs.isClaim')}`}
      </div>
      <div className="muted">
        {one.madeName} {one.madeOn}
        {signed(one.decidedName, one.decidedOn)}
        {signed(one.reversedName, one.reversedOn)} {one.reversedFor ?? one.remark}
        {one.state === 'made' && isOwn && ` · ${t('payouts.waitsForOther')}`}
      </div>
    </>
  )
}

function Form(props: {
  one: SetOffLineWire
  step: Step
  onClose: () => void
  onDone: () => Promise<void>
}) {
  const { t } = useLanguage()
  const { one, step, onClose, onDone } = props
  const isDecision = step === 'approve' || step === 'refuse'
  const name = t(`taxes.setOffs.steps.${step}`)
  return (
    <SmallForm
      title={`${name} · ${one.name}`}
      lead={t(`taxes.setOffs.leads.${step}`)}
      act={name}
      isDanger={step !== 'approve'}
      asked={[
        {
          ...{ name: 'reason', as: 'text' as const, isRequired: step !== 'approve' },
          label: t(isDecision ? 'taxes.fields.remark' : 'taxes.reason'),
        },
      ]}
      onSend={({ reason }) =>
        isDecision
          ? onSetOff(one.id, 'decision', {
              approve: step === 'approve',
              ...(reason !== null && { remark: reason }),
            })
          : onSetOff(one.id, step, { reason })
      }
      onDone={onDone}
      onClose={onClose}
    />
  )
}
