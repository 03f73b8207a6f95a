import { useNavigate, useParams } from '@tanstack/react-router'
import { CaseDues } from '../features/calendar/CaseDues.tsx'
import { BulkRun } from '../features/cases/bulk/BulkRun.tsx'
import { CaseList } from '../features/cases/CaseList.tsx'
import { CasePage } from '../features/cases/CasePage.tsx'
import { NewCase } from '../features/cases/NewCase.tsx'
import { DealTexts } from '../features/contract-texts/DealTexts.tsx'
import { TextsForAct } from '../features/contract-texts/TextsForAct.tsx'
import { DealInterests } from '../features/interests/DealInterests.tsx'
import { HandOver } from '../features/officers/HandOver.tsx'
import { CasePapers } from '../features/papers/CasePapers.tsx'
import { PapersForAct } from '../features/papers/PapersForAct.tsx'
import { CasePayments } from '../features/payouts/CasePayments.tsx'
import { useQueryParams } from '../ui/useQueryParams.ts'
import { payoutReaders } from './navigation.ts'
import { useMe } from './useMe.ts'

const openers = ['tto_negotiator', 'tto_reviewer']

/** /cases */
export function CasesPage() {
  const me = useMe()
  const navigate = useNavigate()
  return (
    <CaseList
      me={me}
      mayOpen={openers.some((role) => me.roles.includes(role))}
      onBulk={(id) => void navigate({ to: '/cases/bulk/$id', params: { id } })}
    />
  )
}

/** /cases/new; `?procedure=` says which way it goes, `?achievement=` what it is about,
 * `?decision=` which decision not to file, `?right=` and `?aim=` what is to become of a right,
 * `?contract=` which contract it takes over. */
export function NewCasePage() {
  const navigate = useNavigate()
  const params = useQueryParams()
  return (
    <NewCase
      me={useMe()}
      procedure={params.get('procedure')}
      achievement={params.get('achievement')}
      decision={params.get('decision')}
      right={params.get('right')}
      aim={params.get('aim')}
      contract={params.get('contract')}
      onOpened={(id) => void navigate({ to: '/cases/$id', params: { id } })}
    />
  )
}

/** /cases/bulk/:id */
export function BulkRunPage() {
  const { id = '' } = useParams({ strict: false })
  return <BulkRun key={id} id={id} />
}

/** /cases/handover */
export function HandOverPage() {
  return <HandOver me={useMe()} />
}

/** /cases/:id */
export function CaseDetailPage() {
  const { id = '' } = useParams({ strict: false })
  const me = useMe()
  const navigate = useNavigate()
  return (
    <CasePage
      key={id}
      id={id}
      me={me}
      dues={
        <>
          <DealInterests path={`/cases/${id}`} roles={me.roles} />
          <CaseDues id={id} />
        </>
      }
      payments={
        payoutReaders.some((role) => me.roles.includes(role)) && (
          <CasePayments
            id={id}
            mayEnterAccounts={['finance', 'admin'].some((role) => me.roles.includes(role))}
          />
        )
      }
      papers={
        <>
          <CasePapers caseId={id} />
          <DealTexts
            of={{ case: id }}
            onBegun={(to) => void navigate({ to: '/contract-texts/$id', params: { id: to } })}
          />
        </>
      }
      papersFor={(act, onAttach, filled) => (
        <>
          <PapersForAct caseId={id} act={act} onAttach={onAttach} filled={filled} />
          <TextsForAct caseId={id} act={act} onAttach={onAttach} />
        </>
      )}
    />
  )
}
