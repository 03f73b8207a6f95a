import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Callout } from '../../ui/Callout.tsx'
import { DayText } from '../../ui/DayText.tsx'
import { MoneyField } from '../../ui/fields/FigureFields.tsx'
import { useLanguage } from '../../ui/language.ts'
import { fenText, Money, yuanText } from '../../ui/Money.tsx'
import { Loaded, Nothing, PageHeader, Panel } from '../../ui/Page.tsx'
import { Position } from './Position.tsx'
import { DaysLeft } from './TaxWindows.tsx'
import { type ContractTaxWire, contractTaxQuery } from './tax.api.ts'

/** What whoever looks at positions may do. */
export interface TaxPowers {
  readonly mayAnswer: boolean
  readonly mayClaim: boolean
}

/** The positions of a contract on tax: each gate, what is answered, and what both outcomes would cost. */
export function ContractTax({ id, may }: { id: string; may: TaxPowers }) {
  const [typed, setTyped] = useState('')
  const other = fenText(typed)
  const query = useQuery(contractTaxQuery(id, other))
  return (
    <Loaded query={query}>
      {(one) => <Whole one={one} may={may} typed={typed} onType={setTyped} />}
    </Loaded>
  )
}

function Whole(props: {
  one: ContractTaxWire
  may: TaxPowers
  typed: string
  onType: (typed: string) => void
}) {
  const { t } = useLanguage()
  const { one, may, typed, onType } = props
  const hasPersons = one.positions.some(
    ({ regime, estimate }) => regime === 'cash_reward' && (estimate?.lines.length ?? 0) > 0,
  )
  return (
    <>
      <PageHeader
        title={t('tax.ofContract')}
        note={
          <a href={`/contracts/${one.contractId}`}>
            {one.number} {one.title}
          </a>
        }
      />
      {one.registeredOn === null && (
        <Callout tone="due" title={t('tax.notRegistered')}>
          {t('tax.notRegisteredHint')}{' '}
          <a
            href={
              one.registration
                ? `/registrations/${one.registration}`
                : `/contracts/${one.contractId}`
            }
          >
            {t('tax.toRegistration')}
          </a>
        </Callout>
      )}
      {one.waitingFen !== '0' && (
        <Callout tone="due" title={t('tax.refundOpen', { sum: yuanText(one.waitingFen) })}>
          {t('tax.refundOpenHint')} <a href="/receipts/waiting">{t('waiting.open')}</a>
        </Callout>
      )}
      <Windows one={one} />
      {hasPersons && (
        <Panel title={t('tax.assumed')}>
          <MoneyField
            label={t('tax.otherIncome')}
            value={typed}
            onChange={onType}
            hint={t('tax.otherHint')}
          />
        </Panel>
      )}
      {one.positions.length === 0 && <Nothing text={t('tax.noPositions')} />}
      {one.positions.map((position) => (
        <Position key={position.regime} contract={one.contractId} of={position} may={may} />
      ))}
    </>
  )
}

function Windows({ one }: { one: ContractTaxWire }) {
  const { t } = useLanguage()
  const isAsked = one.positions.some(({ regime }) => regime === 'cash_reward')
  if (!isAsked || one.windows.length === 0) return null
  return (
    <Panel title={t('tax.windows')}>
      <table className="grid stacks">
        <thead>
          <tr>
            <th>{t('tax.receivedOn')}</th>
            <th className="num">{t('tax.ownReceived')}</th>
            <th>{t('tax.lastDay')}</th>
            <th>{t('tax.paidOn')}</th>
            <th>{t('tax.state')}</th>
          </tr>
        </thead>
        <tbody>
          {one.windows.map((window) => (
            <tr key={window.receipt}>
              <td className="nowrap figure" data-label={t('tax.receivedOn')}>
                <a href={`/receipts/${window.receipt}`}>{window.receivedOn ?? '—'}</a>
              </td>
              <td className="num" data-label={t('tax.ownReceived')}>
                <Money fen={window.amountFen} />
              </td>
              <td className="nowrap" data-label={t('tax.lastDay')}>
                {window.lastDay ? <DayText day={window.lastDay} isShort /> : '—'}
              </td>
              <td className="nowrap figure" data-label={t('tax.paidOn')}>
                {window.paidOn ?? '—'}
              </td>
              <td>
                {window.daysLeft === null ? (
                  <span
                    className={`chip ${window.state === 'paidWithin' ? 'chip-done' : 'chip-breached'}`}
                  >
                    {t(`tax.windowStates.${window.state}`)}
                  </span>
                ) : (
                  <DaysLeft daysLeft={window.daysLeft} />
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  )
}

const canTone = { yes: 'chip-done', no: 'chip-breached', unknown: 'chip-due' } as const

/** Where a relief stands, in a word. */
export function CanChip({ can }: { can: 'yes' | 'no' | 'unknown' }) {
  const { t } = useLanguage()
  return <span className={`chip ${canTone[can]}`}>{t(`tax.can.${can}`)}</span>
}

/** The positions in short, on the page of the contract. */
export function TaxInShort({ id }: { id: string }) {
  const { t, say } = useLanguage()
  const query = useQuery(contractTaxQuery(id))
  return (
    <Panel title={t('tax.title')} extra={<a href={`/taxes/${id}`}>{t('tax.open')}</a>}>
      <Loaded query={query}>
        {({ positions }) =>
          positions.length === 0 ? (
            <Nothing text={t('tax.noPositions')} />
          ) : (
            <ul className="rows">
              {positions.map(({ regime, title, can, claimed, gates }) => (
                <li key={regime}>
                  <a href={`/taxes/${id}#${regime}`}>{say(title)}</a>{' '}
                  {claimed === null ? (
                    <CanChip can={can} />
                  ) : (
                    <span className="chip">{t(claimed ? 'tax.claimed' : 'tax.declined')}</span>
                  )}{' '}
                  <small className="muted">
                    {t('tax.gatesMet', {
                      met: gates.filter(({ state }) => state === 'met').length,
                      all: gates.filter(({ state }) => state !== 'na').length,
                    })}
                  </small>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </Panel>
  )
}
