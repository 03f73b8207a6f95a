import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { address } from '../../api/client.ts'
import { Button } from '../../ui/Button.tsx'
import { CiteText } from '../../ui/CiteText.tsx'
import { DayText } from '../../ui/DayText.tsx'
import { fieldErrors } from '../../ui/fieldErrors.ts'
import { LongTextField } from '../../ui/fields/TextFields.tsx'
import { useLanguage } from '../../ui/language.ts'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import { decide, deciders, type OwnRuleWire } from './institution.api.ts'

/** The proposals about one number or clause: what governs, what waits, what was turned down. */
export function Proposals(props: {
  own: readonly OwnRuleWire[]
  roles: readonly string[]
  /** What a choice says, in words; null takes back what the institution said before. */
  choiceText: (choice: string | null) => ReactNode
  /** What would change, beside a proposal that waits. */
  impact: (rule: OwnRuleWire) => ReactNode
}) {
  if (props.own.length === 0) return null
  return (
    <ul className="rows proposals">
      {props.own.map((rule) => (
        <li key={rule.id}>
          <Proposal {...props} rule={rule} />
        </li>
      ))}
    </ul>
  )
}

const tones: Readonly<Record<OwnRuleWire['standing'], string>> = {
  proposed: 'chip-due',
  rejected: '',
  withdrawn: '',
  ahead: 'chip-current',
  governs: 'chip-met',
  ended: '',
}

function Proposal(props: Omit<Parameters<typeof Proposals>[0], 'own'> & { rule: OwnRuleWire }) {
  const { t, say, named, colon } = useLanguage()
  const { rule } = props
  const { choice, from, governsTo, basis, basisFile, proposed, decided } = rule
  return (
    <>
      <div>
        <span className={`chip ${tones[rule.standing]}`}>
          {named('ownRules.standing', rule.standing)}
        </span>{' '}
        <strong>{props.choiceText(choice)}</strong>{' '}
        <span className="nowrap">
          {t('ownRules.fromDay')} <DayText day={from} isShort />
          {governsTo && (
            <>
              {' '}
              {t('ownRules.untilDay')} <DayText day={governsTo} isShort />
            </>
          )}
        </span>
      </div>
      <div className="muted">
        {t('ownRules.basis')}
        {colon}
        {basis} {basisFile && <a href={address(`/files/${basisFile.sha256}`)}>{basisFile.name}</a>}
      </div>
      <div className="muted">
        {t('ownRules.proposedBy', { name: proposed.name, day: proposed.on })}
        {decided &&
          ` · ${t('ownRules.decidedBy', {
            name: decided.name,
            day: decided.on,
            what: named('ownRules.decided', outcomeOf(rule)),
          })}`}
        {decided?.reason && `${colon}${decided.reason}`}
      </div>
      {rule.problems.length > 0 && rule.standing !== 'ended' && (
        <ul className="plain lacking">
          {rule.problems.map(({ text, cite }) => (
            <li key={text.zh}>
              {say(text)} {cite && <CiteText cite={cite} />}
            </li>
          ))}
        </ul>
      )}
      {rule.standing === 'proposed' && (
        <>
          {props.impact(rule)}
          <Decision rule={rule} roles={props.roles} />
        </>
      )}
    </>
  )
}

function outcomeOf({ standing }: OwnRuleWire): string {
  return standing === 'rejected' || standing === 'withdrawn' ? standing : 'approved'
}

function Decision({ rule, roles }: { rule: OwnRuleWire; roles: readonly string[] }) {
  const { t } = useLanguage()
  const client = useQueryClient()
  const [isRejecting, setRejecting] = useState(false)
  const [reason, setReason] = useState('')
  const send = useMutation({
    mutationFn: (outcome: 'approved' | 'rejected' | 'withdrawn') =>
      decide(rule.id, { outcome, reason: outcome === 'rejected' ? reason.trim() : null }),
    onSettled: () => client.invalidateQueries(),
  })
  const wrong = fieldErrors(send.error, ['reason'])
  const mayDecide = !rule.isMine && deciders.some((role) => roles.includes(role))
  return (
    <div className="decision">
      <ProblemAlert error={send.error} shown={wrong.shown} />
      {rule.isMine && <p className="muted">{t('ownRules.needsAnother')}</p>}
      {isRejecting && (
        <LongTextField
          label={t('ownRules.reason')}
          value={reason}
          onChange={setReason}
          error={wrong.at('reason')}
          isRequired
        />
      )}
      <div className="actions">
        {mayDecide && !isRejecting && (
          <>
            <Button kind="primary" busy={send.isPending} onClick={() => send.mutate('approved')}>
              {t('ownRules.approve')}
            </Button>
            <Button onClick={() => setRejecting(true)}>{t('ownRules.reject')}</Button>
          </>
        )}
        {mayDecide && isRejecting && (
          <>
            <Button
              kind="danger"
              busy={send.isPending}
              disabled={reason.trim() === ''}
              onClick={() => send.mutate('rejected')}
            >
              {t('ownRules.reject')}
            </Button>
            <Button onClick={() => setRejecting(false)}>{t('general.cancel')}</Button>
          </>
        )}
        {rule.isMine && (
          <Button busy={send.isPending} onClick={() => send.mutate('withdrawn')}>
            {t('ownRules.withdraw')}
          </Button>
        )}
      </div>
    </div>
  )
}
