import { useNavigate, useParams } from '@tanstack/react-router'
import { CampaignList } from '../features/stocktaking/CampaignList.tsx'
import { CampaignPage } from '../features/stocktaking/CampaignPage.tsx'
import { NewCampaign } from '../features/stocktaking/NewCampaign.tsx'
import { PartPage } from '../features/stocktaking/PartPage.tsx'
import { SleepingList } from '../features/stocktaking/SleepingList.tsx'
import { useMe } from './useMe.ts'

const takesStock = (roles: readonly string[]) =>
  roles.some((role) => ['tto_negotiator', 'tto_reviewer'].includes(role))

/** /stocktakings */
export function StocktakingsPage() {
  return <CampaignList mayTake={takesStock(useMe().roles)} />
}

/** /stocktakings/new */
export function NewStocktakingPage() {
  const navigate = useNavigate()
  return (
    <NewCampaign
      me={useMe().id}
      onDone={(id) => void navigate({ to: '/stocktakings/$id', params: { id } })}
      onCancel={() => void navigate({ to: '/stocktakings' })}
    />
  )
}

/** /stocktakings/:id */
export function StocktakingPage() {
  const { id = '' } = useParams({ strict: false })
  return <CampaignPage key={id} id={id} mayTake={takesStock(useMe().roles)} />
}

/** /sleeping-patents */
export function SleepingPatentsPage() {
  return <SleepingList mayTake={takesStock(useMe().roles)} />
}

/** /my-stock/:id/:part */
export function MyStockPage() {
  const { id = '', part = '' } = useParams({ strict: false })
  return <PartPage path={`/stock-parts/${id}/${part}`} />
}

/** /stock/:institution/:token */
export function LinkedStockPage() {
  const { institution = '', token = '' } = useParams({ strict: false })
  return <PartPage path={`/public/stock-parts/${institution}/${token}`} />
}
