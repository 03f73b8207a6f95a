import { useNavigate, useParams } from '@tanstack/react-router'
import { ContractList } from '../features/contracts/ContractList.tsx'
import { ContractPage } from '../features/contracts/ContractPage.tsx'
import { ReceiptList } from '../features/proceeds/ReceiptList.tsx'
import { ReceiptPage } from '../features/proceeds/ReceiptPage.tsx'
import { NewRight } from '../features/rights/NewRight.tsx'
import { RightList } from '../features/rights/RightList.tsx'
import { RightPage } from '../features/rights/RightPage.tsx'
import { useMe } from './useMe.ts'

/** Whether somebody with these roles keeps the register of rights. */
const keepsRights = (roles: readonly string[]) =>
  roles.some((role) => ['tto_negotiator', 'tto_reviewer'].includes(role))

/** /rights */
export function RightsPage() {
  return <RightList mayWrite={keepsRights(useMe().roles)} />
}

/** /rights/new */
export function NewRightPage() {
  const navigate = useNavigate()
  return (
    <NewRight
      onDone={(id) => void navigate({ to: '/rights/$id', params: { id } })}
      onCancel={() => void navigate({ to: '/rights' })}
    />
  )
}

/** /rights/:id */
export function RightDetailPage() {
  const { id = '' } = useParams({ strict: false })
  return <RightPage key={id} id={id} mayWrite={keepsRights(useMe().roles)} />
}

/** /contracts */
export function ContractsPage() {
  return <ContractList />
}

/** /contracts/:id */
export function ContractDetailPage() {
  const { id = '' } = useParams({ strict: false })
  return <ContractPage key={id} id={id} />
}

/** /receipts */
export function ReceiptsPage() {
  return <ReceiptList />
}

/** /receipts/:id */
export function ReceiptDetailPage() {
  const { id = '' } = useParams({ strict: false })
  return <ReceiptPage key={id} id={id} />
}
