import { dayInChina } from '@yizhuan/kit'
import { useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { CiteText } from '../../ui/CiteText.tsx'
import { DayText } from '../../ui/DayText.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Money, yuanText } from '../../ui/Money.tsx'
import { Panel } from '../../ui/Page.tsx'
import { SmallForm } from '../../ui/SmallForm.tsx'
import { Answers } from './Answers.tsx'
import { CanChip, type TaxPowers } from './ContractTax.tsx'
import { type PositionWire, sendClaim, useReread } from './tax.api.ts'

const tones = { met: 'chip-done', open: 'chip-breached', unknown: 'chip-due', na: '' } as const

/** One relief: its gates with their articles, what is asked, the decision, and both outcomes. */
export function Position(props: { contract: string; of: PositionWire; may: TaxPowers }) {
  const { t, say } = useLanguage()
  const { contract, of, may } = props
  const reread = useReread()
  const [open, setOpen] = useState<'claim' | 'decline'>()
  return (
    <Panel
      id={of.regime}
      title={
        <>
          {say(of.title)} <CanChip can={of.can} />
        </>
      }
      extra={
        may.mayClaim && (
          <>
            {of.claimed !== true && of.can === 'yes' && (
              <Button kind="primary" onClick={() => setOpen('claim')}>
                {t('tax.claim')}
              </Button>
            )}
            {of.claimed !== false && (
              <Button onClick={() => setOpen('decline')}>{t('tax.decline')}</Button>
            )}
          </>
        )
      }
    >
      <p className="muted">
        {t('tax.taxpayer')} {say(of.taxpayer)}
      </p>
      <Decision of={of} />
      <ul className="tax-gates">
        {of.gates.map(({ norm, title, cite, state }) => (
          <li key={norm}>
            <span className={`chip ${tones[state]}`}>{t(`tax.gates.${state}`)}</span>
            <span>
              <a href={`/policies/norms/${norm}`}>{say(title)}</a>{' '}
              {cite && (
                <small>
                  <CiteText cite={cite} />
                </small>
              )}
            </span>
          </li>
        ))}
      </ul>
      {of.notice && (
        <p>
          {t('tax.notice')} <DayText day={of.notice.on} />–
          {of.notice.endedOn === null ? t('tax.noticeRuns') : <DayText day={of.notice.endedOn} />}{' '}
          <a href={`/cases/${of.notice.caseId}`}>{t('tax.noticeOfCase')}</a>
        </p>
      )}
      <Answers contract={contract} of={of} mayAnswer={may.mayAnswer} />
      <Estimate of={of} />
      {open && (
        <SmallForm
          title={t(open === 'claim' ? 'tax.claim' : 'tax.decline')}
          lead={t(open === 'claim' ? 'tax.claimHint' : 'tax.declineHint')}
          asked={[{ name: 'words', as: 'text', label: t('tax.basis'), isRequired: true }]}
          withFiles
          act={t(open === 'claim' ? 'tax.claim' : 'tax.decline')}
          onSend={({ words, files }) =>
            sendClaim(contract, of.regime, {
              claimed: open === 'claim',
              words: `${words ?? ''}`,
              files: (files ?? []) as [],
              expectedSeq: of.seq,
            })
          }
          onDone={reread}
          onClose={() => setOpen(undefined)}
        />
      )}
    </Panel>
  )
}

function Decision({ of: { claimed, determination } }: { of: PositionWire }) {
  const { t } = useLanguage()
  if (claimed === null || !determination) return null
  return (
    <p>
      <strong>{t(claimed ? 'tax.claimed' : 'tax.declined')}</strong>{' '}
      <small className="muted">
        {determination.by} {dayInChina(determination.at)}
      </small>
      {determination.words && <span className="said">{determination.words}</span>}
    </p>
  )
}

/** Both outcomes while nothing is certain; an estimate and nothing more. */
function Estimate({ of: { estimate, can, claimed, regime } }: { of: PositionWire }) {
  const { t } = useLanguage()
  if (!estimate || estimate.lines.length === 0) return null
  // Only a decision and every gate leave one outcome; a gate that is not met leaves the other.
  const isSettled = can === 'yes' && claimed === true
  const [hasWithout, hasWith] = [!isSettled, can !== 'no' && claimed !== false]
  const isPersons = regime === 'cash_reward'
  return (
    <>
      <h3>
        {t('tax.estimate')} <span className="chip chip-draft">{t('tax.estimateMark')}</span>
      </h3>
      {hasWithout && hasWith && <p className="muted">{t('tax.bothOutcomes')}</p>}
      <table className="grid stacks">
        <thead>
          <tr>
            <th>{t('tax.year')}</th>
            <th>{t(isPersons ? 'tax.person' : 'tax.item')}</th>
            <th className="num">{t(isPersons ? 'tax.reward' : 'tax.base')}</th>
            {hasWithout && <th className="num">{t('tax.without')}</th>}
            {hasWith && <th className="num">{t('tax.with')}</th>}
          </tr>
        </thead>
        <tbody>
          {estimate.lines.map((line) => (
            <tr key={`${line.year}${line.who}`}>
              <td className="figure" data-label={t('tax.year')}>
                {line.year ?? t('tax.yearUnknown')}
              </td>
              <td data-label={t(isPersons ? 'tax.person' : 'tax.item')}>
                {line.who ?? t(`tax.bases.${regime}`)}
              </td>
              <td className="num" data-label={t(isPersons ? 'tax.reward' : 'tax.base')}>
                <Money fen={line.baseFen} />
              </td>
              {hasWithout && (
                <td className="num" data-label={t('tax.without')}>
                  <Money fen={line.withoutFen} />
                </td>
              )}
              {hasWith && (
                <td className="num" data-label={t('tax.with')}>
                  <Money fen={line.withFen} />
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      <YearNotes lines={estimate.lines} hasWith={hasWith} />
      <p className="muted">
        {t('tax.estimateNote')} {t(`tax.counts.${regime}`)}{' '}
        {!estimate.verified && t('tax.unverified')}
      </p>
    </>
  )
}

/** What other contracts of the house take of the same year: a tax of a year is a taxpayer's, not a contract's. */
function YearNotes(props: {
  lines: NonNullable<PositionWire['estimate']>['lines']
  hasWith: boolean
}) {
  const { t } = useLanguage()
  const notes = props.lines.flatMap(({ exempt, besideFen, ...line }) => {
    const { year, who } = { year: line.year ?? '', who: line.who ?? '' }
    if (exempt && props.hasWith) {
      const { wholeFen, usedFen, others, takenFen } = exempt
      const sums = { whole: yuanText(wholeFen), used: yuanText(usedFen), taken: yuanText(takenFen) }
      return [t('tax.exemptOfYear', { year, count: others, ...sums })]
    }
    if (besideFen !== null && besideFen !== '0') {
      return [t('tax.besideOfYear', { year, who, sum: yuanText(besideFen) })]
    }
    return []
  })
  if (notes.length === 0) return null
  return (
    <ul className="rows">
      {notes.map((note) => (
        <li key={note}>{note}</li>
      ))}
    </ul>
  )
}
