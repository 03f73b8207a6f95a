import { LinkButton } from '../../ui/Button.tsx'
import { ExportMenu } from '../../ui/ExportMenu.tsx'
import { PickCell } from '../../ui/edits/picking.tsx'
import { useEditMany } from '../../ui/edits/useEditMany.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Nothing, PageHeader, Panel } from '../../ui/Page.tsx'
import { PagedList } from '../../ui/PagedList.tsx'
import { SearchBox } from '../../ui/SearchBox.tsx'
import { Total } from '../../ui/Total.tsx'
import { usePages } from '../../ui/usePages.ts'
import { useQueryParams } from '../../ui/useQueryParams.ts'
import { SavedViews } from '../../ui/views/SavedViews.tsx'
import type { ProjectLineWire } from './project.api.ts'

/** The projects somebody may read: all of them, or those they take part in. */
export function ProjectList({ mayWrite }: { mayWrite: boolean }) {
  const { t } = useLanguage()
  const params = useQueryParams()
  const filter = { q: params.get('q'), achievement: params.get('achievement') }
  const { query, items } = usePages<ProjectLineWire>('/projects', filter)
  const shown = items.map(({ id }) => id)
  const many = useEditMany({ kind: 'project', group: 'projects', filter, shown, may: mayWrite })
  return (
    <>
      <PageHeader title={t('projects.title')} note={t('projects.lead')}>
        <SavedViews list="projects" />
        <ExportMenu path="/projects" filter={filter} />
        {many.start}
        {mayWrite && <LinkButton href="/imports?table=projects">{t('importTables.go')}</LinkButton>}
        {mayWrite && (
          <LinkButton href="/projects/new" kind="primary">
            {t('projects.enter')}
          </LinkButton>
        )}
      </PageHeader>
      <Panel>
        <div className="filters">
          <SearchBox
            label={t('projects.search')}
            value={filter.q}
            onSearch={(q) => params.set({ q })}
          />
        </div>
        <PagedList
          query={query}
          isEmpty={items.length === 0}
          empty={
            <Nothing text={t('projects.none')} hint={t('projects.noneHint')}>
              {mayWrite && (
                <LinkButton href="/imports?table=projects">{t('importTables.go')}</LinkButton>
              )}
            </Nothing>
          }
        >
          <table className="grid grid-links stacks">
            <thead>
              <tr>
                {many.picking.picked && <th aria-label={t('edits.start')} />}
                <th>{t('projects.fields.number')}</th>
                <th>{t('projects.fields.title')}</th>
                <th>{t('projects.fields.leader')}</th>
                <th>{t('projects.fields.term')}</th>
                <th>{t('projects.fields.funding')}</th>
                <th>{t('projects.fields.entries')}</th>
              </tr>
            </thead>
            <tbody>
              {items.map((one) => (
                <tr key={one.id}>
                  <PickCell picking={many.picking} id={one.id} name={one.title} />
                  <td className="nowrap figure">{one.number}</td>
                  <td>
                    <a href={`/projects/${one.id}`} className="row-title">
                      {one.title}
                    </a>
                    {one.waiting > 0 && (
                      <div>
                        <span className="chip chip-due">
                          {t('projects.waiting', { count: one.waiting })}
                        </span>
                      </div>
                    )}
                  </td>
                  <td data-label={t('projects.fields.leader')}>{one.leader}</td>
                  <td className="nowrap figure" data-label={t('projects.fields.term')}>
                    {one.fromDay ? `${one.fromDay} – ${one.toDay ?? t('projects.noEnd')}` : '—'}
                  </td>
                  <td className="nowrap" data-label={t('projects.fields.funding')}>
                    <Total fen={one.amountFen} unknown={one.amountUnknown} />
                  </td>
                  <td data-label={t('projects.fields.entries')}>
                    {t('projects.people', { count: one.people })} ·{' '}
                    {t('projects.entries', { count: one.entries })}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </PagedList>
        {many.rest}
      </Panel>
    </>
  )
}
