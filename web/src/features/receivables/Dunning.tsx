import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { DunningListWire, DunningWire } from '@yizhuan/server/wire/receivables/dunning'
import { useState } from 'react'
import { address, read, write } from '../../api/client.ts'
import { Amount } from '../../ui/amounts.tsx'
import { Button, LinkButton } from '../../ui/Button.tsx'
import { DayText } from '../../ui/DayText.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Nothing, Panel } from '../../ui/Page.tsx'
import { SmallForm } from '../../ui/SmallForm.tsx'

const stages = ['1', '2', '3'] as const
const ways = ['post', 'email', 'hand', 'other'] as const

/** Letters that ask for what is overdue of a contract: written by stages, printed, struck. */
export function Dunning(props: {
  id: string
  today: string
  isOverdue: boolean
  mayWrite: boolean
}) {
  const { id, today, isOverdue, mayWrite } = props
  const { t, named } = useLanguage()
  const client = useQueryClient()
  const [isWriting, begin] = useState(false)
  const [struck, strike] = useState<DunningWire>()
  const queryKey = [`/contracts/${id}/dunning`]
  const { data } = useQuery({
    queryKey,
    queryFn: () => read<DunningListWire>(`/contracts/${id}/dunning`),
  })
  const items = data?.items ?? []
  if (!isOverdue && items.length === 0) return null
  const last = Math.max(0, ...items.filter((one) => one.struckOn === null).map((one) => one.stage))
  const reread = async () => {
    await client.invalidateQueries({ queryKey })
    await client.invalidateQueries({ queryKey: [`/contracts/${id}/history`] })
  }
  return (
    <Panel
      title={t('dunning.title')}
      extra={
        mayWrite && isOverdue && <Button onClick={() => begin(true)}>{t('dunning.write')}</Button>
      }
    >
      {items.length === 0 && <Nothing text={t('dunning.none')} hint={t('dunning.noneHint')} />}
      <ul className="rows">
        {items.map((one) => (
          <li key={one.id}>
            <Letter contract={id} one={one} onStrike={mayWrite ? () => strike(one) : undefined} />
          </li>
        ))}
      </ul>
      {isWriting && (
        <SmallForm
          title={t('dunning.write')}
          lead={t('dunning.writeHint')}
          isOnce
          asked={[
            {
              ...{ name: 'stage', label: t('dunning.stage'), as: 'choice', isRequired: true },
              first: `${Math.min(3, last + 1)}`,
              choices: stages.map((value) => ({ value, label: named('dunning.stages', value) })),
            },
            {
              ...{ name: 'writtenOn', label: t('dunning.writtenOn'), as: 'day', isRequired: true },
              first: today,
            },
            { name: 'payBy', label: t('dunning.payBy'), as: 'day', isRequired: true },
            {
              ...{ name: 'way', label: t('dunning.way'), as: 'choice', isRequired: true },
              choices: ways.map((value) => ({ value, label: t(`dunning.ways.${value}`) })),
            },
            { name: 'words', label: t('dunning.words'), as: 'text' },
          ]}
          act={t('dunning.write')}
          onSend={(body) => write('POST', `/contracts/${id}/dunning`, body)}
          onDone={reread}
          onClose={() => begin(false)}
        />
      )}
      {struck && (
        <SmallForm
          title={t('dunning.strike')}
          lead={t('dunning.strikeHint')}
          asked={[
            { name: 'reason', label: t('contracts.fields.reason'), as: 'line', isRequired: true },
          ]}
          act={t('dunning.strike')}
          isDanger
          onSend={(body) => write('POST', `/contracts/${id}/dunning/${struck.id}/strike`, body)}
          onDone={reread}
          onClose={() => strike(undefined)}
        />
      )}
    </Panel>
  )
}

function Letter(props: {
  contract: string
  one: DunningWire
  onStrike?: (() => void) | undefined
}) {
  const { contract, one, onStrike } = props
  const { t, named } = useLanguage()
  return (
    <>
      <strong>{named('dunning.stages', `${one.stage}`)}</strong> <DayText day={one.writtenOn} />{' '}
      {t('dunning.payBy')} <DayText day={one.payBy} isShort />{' '}
      <span className="muted">
        {named('dunning.ways', one.way)} · {one.madeName}
      </span>{' '}
      {one.struckOn !== null && (
        <span className="chip">
          {t('dunning.struck', { day: one.struckOn })} {one.struckReason}
        </span>
      )}
      <LinkButton small href={address(`/contracts/${contract}/dunning/${one.id}/pdf`)}>
        PDF
      </LinkButton>{' '}
      <LinkButton small href={address(`/contracts/${contract}/dunning/${one.id}/docx`)}>
        DOCX
      </LinkButton>{' '}
      {onStrike && one.struckOn === null && (
        <Button small kind="quiet" onClick={onStrike}>
          {t('dunning.strike')}
        </Button>
      )}
      <ul className="bare">
        {one.lines.map(({ receivable, label, dueOn, currency, minor }) => (
          <li key={receivable} className="muted">
            {label} {dueOn} <Amount minor={minor} currency={currency} />
          </li>
        ))}
      </ul>
    </>
  )
}
