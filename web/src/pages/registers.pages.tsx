import { useNavigate, useParams } from '@tanstack/react-router'
import { DealTexts } from '../features/contract-texts/DealTexts.tsx'
import { ContractList } from '../features/contracts/ContractList.tsx'
import { ContractPage } from '../features/contracts/ContractPage.tsx'
import { DealInterests } from '../features/interests/DealInterests.tsx'
import { ContractObligations } from '../features/obligations/ContractObligations.tsx'
import { ObligationList } from '../features/obligations/ObligationList.tsx'
import { ReceiptList } from '../features/proceeds/ReceiptList.tsx'
import { ReceiptPage } from '../features/proceeds/ReceiptPage.tsx'
import { AssignContract } from '../features/receivables/AssignContract.tsx'
import { ContractMoney } from '../features/receivables/ContractMoney.tsx'
import { EnterReceipt } from '../features/receivables/EnterReceipt.tsx'
import { GiveBack } from '../features/receivables/GiveBack.tsx'
import { InvoiceList } from '../features/receivables/InvoiceList.tsx'
import { Matching } from '../features/receivables/Matching.tsx'
import { ReceivableList } from '../features/receivables/ReceivableList.tsx'
import { TakeBackContract } from '../features/receivables/TakeBackContract.tsx'
import { TakeBackReceipt } from '../features/receivables/TakeBackReceipt.tsx'
import { WaitingList, WaitingNotice } from '../features/receivables/Waiting.tsx'
import { ContractRegistrations } from '../features/registrations/ContractRegistrations.tsx'
import { DeadlineList } from '../features/rights/docket/DeadlineList.tsx'
import { BatchList } from '../features/rights/fees/BatchList.tsx'
import { BatchPage } from '../features/rights/fees/BatchPage.tsx'
import { FeeList } from '../features/rights/fees/FeeList.tsx'
import { NewRight } from '../features/rights/NewRight.tsx'
import { RightList } from '../features/rights/RightList.tsx'
import { RightPage } from '../features/rights/RightPage.tsx'
import { CostList } from '../features/rights/shares/CostList.tsx'
import { ContractSignatures } from '../features/signatures/ContractSignatures.tsx'
import { StockDecisions } from '../features/stocktaking/StockDecisions.tsx'
import { TaxInShort } from '../features/tax/ContractTax.tsx'
import { TrustPanel } from '../features/trusteeships/TrustPanel.tsx'
import { useQueryParams } from '../ui/useQueryParams.ts'
import { feeReaders, registrants, stockReaders, trustReaders } from './navigation.ts'
import { useMe } from './useMe.ts'

/** Whether somebody with these roles keeps the registers of rights and contracts. */
const keepsRights = (roles: readonly string[]) =>
  roles.some((role) => ['tto_negotiator', 'tto_reviewer'].includes(role))

const isOneOf = (roles: readonly string[], some: readonly string[]) =>
  roles.some((role) => some.includes(role))

const feePayers = ['tto_negotiator', 'tto_reviewer', 'finance']

/** /rights */
export function RightsPage() {
  const { roles } = useMe()
  return <RightList mayWrite={keepsRights(roles)} readsFees={isOneOf(roles, feeReaders)} />
}

/** /rights/new */
export function NewRightPage() {
  const navigate = useNavigate()
  const params = useQueryParams()
  const { roles } = useMe()
  return (
    <NewRight
      mayWrite={keepsRights(roles)}
      achievement={params.get('achievement')}
      onDone={(id) => void navigate({ to: '/rights/$id', params: { id } })}
      onCancel={() => void navigate({ to: '/rights' })}
    />
  )
}

/** /rights/:id */
export function RightDetailPage() {
  const { id = '' } = useParams({ strict: false })
  const { roles } = useMe()
  const mayWrite = keepsRights(roles)
  return (
    <RightPage
      key={id}
      id={id}
      mayWrite={mayWrite}
      mayDecide={mayWrite || roles.includes('leaders')}
      mayClaim={isOneOf(roles, feePayers)}
      trust={
        <>
          {isOneOf(roles, stockReaders) && <StockDecisions about={{ right: id }} />}
          {isOneOf(roles, trustReaders) && <TrustPanel about={{ right: id }} mayWrite={mayWrite} />}
        </>
      }
    />
  )
}

