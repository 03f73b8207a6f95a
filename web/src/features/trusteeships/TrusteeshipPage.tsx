import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { address } from '../../api/client.ts'
import { Button } from '../../ui/Button.tsx'
import { Callout } from '../../ui/Callout.tsx'
import { CiteText } from '../../ui/CiteText.tsx'
import { Comments } from '../../ui/comments/Comments.tsx'
import { DayText } from '../../ui/DayText.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Fact, Facts } from '../../ui/Facts.tsx'
import { History } from '../../ui/History.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Money } from '../../ui/Money.tsx'
import { Loaded, PageHeader, Panel } from '../../ui/Page.tsx'
import { EndForm } from './EndForm.tsx'
import { TrusteeshipForm } from './TrusteeshipForm.tsx'
import {
  amendTrusteeship,
  listsQuery,
  powers,
  type TrusteeshipWire,
  toneOf,
  trusteeshipQuery,
  useReread,
} from './trusteeship.api.ts'

/** Shows what was decided of a right or an achievement elsewhere. */
type Decided = (about: { right: string } | { achievement: string }) => ReactNode

/** One agreement: what is held in trust, who holds which power, for how long, on what terms. */
export function TrusteeshipPage(props: {
  id: string
  owner: string
  mayWrite: boolean
  /** What was decided of a right or an achievement before it came into trust. */
  decided?: Decided
}) {
  const { id, owner, mayWrite } = props
  const { t } = useLanguage()
  const query = useQuery(trusteeshipQuery(id))
  const reread = useReread(id)
  const [open, setOpen] = useState<'amend' | 'end'>()
  const close = () => setOpen(undefined)
  return (
    <Loaded query={query}>
      {(one) => (
        <>
          <PageHeader
            title={one.title}
            note={
              <>
                <span className="figure">{one.number}</span>{' '}
                <span className={`chip ${toneOf[one.state]}`}>
                  {t(`trusteeships.states.${one.state}`)}
                </span>
              </>
            }
          >
            {mayWrite && one.endedOn === null && (
              <Button onClick={() => setOpen('amend')}>{t('trusteeships.amend')}</Button>
            )}
            {mayWrite && (one.state === 'running' || one.state === 'coming') && (
              <Button onClick={() => setOpen('end')}>{t('trusteeships.end')}</Button>
            )}
          </PageHeader>
          <Notes of={one} />
          <div className="two wide-left">
            <Panel title={t('trusteeships.fields.parties')}>
              <Parties of={one} />
            </Panel>
            <Panel title={t('trusteeships.fields.subjects')}>
              <Subjects of={one} decided={props.decided} />
            </Panel>
          </div>
          <Panel title={t('trusteeships.agreed')}>
            <Agreed of={one} />
          </Panel>
          <Comments kind="trusteeship" id={id} />
          <Panel title={t('history.title')}>
            <History
              path={`/trusteeships/${id}/history`}
              group="trusteeships"
              restores={mayWrite && one.endedOn === null && { kind: 'trusteeship', id }}
            />
          </Panel>
          {open === 'amend' && (
            <Dialog title={t('trusteeships.amend')} onClose={close}>
              <TrusteeshipForm
                of={one}
                owner={owner}
                onCancel={close}
                onSave={async (fields, reason) => {
                  await amendTrusteeship(id, { ...fields, reason, expectedSeq: one.seq })
                  await reread()
                  close()
                }}
              />
            </Dialog>
          )}
          {open === 'end' && <EndForm of={one} onClose={close} />}
        </>
      )}
    </Loaded>
  )
}

