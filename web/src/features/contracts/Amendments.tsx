import { useQuery, useQueryClient } from '@tanstack/react-query'
import { changeText, dayInChina, wordFor } from '@yizhuan/kit'
import type { AmendmentListWire, AmendmentWire } from '@yizhuan/server/wire/contracts/amendment'
import { useState } from 'react'
import { read, write } from '../../api/client.ts'
import { Button, LinkButton } from '../../ui/Button.tsx'
import { type HistoryWords, useHistoryWords } from '../../ui/history-words.ts'
import { useLanguage } from '../../ui/language.ts'
import { Loaded, Nothing, Panel } from '../../ui/Page.tsx'
import { SmallForm } from '../../ui/SmallForm.tsx'
import { AmendForm } from './AmendForm.tsx'
import type { ContractWire } from './contract.api.ts'

const keyOf = (id: string) => `/contracts/${id}/amendments`

/** What was amended of a contract after its signing, version by version, the newest first. */
export function Amendments(props: { one: ContractWire; mayWrite: boolean; mayTakeBack: boolean }) {
  const { one, mayWrite, mayTakeBack } = props
  const { t } = useLanguage()
  const words = useHistoryWords('contracts')
  const [isAmending, amend] = useState(false)
  const [back, takeBack] = useState<AmendmentWire>()
  const query = useQuery({
    queryKey: [keyOf(one.id)],
    queryFn: () => read<AmendmentListWire>(keyOf(one.id)),
  })
  if (one.signedOn === null && !query.data?.items.length) return null
  return (
    <Panel
      id="amendments"
      title={t('contracts.amendments.title')}
      extra={
        mayWrite &&
        (one.caseId === null ? (
          <Button onClick={() => amend(true)}>{t('contracts.amendments.add')}</Button>
        ) : (
          <LinkButton href={`/cases/${one.caseId}`}>{t('contracts.amendments.inCase')}</LinkButton>
        ))
      }
    >
      <Loaded query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <Nothing text={t('contracts.amendments.none')} />
          ) : (
            <ol className="history">
              {items.map((amendment) => (
                <Amendment
                  key={amendment.version}
                  one={amendment}
                  words={words}
                  {...(mayTakeBack &&
                    amendment.mayTakeBack && { onTakeBack: () => takeBack(amendment) })}
                />
              ))}
            </ol>
          )
        }
      </Loaded>
      {isAmending && <AmendForm one={one} onClose={() => amend(false)} />}
      {back && <BackForm id={one.id} amendment={back} onClose={() => takeBack(undefined)} />}
    </Panel>
  )
}

function Amendment(props: { one: AmendmentWire; words: HistoryWords; onTakeBack?: () => void }) {
  const { t } = useLanguage()
  const { one, words, onTakeBack } = props
  const title =
    one.takesBack === null
      ? t('contracts.amendments.version', { count: one.version })
      : t('contracts.amendments.backOf', { count: one.takesBack })
  return (
    <li>
      <div className="history-head">
        <strong>{title}</strong>{' '}
        {one.isTakenBack && <span className="chip">{t('contracts.amendments.takenBack')}</span>}{' '}
        <span>{t('contracts.amendments.on', { day: one.on })}</span> {one.number}{' '}
        <span className="muted">
          {one.madeName} <time dateTime={one.madeAt}>{dayInChina(one.madeAt)}</time>
        </span>{' '}
        {onTakeBack && (
          <Button kind="quiet" small onClick={onTakeBack}>
            {t('contracts.amendments.takeBack')}
          </Button>
        )}
      </div>
      <div>{one.summary}</div>
      {one.files.map((file) => (
        <div key={file.sha256}>
          <a href={`/api/v1/files/${file.sha256}`}>{file.name}</a>
        </div>
      ))}
      {one.takesBack === null && one.files.length === 0 && (
        <div className="muted">{t('contracts.amendments.noFile')}</div>
      )}
      {one.changes.length > 0 && (
        <table className="grid">
          <tbody>
            {one.changes.map(({ field, from, to }) => (
              <tr key={field}>
                <th scope="row">{wordFor(words.fields, field)}</th>
                <td className="was">{changeText(field, from, words) || '—'}</td>
                <td>{changeText(field, to, words) || '—'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </li>
  )
}

function BackForm(props: { id: string; amendment: AmendmentWire; onClose: () => void }) {
  const { t } = useLanguage()
  const reread = useReread(props.id)
  const { version } = props.amendment
  return (
    <SmallForm
      title={t('contracts.amendments.takeBack')}
      lead={t('contracts.amendments.takeBackHint')}
      asked={[
        { name: 'reason', label: t('contracts.fields.reason'), as: 'text', isRequired: true },
      ]}
      act={t('contracts.amendments.takeBack')}
      isDanger
      onSend={(body) =>
        write('POST', `${keyOf(props.id)}/take-back`, { version, reason: body['reason'] })
      }
      onDone={reread}
      onClose={props.onClose}
    />
  )
}

/** Everything that an amendment moves is read afresh. */
export function useReread(id: string) {
  const client = useQueryClient()
  return async () => {
    for (const queryKey of [
      ['/contracts'],
      ['contract', id],
      [`/contracts/${id}/history`],
      [keyOf(id)],
      ['contract-money', id],
    ]) {
      await client.invalidateQueries({ queryKey })
    }
  }
}
