import { useParams } from '@tanstack/react-router'
import { AssetList } from '../features/assets/AssetList.tsx'
import { AssetPage } from '../features/assets/AssetPage.tsx'
import { Proposals } from '../features/assets/Proposals.tsx'
import { Report } from '../features/assets/Report.tsx'
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
