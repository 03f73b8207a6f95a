import { useState } from 'react'
import { address } from '../../api/client.ts'
import { Button } from '../../ui/Button.tsx'
import { DayText } from '../../ui/DayText.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Panel } from '../../ui/Page.tsx'
import { BeginClaim } from './BeginClaim.tsx'
import { EndClaim } from './EndClaim.tsx'
import type { FindingWire } from './finding.api.ts'

/** The claim on a patent that is ours: the dispute over title that it opened, and how that ended. */
export function ClaimPanel({ of }: { of: FindingWire }) {
  const { t } = useLanguage()
  const [open, setOpen] = useState<'begin' | 'end'>()
  const close = () => setOpen(undefined)
  if (of.claims.length === 0 && of.decision !== 'to_be_claimed') return null
  const isUnderWay = of.claim === 'under_way'
  return (
    <Panel
      title={t('outside.claim.title')}
      extra={
        isUnderWay ? (
          <Button small kind="primary" onClick={() => setOpen('end')}>
            {t('outside.claim.end')}
          </Button>
        ) : (
          of.decision === 'to_be_claimed' && (
            <Button
              small
              {...(of.claims.length === 0 && { kind: 'primary' as const })}
              onClick={() => setOpen('begin')}
            >
              {t('outside.claim.begin')}
            </Button>
          )
        )
      }
    >
      {of.claims.length === 0 && <p className="hint">{t('outside.claim.hint')}</p>}
      <ul className="rows">
        {of.claims.map((claim) => (
          <Claim key={claim.id} claim={claim} />
        ))}
      </ul>
      {open === 'begin' && <BeginClaim of={of} onClose={close} />}
      {open === 'end' && <EndClaim of={of} onClose={close} />}
    </Panel>
  )
}

function Claim({ claim }: { claim: FindingWire['claims'][number] }) {
  const { t } = useLanguage()
  const { end } = claim
  return (
    <li>
      <span className={`chip ${end ? 'chip-done' : 'chip-due'}`}>
        {t(end ? `outside.claim.outcomes.${end.outcome}` : 'outside.claim.states.under_way')}
      </span>{' '}
      <DayText day={claim.fromDay} /> {claim.begunName}
      <div>{claim.about}</div>
      <div>
        {t('outside.claim.dispute')}{' '}
        <a href={`/achievements/${claim.achievementId}`}>
          {claim.achievementNumber} {claim.achievementTitle}
        </a>
      </div>
      <Files files={claim.files} />
      {end && (
        <>
          <div>
            {t('outside.claim.endedOn')} <DayText day={end.on} /> {end.by}
          </div>
          <div>{end.basis}</div>
          <Files files={end.files} />
          {end.rightId && <a href={`/rights/${end.rightId}`}>{t('outside.claim.right')}</a>}
        </>
      )}
    </li>
  )
}

function Files({ files }: { files: FindingWire['claims'][number]['files'] }) {
  return files.map(({ sha256, name }) => (
    <div key={sha256}>
      <a href={address(`/files/${sha256}`)} target="_blank" rel="noreferrer">
        {name}
      </a>
    </div>
  ))
}
