import { useQuery } from '@tanstack/react-query'
import { dayInChina } from '@yizhuan/kit'
import { useState } from 'react'
import { address } from '../../../api/client.ts'
import { Button } from '../../../ui/Button.tsx'
import { Callout } from '../../../ui/Callout.tsx'
import { Comments } from '../../../ui/comments/Comments.tsx'
import { DayText } from '../../../ui/DayText.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { Fact, Facts } from '../../../ui/Facts.tsx'
import { History } from '../../../ui/History.tsx'
import { useLanguage } from '../../../ui/language.ts'
import { Money } from '../../../ui/Money.tsx'
import { Loaded, PageHeader, Panel } from '../../../ui/Page.tsx'
import { ShareText } from '../../../ui/ShareText.tsx'
import { SpinOffForm } from './SpinOffForm.tsx'
import {
  amendSpinOff,
  listsQuery,
  type SpinOffWire,
  spinOffQuery,
  toneOf,
  useReread,
} from './spin-off.api.ts'

/** One company: how it stands, who of the house works there, what it rests on. */
export function SpinOffPage({ id, mayWrite }: { id: string; mayWrite: boolean }) {
  const { t, say, listed } = useLanguage()
  const query = useQuery(spinOffQuery(id))
  const { data: lists } = useQuery(listsQuery)
  const reread = useReread(id)
  const [isOpen, setOpen] = useState(false)
  return (
    <Loaded query={query}>
      {(one) => (
        <>
          <PageHeader
            title={one.name}
            note={
              <>
                <span className={`chip ${toneOf[one.state] ?? ''}`}>
                  {say(lists?.states[one.state] ?? one.state)}
                </span>{' '}
                {t('holdings.since', { day: one.stateSince })}
              </>
            }
          >
            {mayWrite && <Button onClick={() => setOpen(true)}>{t('spinOffs.amend')}</Button>}
          </PageHeader>
          {one.unapproved.length > 0 && (
            <Callout tone="due" title={t('spinOffs.unapproved')}>
              {t('spinOffs.unapprovedSaid', { names: listed(one.unapproved) })}
            </Callout>
          )}
          <div className="two wide-left">
            <Panel title={t('spinOffs.people')}>
              <People of={one} />
            </Panel>
            <Panel title={t('spinOffs.about')}>
              <About of={one} />
            </Panel>
          </div>
          <Comments kind="spin-off" id={id} />
          <Panel title={t('history.title')}>
            <History
              path={`/spin-offs/${id}/history`}
              group="spinOffs"
              restores={mayWrite && { kind: 'spin-off', id }}
            />
          </Panel>
          {isOpen && (
            <Dialog title={t('spinOffs.amend')} onClose={() => setOpen(false)}>
              <SpinOffForm
                of={one}
                onCancel={() => setOpen(false)}
                onSave={async (fields, reason) => {
                  await amendSpinOff(id, { ...fields, reason, expectedSeq: one.seq })
                  await reread()
                  setOpen(false)
                }}
              />
            </Dialog>
          )}
        </>
      )}
    </Loaded>
  )
}

function People({ of }: { of: SpinOffWire }) {
  const today = dayInChina(new Date())
  const { t, say } = useLanguage()
  const { data: lists } = useQuery(listsQuery)
  if (of.people.length === 0) return <p className="muted">{t('spinOffs.noPeople')}</p>
  // Those who work there first, each by their day; who has left stands below.
  const people = of.people.toSorted(
    (a, b) => Number(isOver(a, today)) - Number(isOver(b, today)) || byDay(a, b),
  )
  return (
    <table className="grid stacks">
      <thead>
        <tr>
          <th>{t('spinOffs.member.name')}</th>
          <th>{t('spinOffs.member.role')}</th>
          <th>{t('spinOffs.member.way')}</th>
          <th>{t('spinOffs.member.fromDay')}</th>
          <th>{t('spinOffs.member.toDay')}</th>
          <th>{t('spinOffs.member.approvedBy')}</th>
        </tr>
      </thead>
      <tbody>
        {people.map((one) => (
          <tr key={`${one.name}-${one.role}-${one.fromDay}`}>
            <td>
              {one.name}{' '}
              {isOver(one, today) && (
                <span className="chip chip-expired">{t('spinOffs.formerly')}</span>
              )}
            </td>
            <td data-label={t('spinOffs.member.role')}>
              {say(lists?.roles[one.role] ?? one.role)}
            </td>
            <td data-label={t('spinOffs.member.way')}>{say(lists?.ways[one.way] ?? one.way)}</td>
            <td data-label={t('spinOffs.member.fromDay')}>
              <DayText day={one.fromDay} isShort />
            </td>
            <td data-label={t('spinOffs.member.toDay')}>
              {one.toDay ? <DayText day={one.toDay} isShort /> : '—'}
            </td>
            <td data-label={t('spinOffs.member.approvedBy')}>
              {one.approvedOn ? (
                <>
                  {one.approvedBy} <DayText day={one.approvedOn} isShort />
                </>
              ) : (
                <>
                  {one.approvedBy}{' '}
                  {one.way === 'holder_only' ? (
                    <span className="muted">{t('spinOffs.needsNone')}</span>
                  ) : (
                    <span className="chip chip-due">{t('spinOffs.unapproved')}</span>
                  )}
                </>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

type Member = SpinOffWire['people'][number]
const isOver = ({ toDay }: Member, today: string) => toDay !== null && toDay < today
const byDay = (a: Member, b: Member) => (a.fromDay < b.fromDay ? -1 : Number(a.fromDay > b.fromDay))

const places = { achievement: '/achievements', case: '/cases', contract: '/contracts' } as const

function About({ of }: { of: SpinOffWire }) {
  const { t } = useLanguage()
  return (
    <Facts>
      <Fact label={t('spinOffs.fields.business')}>{of.business}</Fact>
      <Fact label={t('spinOffs.fields.foundedOn')}>
        {of.foundedOn && <DayText day={of.foundedOn} isShort />}
      </Fact>
      <Fact label={t('spinOffs.fields.uscc')}>{of.uscc}</Fact>
      <Fact label={t('spinOffs.fields.capitalFen')}>
        {of.capitalFen && <Money fen={of.capitalFen} />}
      </Fact>
      <Fact label={t('spinOffs.fields.holdingId')}>
        {of.holding && (
          <>
            <a href={`/holdings/${of.holdingId ?? ''}`}>{of.holding.number}</a>{' '}
            {of.ownShare && <ShareText share={of.ownShare} />}{' '}
            <a href={`/holdings/${of.holdingId ?? ''}#documents`}>{t('spinOffs.checklist')}</a>
          </>
        )}
      </Fact>
      <Fact label={t('spinOffs.fields.links')}>
        {of.links.length > 0 &&
          of.links.map(({ kind, id, number, title }) => (
            <div key={id}>
              {title === null ? (
                <span className="muted">{t('spinOffs.closedLink')}</span>
              ) : (
                <a href={`${places[kind]}/${id}`}>{title}</a>
              )}{' '}
              <small className="muted">
                {t(`spinOffs.linkKinds.${kind}`)} <span className="figure">{number}</span>
              </small>
            </div>
          ))}
      </Fact>
      <Fact label={t('spinOffs.fields.files')}>
        {of.files.length > 0 &&
          of.files.map(({ sha256, name }) => (
            <div key={sha256}>
              <a href={address(`/files/${sha256}`)} target="_blank" rel="noreferrer">
                {name}
              </a>
            </div>
          ))}
      </Fact>
      <Fact label={t('spinOffs.fields.remark')}>{of.remark}</Fact>
    </Facts>
  )
}
