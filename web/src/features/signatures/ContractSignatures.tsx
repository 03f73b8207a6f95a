import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { timeInChina } from '@yizhuan/kit'
import { useState } from 'react'
import { address, write } from '../../api/client.ts'
import { Button } from '../../ui/Button.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Loaded, Nothing, Panel } from '../../ui/Page.tsx'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import { OneSignature } from './OneSignature.tsx'
import {
  type AskedWire,
  type ContractSignaturesWire,
  type SignatureCheckWire,
  signaturesQuery,
  toneOf,
} from './signature.api.ts'

type SignedFile = ContractSignaturesWire['files'][number]

/** The electronic signatures in the files of a contract, as the server found them. */
export function ContractSignatures({ contract }: { contract: string }) {
  const { t } = useLanguage()
  const query = useQuery(signaturesQuery(contract))
  return (
    <Panel id="signatures" title={t('signatures.title')}>
      <Loaded query={query}>
        {({ files, mayCheck, authorities }) =>
          files.length === 0 ? (
            <Nothing text={t('signatures.nothing')} hint={mayCheck && t('signatures.hint')} />
          ) : (
            <>
              <ul className="rows">
                {files.map((file) => (
                  <OneFile key={file.sha256} {...{ file, contract, mayCheck }} />
                ))}
              </ul>
              <p className="hint">
                {t('signatures.limits')}{' '}
                <a href="/institution/authorities">
                  {t('signatures.trusts', { count: authorities })}
                </a>
              </p>
            </>
          )
        }
      </Loaded>
    </Panel>
  )
}

function OneFile(props: { file: SignedFile; contract: string; mayCheck: boolean }) {
  const { t } = useLanguage()
  const { file, contract, mayCheck } = props
  const [newest, ...earlier] = file.checks
  const client = useQueryClient()
  const send = useMutation({
    mutationFn: () => write('POST', `/contracts/${contract}/signatures`, { sha256: file.sha256 }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: signaturesQuery(contract).queryKey })
      await client.invalidateQueries({ queryKey: [`/contracts/${contract}/history`] })
    },
  })
  return (
    <li>
      <a href={address(`/files/${file.sha256}`)} target="_blank" rel="noreferrer">
        {file.name}
      </a>{' '}
      <small className="muted">{t(`signatures.from.${file.from}`)}</small>
      {newest ? <Found check={newest} asks={file.asks} /> : <p>{t('signatures.notYet')}</p>}
      {mayCheck && (
        <div>
          <Button small kind="quiet" busy={send.isPending} onClick={() => send.mutate()}>
            {t(newest ? 'signatures.recheck' : 'signatures.check')}
          </Button>
        </div>
      )}
      <ProblemAlert error={send.error} />
      {earlier.length > 0 && <Earlier checks={earlier} />}
    </li>
  )
}

function Found({ check, asks }: { check: SignatureCheckWire; asks: readonly AskedWire[] }) {
  const { t, named } = useLanguage()
  return (
    <>
      <p>
        <span className={`chip ${toneOf[check.state] ?? ''}`}>
          {named('signatures.states', check.state)}
        </span>{' '}
        {named('signatures.means', check.state)}
      </p>
      {check.signatures.length > 0 && (
        <ol className="plain-list">
          {check.signatures.map((one) => (
            <OneSignature key={one.n} one={one} size={check.size} />
          ))}
        </ol>
      )}
      {asks.length > 0 && (
        <>
          <p>
            <strong>{t('signatures.asks')}</strong>
          </p>
          <ul className="plain">
            {asks.map((ask) => (
              <li key={`${ask.code} ${ask.about} ${ask.day}`}>
                <Ask ask={ask} />
              </li>
            ))}
          </ul>
        </>
      )}
      <p className="muted">
        {t('signatures.checkedBy', { name: check.by, at: timeInChina(check.at) })}
      </p>
    </>
  )
}

function Ask({ ask: { code, about, day, other } }: { ask: AskedWire }) {
  const { t } = useLanguage()
  const said = { about: about ?? t('signatures.someone'), day: day ?? '', other: other ?? '' }
  return <>{t(`signatures.asked.${code}`, said)}</>
}

function Earlier({ checks }: { checks: readonly SignatureCheckWire[] }) {
  const { t, named } = useLanguage()
  const [isOpen, setOpen] = useState(false)
  return (
    <div>
      <Button small kind="quiet" onClick={() => setOpen(!isOpen)} aria-expanded={isOpen}>
        {t('signatures.earlier', { count: checks.length })}
      </Button>
      {isOpen && (
        <ul className="plain">
          {checks.map((check) => (
            <li key={check.id} className="muted">
              {named('signatures.states', check.state)} ·{' '}
              {t('signatures.checkedBy', { name: check.by, at: timeInChina(check.at) })}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