/** /fees */
export function FeesPage() {
  const { roles } = useMe()
  return (
    <FeeList
      mayWrite={keepsRights(roles)}
      maySeeBatches={isOneOf(roles, feeReaders)}
      mayState={isOneOf(roles, ['finance', 'leaders'])}
    />
  )
}

/** /deadlines */
export function DeadlinesPage() {
  return <DeadlineList mayWrite={keepsRights(useMe().roles)} />
}

/** /cost-shares */
export function CostSharesPage() {
  return <CostList mayClaim={isOneOf(useMe().roles, feePayers)} />
}

/** /fee-batches */
export function FeeBatchesPage() {
  return <BatchList mayPay={isOneOf(useMe().roles, feePayers)} />
}

/** /fee-batches/:id */
export function FeeBatchPage() {
  const { id = '' } = useParams({ strict: false })
  const { id: person, roles } = useMe()
  const may = {
    person,
    mayMake: keepsRights(roles),
    mayApprove: isOneOf(roles, ['tto_reviewer', 'finance', 'leaders']),
    mayPay: isOneOf(roles, feePayers),
  }
  return <BatchPage key={id} id={id} may={may} />
}

/** /contracts */
export function ContractsPage() {
  const navigate = useNavigate()
  return (
    <ContractList
      mayWrite={keepsRights(useMe().roles)}
      onEntered={(id) => void navigate({ to: '/contracts/$id', params: { id } })}
    />
  )
}

/** /contracts/:id */
export function ContractDetailPage() {
  const { id = '' } = useParams({ strict: false })
  const { id: me, roles } = useMe()
  const navigate = useNavigate()
  const may = {
    me,
    keepsTerms: keepsRights(roles) || roles.includes('finance'),
    keepsBooks: roles.includes('finance'),
    writesOff: isOneOf(roles, ['finance', 'leaders']),
  }
  return (
    <>
      <ContractPage
        key={id}
        id={id}
        mayWrite={keepsRights(roles)}
        mayGrant={keepsRights(roles) || roles.includes('legal')}
        mayTakeBack={isOneOf(roles, ['tto_reviewer', 'legal'])}
        signatures={<ContractSignatures key={id} contract={id} />}
        money={
          <>
            <ContractObligations
              contract={id}
              mayTell={keepsRights(roles) || roles.includes('legal')}
            />
            <ContractMoney key={id} id={id} may={may} />
            <DealTexts
              of={{ contract: id }}
              onBegun={(to) => void navigate({ to: '/contract-texts/$id', params: { id: to } })}
            />
            <ContractRegistrations
              contract={id}
              mayRegister={isOneOf(roles, registrants)}
              onStarted={(to) => void navigate({ to: '/registrations/$id', params: { id: to } })}
            />
            <TaxInShort id={id} />
          </>
        }
      />
      <DealInterests path={`/contracts/${id}`} roles={roles} />
    </>
  )
}

/** /obligations */
export function ObligationsPage() {
  return <ObligationList />
}

/** /receivables */
export function ReceivablesPage() {
  return <ReceivableList />
}

/** /invoices */
export function InvoicesPage() {
  return <InvoiceList />
}

/** /receipts */
export function ReceiptsPage() {
  const { roles } = useMe()
  const mayWrite = keepsRights(roles) || roles.includes('finance')
  const navigate = useNavigate()
  const enter = roles.includes('finance') && (
    <EnterReceipt onEntered={(id) => void navigate({ to: '/receipts/$id', params: { id } })} />
  )
  return <ReceiptList notice={<WaitingNotice />} enter={enter} mayWrite={mayWrite} />
}

/** /receipts/waiting */
export function WaitingReceiptsPage() {
  return <WaitingList mayWrite={useMe().roles.includes('finance')} />
}

/** /receipts/:id */
export function ReceiptDetailPage() {
  const { id = '' } = useParams({ strict: false })
  const { roles } = useMe()
  const mayWrite = keepsRights(roles) || roles.includes('finance')
  const matching = <Matching id={id} mayWrite={roles.includes('finance')} />
  const isFinance = roles.includes('finance')
  return (
    <ReceiptPage
      key={id}
      id={id}
      mayWrite={mayWrite}
      matching={matching}
      takeBack={isFinance && <TakeBackContract id={id} />}
      assign={isFinance && <AssignContract id={id} />}
      withdraw={isFinance && <TakeBackReceipt id={id} />}
      giveBack={isFinance && <GiveBack id={id} />}
    />
  )
}
