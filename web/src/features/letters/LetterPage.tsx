import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { timeInChina } from '@yizhuan/kit'
import { useState } from 'react'
import { address, write } from '../../api/client.ts'
import { Button } from '../../ui/Button.tsx'
import { Callout } from '../../ui/Callout.tsx'
import { Fact, Facts } from '../../ui/Facts.tsx'
import { sizeText } from '../../ui/fields/FilesField.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Loaded, PageHeader, Panel } from '../../ui/Page.tsx'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import { RecordPicker } from '../../ui/RecordPicker.tsx'
import { SmallForm } from '../../ui/SmallForm.tsx'
import {
  beginDisclosure,
  findTargets,
  type LetterWire,
  letterQuery,
  type Target,
} from './letter.api.ts'

/** One message: its words and files, and the record it belongs to. */
export function LetterPage(props: { id: string; me: string; onDisclosing: () => void }) {
  const { t, named } = useLanguage()
  const query = useQuery(letterQuery(props.id))
  return (
    <Loaded query={query}>
      {(one) => (
        <>
          <PageHeader
            title={one.subject || t('letters.noSubject')}
            note={
              <>
                {one.from} · {one.sentAt && timeInChina(one.sentAt)}{' '}
                <span className="chip">{named('letters.states', one.state)}</span>
              </>
            }
          />
          {one.settled ? (
            <Settled one={one} settled={one.settled} />
          ) : (
            <Filing {...props} one={one} />
          )}
          <Panel title={t('letters.message')}>
            <Facts>
              <Fact label={t('letters.fields.to')}>{one.to}</Fact>
              <Fact label={t('letters.fields.brought')}>
                {one.broughtBy} {timeInChina(one.broughtAt)}
              </Fact>
            </Facts>
            <p className="said">{one.text || t('letters.noText')}</p>
            <p className="hint">{t('letters.textOnly')}</p>
            <ul className="files">
              {[one.message, ...one.files].map(({ sha256, name, size }) => (
                <li key={sha256}>
                  <a href={address(`/files/${sha256}`)} target="_blank" rel="noreferrer">
                    {name}
                  </a>{' '}
                  <small className="muted">{sizeText(size)}</small>
                </li>
              ))}
            </ul>
          </Panel>
        </>
      )}
    </Loaded>
  )
}

function useReread() {
  const client = useQueryClient()
  return () => client.invalidateQueries({ queryKey: ['/letters'] })
}

function Filing(props: { one: LetterWire; me: string; onDisclosing: () => void }) {
  const { t, named } = useLanguage()
  const { one, me, onDisclosing } = props
  const reread = useReread()
  const [chosen, choose] = useState<readonly Target[]>([])
  const [isAside, putAside] = useState(false)
  const file = useMutation({
    mutationFn: ({ kind, id }: Pick<Target, 'kind' | 'id'>) =>
      write('POST', `/letters/${one.id}/file`, { kind, id }),
    onSuccess: reread,
  })
  const disclose = useMutation({
    mutationFn: async () => {
      if (!(await beginDisclosure(me, one))) return false
      await write('POST', `/letters/${one.id}/disclosure-begun`)
      return true
    },
    onSuccess: async (isBegun) => {
      await reread()
      if (isBegun) onDisclosing()
    },
  })
  const [target] = chosen
  return (
    <Panel title={t('letters.file')}>
      <p className="hint">{t('letters.fileHint')}</p>
      {one.proposals.length === 0 && <p>{t('letters.noProposal')}</p>}
      <ul className="rows">
        {one.proposals.map(({ kind, id, name, path, by, place }) => (
          <li key={id}>
            <span className="chip">{named('letters.kinds', kind)}</span>{' '}
            <a href={path} target="_blank" rel="noreferrer">
              {name}
            </a>{' '}
            <small className="muted">{t(`letters.places.${place}`, { number: by })}</small>
            <div>
              <Button small busy={file.isPending} onClick={() => file.mutate({ kind, id })}>
                {t('letters.fileHere')}
              </Button>
            </div>
          </li>
        ))}
      </ul>
      <RecordPicker
        label={t('letters.other')}
        findLabel={t('letters.find')}
        chosen={chosen}
        onChange={(next) => choose(next.slice(-1))}
        name="letter-targets"
        find={findTargets}
        text={({ kind, name }) => `${named('letters.kinds', kind)} ${name}`}
        error={undefined}
      />
      <div className="actions">
        {target && (
          <Button kind="primary" busy={file.isPending} onClick={() => file.mutate(target)}>
            {t('letters.fileHere')}
          </Button>
        )}
        <Button busy={disclose.isPending} onClick={() => disclose.mutate()}>
          {t('letters.disclose')}
        </Button>
        <Button kind="quiet" onClick={() => putAside(true)}>
          {t('letters.setAside')}
        </Button>
      </div>
      {disclose.data === false && <Callout tone="due" title={t('letters.begunAlready')} />}
      <ProblemAlert error={file.error ?? disclose.error} />
      {isAside && (
        <SmallForm
          title={t('letters.setAside')}
          asked={[{ name: 'reason', label: t('letters.reason'), as: 'line', isRequired: true }]}
          act={t('letters.setAside')}
          onSend={(body) => write('POST', `/letters/${one.id}/set-aside`, body)}
          onDone={reread}
          onClose={() => putAside(false)}
        />
      )}
    </Panel>
  )
}

function Settled(props: { one: LetterWire; settled: NonNullable<LetterWire['settled']> }) {
  const { t, named } = useLanguage()
  const { one, settled } = props
  const { record, reason, by, at, mayTakeBack } = settled
  const reread = useReread()
  const [isTaking, take] = useState(false)
  return (
    <Panel title={named('letters.states', one.state)}>
      <p>
        {t('letters.settledBy', { name: by, at: timeInChina(at) })} {reason}
      </p>
      {record && (
        <p>
          <span className="chip">{named('letters.kinds', record.kind)}</span>{' '}
          <a href={record.path}>{record.name}</a>
        </p>
      )}
      {mayTakeBack && (
        <Button kind="quiet" onClick={() => take(true)}>
          {t('letters.takeBack')}
        </Button>
      )}
      {isTaking && (
        <SmallForm
          title={t('letters.takeBack')}
          lead={t('letters.takeBackNote')}
          asked={[{ name: 'reason', label: t('letters.reason'), as: 'line', isRequired: true }]}
          act={t('letters.takeBack')}
          isDanger
          onSend={(body) => write('POST', `/letters/${one.id}/take-back`, body)}
          onDone={reread}
          onClose={() => take(false)}
        />
      )}
    </Panel>
  )
}
