import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Button, LinkButton } from '../../ui/Button.tsx'
import { Callout } from '../../ui/Callout.tsx'
import { DayText } from '../../ui/DayText.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Loaded, Nothing, PageHeader, Panel } from '../../ui/Page.tsx'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import { AmendmentImpact } from './AmendmentImpact.tsx'
import { ChangeList } from './ChangeList.tsx'
import { CheckPanel } from './CheckPanel.tsx'
import { DecidePanel } from './DecidePanel.tsx'
import { EditDialog, type EditKind, editKinds } from './EditDialog.tsx'
import { type AmendmentWire, amendmentQuery, undoEdit } from './revision.api.ts'

/** One amendment: its changes, what complains, what it would do, and who may publish it. */
export function AmendmentPage({ id }: { id: string }) {
  const query = useQuery(amendmentQuery(id))
  return <Loaded query={query}>{(amendment) => <Amendment amendment={amendment} />}</Loaded>
}

function Amendment({ amendment }: { amendment: AmendmentWire }) {
  const { t, say, named, listed } = useLanguage()
  const { state, number, returned, authors, origin } = amendment
  const isOnTheWay = state === 'open' || state === 'submitted'
  return (
    <>
      <PageHeader
        title={t('revisions.amending', { title: say(amendment.title) })}
        note={
          <>
            <span className="chip">{named('revisions.states', state)}</span>{' '}
            {t('revisions.becomes', { newest: amendment.newest, number })} ·{' '}
            {listed(authors.map(({ name }) => name))} · <DayText day={amendment.begunOn} />
          </>
        }
      >
        <LinkButton href={`/policies/revisions#${amendment.pack}`}>
          {t('revisions.title')}
        </LinkButton>
      </PageHeader>
      {origin === 'release' && (
        <Callout tone="info" title={t('revisions.fromRelease')}>
          <div>{t('revisions.fromReleaseHint')}</div>
        </Callout>
      )}
      {returned && isOnTheWay && (
        <Callout tone="due" title={t('revisions.returnedBy', { name: returned.name })}>
          <div>{returned.reason}</div>
        </Callout>
      )}
      <Changes amendment={amendment} />
      {isOnTheWay && <CheckPanel amendment={amendment} />}
      {isOnTheWay && <AmendmentImpact amendment={amendment} />}
      {isOnTheWay && <DecidePanel amendment={amendment} />}
    </>
  )
}

function Changes({ amendment }: { amendment: AmendmentWire }) {
  const { t } = useLanguage()
  const client = useQueryClient()
  const [kind, setKind] = useState<EditKind>()
  const isOpen = amendment.state === 'open'
  const none = amendment.origin === 'release' ? 'onlyRelease' : 'noChanges'
  const undo = useMutation({
    mutationFn: (subject: string) => undoEdit(amendment.id, amendment.seq, subject),
    onSuccess: (after) => client.setQueryData(amendmentQuery(amendment.id).queryKey, after),
  })
  return (
    <Panel title={t('revisions.changesTitle', { count: amendment.changes.length })}>
      {isOpen && (
        <div className="edit-kinds">
          {editKinds.map((one) => (
            <Button key={one} small onClick={() => setKind(one)}>
              {t(`revisions.edit.${one}`)}
            </Button>
          ))}
        </div>
      )}
      <ProblemAlert error={undo.error} />
      {amendment.changes.length === 0 ? (
        <Nothing text={t(`revisions.${none}`)} hint={t(`revisions.${none}Hint`)} />
      ) : (
        <ChangeList
          changes={amendment.changes}
          {...(isOpen && {
            extra: ({ subject }) => (
              <Button kind="quiet" small busy={undo.isPending} onClick={() => undo.mutate(subject)}>
                {t('revisions.undo')}
              </Button>
            ),
          })}
        />
      )}
      {kind && <EditDialog kind={kind} amendment={amendment} onClose={() => setKind(undefined)} />}
    </Panel>
  )
}
