import { useNavigate, useParams } from '@tanstack/react-router'
import { AssetList } from '../features/assets/AssetList.tsx'
import { AssetPage } from '../features/assets/AssetPage.tsx'
import { Proposals } from '../features/assets/Proposals.tsx'
import { Report } from '../features/assets/Report.tsx'
import { ProjectForm } from '../features/projects/ProjectForm.tsx'
import { ProjectList } from '../features/projects/ProjectList.tsx'
import { ProjectPage } from '../features/projects/ProjectPage.tsx'
import { enterProject } from '../features/projects/project.api.ts'
import { useLanguage } from '../ui/language.ts'
import { PageHeader, Panel } from '../ui/Page.tsx'
import { useMe } from './useMe.ts'

const isOneOf = (roles: readonly string[], some: readonly string[]) =>
  roles.some((role) => some.includes(role))

/** /assets */
export function AssetsPage() {
  return <AssetList />
}

/** /assets/:id */
export function AssetDetailPage() {
  const { id = '' } = useParams({ strict: false })
  const { roles } = useMe()
  const mayWrite = isOneOf(roles, ['tto_negotiator', 'tto_reviewer', 'finance'])
  return <AssetPage key={id} id={id} mayWrite={mayWrite} />
}

/** /asset-proposals */
export function AssetProposalsPage() {
  return <Proposals mayDecide={useMe().roles.includes('finance')} />
}

/** /asset-report */
export function AssetReportPage() {
  return <Report />
}

const office = ['tto_negotiator', 'tto_reviewer']

/** /projects */
export function ProjectsPage() {
  return <ProjectList mayWrite={isOneOf(useMe().roles, office)} />
}

/** /projects/new */
export function NewProjectPage() {
  const { t } = useLanguage()
  const navigate = useNavigate()
  return (
    <>
      <PageHeader title={t('projects.enter')} />
      <Panel>
        <ProjectForm
          onCancel={() => void navigate({ to: '/projects' })}
          onSave={async (fields) => {
            const { id } = await enterProject(fields)
            await navigate({ to: '/projects/$id', params: { id } })
          }}
        />
      </Panel>
    </>
  )
}

/** /projects/:id */
export function ProjectDetailPage() {
  const { id = '' } = useParams({ strict: false })
  const { id: person, name } = useMe()
  return <ProjectPage key={id} id={id} me={{ id: person, name }} />
}
