import { useMutation, useQueryClient } from '@tanstack/react-query'
import { dayInChina, yuanText } from '@yizhuan/kit'
import { useState } from 'react'
import { address } from '../../api/client.ts'
import { Button } from '../../ui/Button.tsx'
import { Callout } from '../../ui/Callout.tsx'
import { DayText } from '../../ui/DayText.tsx'
import { History } from '../../ui/History.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Panel } from '../../ui/Page.tsx'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import { SmallForm } from '../../ui/SmallForm.tsx'
import { nameText, type TextWire, unnameText } from './text.api.ts'

/** How a text stands: what is missing and where it is filled in, what became other, its versions, what is to be signed. */
export function TextState(props: {
  text: TextWire
  onVersion: (version: number) => void
  onCompare: (from: number) => void
}) {
  const { t, listed, say } = useLanguage()
  const { text } = props
  const gaps = text.gaps.filter(({ comesLater }) => !comesLater)
  const troubled = text.parts.filter(({ trouble }) => trouble !== null)
  return (
    <>
      {text.version !== text.newest && (
        <Callout tone="info" title={t('contractTexts.earlier', { version: text.version })}>
          <Button small onClick={() => props.onVersion(text.newest)}>
            {t('contractTexts.toNewest', { version: text.newest })}
          </Button>
        </Callout>
      )}
      {text.changed.length > 0 && (
        <Callout tone="bad" title={t('contractTexts.outOfDateLong')}>
          <ul className="plain">
            {text.changed.map(({ name, label, was, is }) => (
              <li key={name}>
                <strong>{say(label)}</strong> <del>{was ?? t('contractTexts.unknown')}</del>{' '}
                <ins>{is ?? t('contractTexts.unknown')}</ins>
              </li>
            ))}
          </ul>
        </Callout>
      )}
      {text.sumDiffers && (
        <Callout tone="bad" title={t('contractTexts.sumDiffers')}>
          {t('contractTexts.sumDiffersLong', {
            amount: yuanText(BigInt(text.sumDiffers.amount)),
            payments: yuanText(BigInt(text.sumDiffers.payments)),
          })}
        </Callout>
      )}
      {troubled.length > 0 && (
        <Callout tone="due" title={t('contractTexts.toDecide', { count: troubled.length })}>
          {listed(troubled.map(({ name, choices, slot }) => name || choices[0]?.name || slot))}
        </Callout>
      )}
      {gaps.length > 0 && <Gaps text={text} />}
      <div className="two">
        <Versions {...props} />
        <Naming text={text} />
      </div>
      <Panel title={t('history.title')}>
        <History path={`/contract-texts/${text.id}/history`} group="contractTexts" />
      </Panel>
    </>
  )
}

/** Where what is missing is filled in. */
function Gaps({ text }: { text: TextWire }) {
  const { t, named, say } = useLanguage()
  const deal = text.contractId === null ? `/cases/${text.caseId}` : `/contracts/${text.contractId}`
  const to: Readonly<Record<string, string>> = {
    institution: '/institution/profile',
    deal,
    scope: deal,
    terms: deal,
    rights: '/rights',
  }
  return (
    <Callout tone="due" title={t('contractTexts.gaps')}>
      <ul className="plain">
        {text.gaps.map(({ name, label, at, comesLater }) => (
          <li key={name}>
            <strong>{say(label)}</strong>{' '}
            {comesLater ? (
              <span className="muted">{t('contractTexts.comesLater')}</span>
            ) : to[at] ? (
              <a href={to[at]}>{named('contractTexts.places', at)}</a>
            ) : (
              <span className="muted">{named('contractTexts.places', at)}</span>
            )}
          </li>
        ))}
      </ul>
    </Callout>
  )
}

function Versions(props: {
  text: TextWire
  onVersion: (version: number) => void
  onCompare: (from: number) => void
}) {
  const { t } = useLanguage()
  const { text } = props
  return (
    <Panel title={t('contractTexts.versions')}>
      <ul className="rows">
        {text.versions.map(({ version, note, made, edited }) => (
          <li key={version}>
            <Button small kind="quiet" onClick={() => props.onVersion(version)}>
              {t('contractTexts.version', { version })}
            </Button>{' '}
            <span className="muted">
              {made.by} <DayText day={dayInChina(made.at)} isShort />
              {edited > 0 && ` · ${t('contractTexts.editedCount', { count: edited })}`}
              {note && ` · ${note}`}
            </span>{' '}
            {version !== text.version && (
              <Button small onClick={() => props.onCompare(version)}>
                {t('contractTexts.compareWith', { version: text.version })}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  )
}

/** Which version is to be signed. */
function Naming({ text }: { text: TextWire }) {
  const { t } = useLanguage()
  const client = useQueryClient()
  const [isTakingBack, takeBack] = useState(false)
  const onDone = () =>
    client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' })
  const name = useMutation({
    mutationFn: () => nameText(text.id, text.version),
    onSuccess: onDone,
  })
  const { named } = text
  return (
    <Panel title={t('contractTexts.toSign')}>
      {named ? (
        <p>
          <span className="chip chip-met">
            {t('contractTexts.namedVersion', { version: named.version })}
          </span>{' '}
          {named.file && (
            <a href={address(`/files/${named.file.sha256}`)} download={named.file.name}>
              {named.file.name}
            </a>
          )}{' '}
          <span className="muted">
            {named.by} <DayText day={dayInChina(named.at)} isShort />
          </span>
        </p>
      ) : (
        <p className="hint">{t('contractTexts.noneNamed')}</p>
      )}
      <ProblemAlert error={name.error} />
      {text.mayDraft && (
        <div className="actions">
          {named?.version !== text.version && (
            <Button busy={name.isPending} onClick={() => name.mutate()}>
              {t('contractTexts.name', { version: text.version })}
            </Button>
          )}
          {named && <Button onClick={() => takeBack(true)}>{t('contractTexts.unname')}</Button>}
        </div>
      )}
      {isTakingBack && (
        <SmallForm
          title={t('contractTexts.unname')}
          asked={[
            {
              ...{ name: 'reason', as: 'line', isRequired: true },
              label: t('contractTexts.fields.reason'),
            },
          ]}
          act={t('contractTexts.unname')}
          onSend={(body) => unnameText(text.id, body)}
          onDone={onDone}
          onClose={() => takeBack(false)}
        />
      )}
    </Panel>
  )
}