/** What the text would have settled, and what to weigh it against. */
function Notes({ of }: { of: TrusteeshipWire }) {
  const { t, say, listed } = useLanguage()
  const { data: lists } = useQuery(listsQuery)
  const [source = '', at = ''] = lists?.cite.split('#') ?? []
  return (
    <>
      {of.endReason && (
        <Callout tone="due" title={t('trusteeships.endedOn', { day: of.endedOn ?? '' })}>
          {of.endReason}
        </Callout>
      )}
      {of.concerns.length > 0 && (
        <Callout tone="due" title={t('trusteeships.toWeigh')}>
          {of.concerns.map((words) => (
            <p key={words.en}>{say(words)}</p>
          ))}
          {of.despite && <p>{t('trusteeships.despiteSaid', { reason: of.despite })}</p>}
        </Callout>
      )}
      {lists && of.leftOpen.length > 0 && of.endedOn === null && (
        <Callout tone="due" title={t('trusteeships.leftOpen')}>
          {listed(of.leftOpen.map((code) => say(lists.settles[code])))}{' '}
          <CiteText cite={{ source, at }} />{' '}
          <span className="chip chip-draft">{t('library.draft')}</span>
        </Callout>
      )}
    </>
  )
}

function Parties({ of }: { of: TrusteeshipWire }) {
  const { t } = useLanguage()
  return (
    <table className="grid">
      <tbody>
        {powers.map((power) => (
          <tr key={power}>
            <th scope="row">{t(`trusteeships.powers.${power}`)}</th>
            <td>
              {of.parties
                .filter((one) => one.power === power)
                .map(({ name, uscc, share }) => (
                  <div key={name}>
                    {name} {share && <strong className="figure">{share}</strong>}{' '}
                    {uscc && <small className="muted figure">{uscc}</small>}
                  </div>
                ))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Subjects({ of, decided }: { of: TrusteeshipWire; decided: Decided | undefined }) {
  const { t } = useLanguage()
  return (
    <ul className="rows">
      {of.subjects.map(({ kind, id, number, title }) => (
        <li key={id}>
          <a href={`/${kind === 'right' ? 'rights' : 'achievements'}/${id}`}>{title}</a>{' '}
          <small className="muted">
            {t(`trusteeships.kinds.${kind}`)} <span className="figure">{number}</span>
          </small>
          {decided?.(kind === 'right' ? { right: id } : { achievement: id })}
        </li>
      ))}
    </ul>
  )
}

function Agreed({ of }: { of: TrusteeshipWire }) {
  const { t, say } = useLanguage()
  const { data: lists } = useQuery(listsQuery)
  return (
    <Facts>
      <Fact label={t('trusteeships.fields.trustee')}>
        {of.trustee}{' '}
        <small className="muted">
          {say(lists?.trustees[of.trusteeKind])} {of.trusteeUscc}
        </small>
      </Fact>
      <Fact label={t('trusteeships.fields.term')}>
        <DayText day={of.fromDay} isShort /> –{' '}
        {of.toDay ? <DayText day={of.toDay} isShort /> : t('trusteeships.openEnd')}
      </Fact>
      <Fact label={t('trusteeships.fields.duties')}>
        <span className="said">{of.duties}</span>
      </Fact>
      <Fact label={t('trusteeships.fields.payer')}>
        {of.payer && t(`trusteeships.payers.${of.payer}`)}
      </Fact>
      <Fact label={t('trusteeships.fields.feeFen')}>
        {(of.feeFen || of.feeWords) && (
          <>
            {of.feeFen && <Money fen={of.feeFen} />} {of.feeWords}
          </>
        )}
      </Fact>
      <Fact label={t('trusteeships.fields.approvedBy')}>
        {(of.approvedBy || of.approvedOn) && (
          <>
            {of.approvedBy} {of.approvedOn && <DayText day={of.approvedOn} />}
          </>
        )}
      </Fact>
      <Fact label={t('trusteeships.fields.files')}>
        {of.files.length > 0 &&
          of.files.map(({ sha256, name }) => (
            <div key={sha256}>
              <a href={address(`/files/${sha256}`)} target="_blank" rel="noreferrer">
                {name}
              </a>
            </div>
          ))}
      </Fact>
      <Fact label={t('trusteeships.fields.remark')}>{of.remark}</Fact>
    </Facts>
  )
}
