import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { address } from '../../api/client.ts'
import { Button, LinkButton } from '../../ui/Button.tsx'
import { Callout } from '../../ui/Callout.tsx'
import { DayText } from '../../ui/DayText.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Loaded, PageHeader, Panel } from '../../ui/Page.tsx'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import { ChangeList } from './ChangeList.tsx'
import { beginAmendment, type PackWire, type RevisionWire, revisionsQuery } from './revision.api.ts'

/** Every law pack with its revisions: who wrote and who published each, why, and what it changed. */
export function RevisionList() {
  const { t } = useLanguage()
  const query = useQuery(revisionsQuery)
  return (
    <>
      <PageHeader title={t('revisions.title')} note={t('revisions.lead')}>
        <LinkButton href="/policies">{t('policies.title')}</LinkButton>
      </PageHeader>
      <Loaded query={query}>
        {({ items, keeper, mayAmend }) => (
          <>
            {keeper && (
              <p className="muted">
                {t(mayAmend ? 'revisions.keeperYou' : 'revisions.keeper', { keeper })}
              </p>
            )}
            {items.map((pack) => (
              <Pack key={pack.id} pack={pack} mayAmend={mayAmend} />
            ))}
          </>
        )}
      </Loaded>
    </>
  )
}

function Pack({ pack, mayAmend }: { pack: PackWire; mayAmend: boolean }) {
  const { t, say, named } = useLanguage()
  const { release, amendment } = pack
  return (
    <Panel
      title={say(pack.title)}
      id={pack.id}
      extra={mayAmend && (amendment ? <OnTheWay pack={pack} /> : <Begin pack={pack.id} />)}
    >
      <p className="muted">
        <code>{pack.id}</code> · {named('revisions.packStatus', pack.status)} ·{' '}
        {t('revisions.newest', { number: pack.newest })}
      </p>
      {release && (
        <Callout tone="due" title={t('revisions.releaseWaits', { number: release.revision })}>
          <div>{t('revisions.releaseHint')}</div>
        </Callout>
      )}
      <ol className="rows revision-rows">
        {pack.revisions.map((one) => (
          <Revision key={one.revision} pack={pack.id} one={one} />
        ))}
      </ol>
    </Panel>
  )
}

function OnTheWay({ pack }: { pack: PackWire }) {
  const { t, named } = useLanguage()
  const { amendment } = pack
  if (!amendment) return null
  return (
    <>
      <span className="muted">
        {amendment.names} · {named('revisions.states', amendment.state)}
      </span>
      <LinkButton small href={`/policies/amendments/${amendment.id}`}>
        {t('revisions.openAmendment')}
      </LinkButton>
    </>
  )
}

function Begin({ pack }: { pack: string }) {
  const { t } = useLanguage()
  const navigate = useNavigate()
  const begin = useMutation({
    mutationFn: () => beginAmendment(pack),
    onSuccess: ({ id }) => navigate({ to: `/policies/amendments/${id}` }),
  })
  return (
    <>
      <Button small busy={begin.isPending} onClick={() => begin.mutate()}>
        {t('revisions.begin')}
      </Button>
      <ProblemAlert error={begin.error} />
    </>
  )
}

function Revision({ pack, one }: { pack: string; one: RevisionWire }) {
  const { t, named, listed } = useLanguage()
  const isShipped = one.origin === 'shipped'
  return (
    <li>
      <strong>{t('revisions.number', { number: one.revision })}</strong>{' '}
      <span className="chip">
        {isShipped ? t('revisions.shipped') : named('revisions.changes', one.change ?? '')}
      </span>{' '}
      <span className="muted">
        <DayText day={one.recordedOn} />
        {!isShipped &&
          ` · ${t('revisions.signed', { authors: listed(one.authors), reviewer: one.reviewer ?? '' })}`}
      </span>
      {one.note && <div>{one.note}</div>}
      {one.changes.length > 0 && (
        <details>
          <summary>{t('revisions.changed', { count: one.changes.length })}</summary>
          <ChangeList changes={one.changes} />
        </details>
      )}
      <div className="muted revision-seal">
        SHA-256 <code title={one.hash}>{one.hash.slice(0, 16)}…</code>{' '}
        <a href={address(`/law/revisions/${pack}/${one.revision}`)} download>
          {t('revisions.download')}
        </a>
      </div>
    </li>
  )
}
