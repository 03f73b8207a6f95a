import { useNavigate, useParams } from '@tanstack/react-router'
import { dayInChina } from '@yizhuan/kit'
import { HoldingList } from '../features/holdings/HoldingList.tsx'
import { HoldingPage } from '../features/holdings/HoldingPage.tsx'
import { Portfolio } from '../features/holdings/Portfolio.tsx'
import { NewSpinOff } from '../features/holdings/spin-offs/NewSpinOff.tsx'
import { SpinOffList } from '../features/holdings/spin-offs/SpinOffList.tsx'
import { SpinOffPage } from '../features/holdings/spin-offs/SpinOffPage.tsx'
import { useMe } from './useMe.ts'

const holds = (roles: readonly string[], some: readonly string[]) =>
  roles.some((role) => some.includes(role))
const isKeeper = (roles: readonly string[]) =>
  holds(roles, ['tto_negotiator', 'tto_reviewer', 'platform_company'])

/** Who reads how the equity of persons is taxed. */
const taxReaders = ['tto_reviewer', 'finance', 'leaders', 'discipline', 'auditor']

/** /holdings */
export function HoldingsPage() {
  const { roles } = useMe()
  return <HoldingList mayOpen={isKeeper(roles) || holds(roles, ['finance'])} />
}

/** /holdings/:id */
export function HoldingDetailPage() {
  const { id = '' } = useParams({ strict: false })
  return <HoldingPage key={id} id={id} readsTax={holds(useMe().roles, taxReaders)} />
}

/** /holding-portfolio */
export function PortfolioPage() {
  return <Portfolio today={dayInChina(new Date())} />
}

/** Those of the keepers of companies who import. */
const importers = ['tto_negotiator', 'tto_reviewer']

/** /spin-offs */
export function SpinOffsPage() {
  const { roles } = useMe()
  return <SpinOffList mayWrite={isKeeper(roles)} mayImport={holds(roles, importers)} />
}

/** /spin-offs/new */
export function NewSpinOffPage() {
  const navigate = useNavigate()
  return (
    <NewSpinOff
      onDone={(id) => void navigate({ to: '/spin-offs/$id', params: { id } })}
      onCancel={() => void navigate({ to: '/spin-offs' })}
    />
  )
}

/** /spin-offs/:id */
export function SpinOffDetailPage() {
  const { id = '' } = useParams({ strict: false })
  return <SpinOffPage key={id} id={id} mayWrite={isKeeper(useMe().roles)} />
}
