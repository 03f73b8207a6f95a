import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Comments } from '../../ui/comments/Comments.tsx'
import { DayText } from '../../ui/DayText.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { ExportMenu } from '../../ui/ExportMenu.tsx'
import { Fact, Facts } from '../../ui/Facts.tsx'
import { History } from '../../ui/History.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Money } from '../../ui/Money.tsx'
import { Loaded, PageHeader, Panel } from '../../ui/Page.tsx'
import { Entries } from './Entries.tsx'
import { EntryForm } from './EntryForm.tsx'
import { ProjectForm } from './ProjectForm.tsx'
import { amendProject, type ProjectWire, projectQuery, useRereadProject } from './project.api.ts'

/** One project: what is registered of it, and who did what in it. */
export function ProjectPage({ id, me }: { id: string; me: { id: string; name: string } }) {
  const { t } = useLanguage()
  const query = useQuery(projectQuery(id))
  const reread = useRereadProject(id)
  const [open, setOpen] = useState<'entry' | 'amend'>()
  const close = () => setOpen(undefined)
  const proof = { project: id }
  return (
    <Loaded query={query}>
      {(one) => (
        <>
          <PageHeader title={one.title} note={<span className="figure">{one.number}</span>}>
            <ExportMenu path="/project-entries" filter={proof} prints />
            {one.mayAmend && (
              <Button onClick={() => setOpen('amend')}>{t('projects.amend')}</Button>
            )}
            {one.maySpeak !== 'none' && (
              <Button kind="primary" onClick={() => setOpen('entry')}>
                {t('projects.addEntry')}
              </Button>
            )}
          </PageHeader>
          <Panel title={t('projects.ledger')}>
            <Entries of={one} me={me} />
          </Panel>
          <Panel title={t('projects.registered')}>
            <Registered of={one} />
          </Panel>
          <Comments kind="project" id={id} />
          <Panel title={t('history.title')}>
            <History
              path={`/projects/${id}/history`}
              group="projects"
              restores={one.mayAmend && { kind: 'project', id }}
            />
          </Panel>
          {open === 'entry' && <EntryForm project={one} me={me} onClose={close} />}
          {open === 'amend' && (
            <Dialog title={t('projects.amend')} onClose={close}>
              <ProjectForm
                of={one}
                onCancel={close}
                onSave={async (fields, reason) => {
                  await amendProject(id, { ...fields, reason, expectedSeq: one.seq })
                  await reread()
                  close()
                }}
              />
            </Dialog>
          )}
        </>
      )}
    </Loaded>
  )
}

function Registered({ of }: { of: ProjectWire }) {
  const { t, named } = useLanguage()
  return (
    <Facts>
      <Fact label={t('projects.fields.leader')}>{of.leader}</Fact>
      <Fact label={t('projects.fields.term')}>
        {of.fromDay && (
          <>
            <DayText day={of.fromDay} isShort /> –{' '}
            {of.toDay ? <DayText day={of.toDay} isShort /> : t('projects.noEnd')}
          </>
        )}
      </Fact>
      <Fact label={t('projects.fields.funding')}>
        {of.funding.length > 0 &&
          of.funding.map((one) => (
            <div key={`${one.kind}${one.name}`}>
              {one.name} <small className="muted">{named('assets.funding', one.kind)}</small>{' '}
              {one.amountFen && <Money fen={one.amountFen} />}
              {one.startedOn && (
                <small className="muted">
                  {' '}
                  {named('projects.starts', one.kind)} {one.startedOn}
                </small>
              )}
            </div>
          ))}
      </Fact>
      <Fact label={t('projects.fields.achievements')}>
        {of.achievements.length > 0 &&
          of.achievements.map(({ id, number, title }) => (
            <div key={id}>
              <a href={`/achievements/${id}`}>
                {number} {title}
              </a>
            </div>
          ))}
      </Fact>
      <Fact label={t('projects.fields.remark')}>{of.remark}</Fact>
    </Facts>
  )
}
