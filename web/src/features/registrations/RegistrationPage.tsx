import { useMutation, useQuery } from '@tanstack/react-query'
import { certificateAsked } from '@yizhuan/procedures'
import type { RecordFilesWire } from '@yizhuan/server/wire/contracts/contract'
import { useState } from 'react'
import { address, read } from '../../api/client.ts'
import { AskedPaper } from '../../ui/AskedPaper.tsx'
import { Button, LinkButton } from '../../ui/Button.tsx'
import { Callout } from '../../ui/Callout.tsx'
import { Comments } from '../../ui/comments/Comments.tsx'
import { ExportMenu } from '../../ui/ExportMenu.tsx'
import { History } from '../../ui/History.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Loaded, PageHeader, Panel } from '../../ui/Page.tsx'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import { Events } from './Events.tsx'
import { FormEditor } from './FormEditor.tsx'
import { FormFacts } from './FormFacts.tsx'
import { Income } from './Income.tsx'
import { Moved } from './Moved.tsx'
import {
  type RegistrationWire,
  registrationQuery,
  type Step,
  startRegistration,
} from './registration.api.ts'
import { StateChip } from './StateChip.tsx'
import { StepForm } from './StepForm.tsx'

/** What whoever looks at a registration may do. */
export interface RegistrationPowers {
  readonly mayRegister: boolean
  readonly mayDraw: boolean
  readonly mayApprove: boolean
}

/** One attempt to register a contract: the form, what befell it, and what was earned of it. */
export function RegistrationPage(props: {
  id: string
  may: RegistrationPowers
  onStarted: (id: string) => void
}) {
  const query = useQuery(registrationQuery(props.id))
  return <Loaded query={query}>{(one) => <Whole {...props} one={one} />}</Loaded>
}

function Whole(props: {
  one: RegistrationWire
  may: RegistrationPowers
  onStarted: (id: string) => void
}) {
  const { t } = useLanguage()
  const { one, may } = props
  const [step, setStep] = useState<Step>()
  const [isFilling, fill] = useState(false)
  return (
    <>
      <PageHeader
        title={one.title}
        note={
          <>
            <StateChip state={one.state} />{' '}
            {one.number && <span className="figure">{one.number}</span>}{' '}
            <a href={`/contracts/${one.contractId}`}>
              {one.contractNumber ?? t('registrations.contract')}
            </a>
          </>
        }
      >
        <LinkButton href={address(`/registrations/${one.id}/form/pdf`)}>
          {t('registrations.printForm')}
        </LinkButton>
        <ExportMenu path="/registration-form" filter={{ id: one.id }} />
      </PageHeader>
      <Notes {...props} />
      <Panel title={t('registrations.way')}>
        <Track one={one} />
        {may.mayRegister && <NextSteps one={one} onStep={setStep} onFill={() => fill(true)} />}
        <Events one={one} />
      </Panel>
      <Panel
        title={t('registrations.form')}
        extra={
          may.mayRegister &&
          one.state === 'draft' && (
            <Button onClick={() => fill(true)}>{t('registrations.fillIn')}</Button>
          )
        }
      >
        <FormFacts one={one} />
      </Panel>
      <Income one={one} may={may} />
      <Comments kind="registration" id={one.id} />
      <Panel title={t('history.title')}>
        <History path={`/registrations/${one.id}/history`} group="registrations" />
      </Panel>
      {step && <StepForm one={one} step={step} onClose={() => setStep(undefined)} />}
      {isFilling && <FormEditor one={one} onClose={() => fill(false)} />}
    </>
  )
}

/** What must be known before anything is done: why it was refused, what is lacking, who records it. */
function Notes(props: {
  one: RegistrationWire
  may: RegistrationPowers
  onStarted: (id: string) => void
}) {
  const { t, listed, named } = useLanguage()
  const { one, may, onStarted } = props
  const again = useMutation({
    mutationFn: () => startRegistration(one.contractId),
    onSuccess: ({ id }) => onStarted(id),
  })
  const isBad = ['refused', 'not_technology', 'revoked'].includes(one.state)
  return (
    <>
      {one.reason && isBad && (
        <Callout tone="bad" title={t(`registrations.states.${one.state}`)}>
          <p>{one.reason}</p>
          {one.mayTryAgain && may.mayRegister && (
            <Button busy={again.isPending} onClick={() => again.mutate()}>
              {t('registrations.tryAgain')}
            </Button>
          )}
        </Callout>
      )}
      <ProblemAlert error={again.error} />
      {one.others.length > 0 && (
        <p>
          {t('registrations.otherAttempts')}{' '}
          {one.others.map(({ id, attempt, state }) => (
            <a key={id} href={`/registrations/${id}`}>
              {t('registrations.attempt', { count: attempt })}（{t(`registrations.states.${state}`)}
              ）
            </a>
          ))}
        </p>
      )}
      <NoCertificate one={one} />
      <Moved one={one} />
      {one.state === 'draft' && one.lacking.length > 0 && (
        <Callout tone="due" title={t('registrations.lacking', { count: one.lacking.length })}>
          {listed(one.lacking.map((field) => named('registrations.fields', field)))}
        </Callout>
      )}
    </>
  )
}

/** A registration in force whose certificate is nowhere on file: relief is filed with it, and nothing waits for it. */
function NoCertificate({ one }: { one: RegistrationWire }) {
  const { t } = useLanguage()
  const isBare = one.isInForce && one.certificate.length === 0
  const key = `/contracts/${one.contractId}/files`
  const ofContract = useQuery({
    queryKey: [key],
    queryFn: () => read<RecordFilesWire>(key),
    enabled: isBare,
  })
  const isFiled = ofContract.data?.items.some(({ takenOff }) => takenOff === null) ?? true
  if (!isBare || isFiled) return null
  return (
    <Callout tone="due" title={t('registrations.noCertificate')}>
      <p>
        <AskedPaper asked={certificateAsked} />
      </p>
      <LinkButton href={`/contracts/${one.contractId}#evidence`}>
        {t('registrations.attachCertificate')}
      </LinkButton>
    </Callout>
  )
}

const way = ['draft', 'submitted', 'text_received', 'in_review'] as const

/** The way of an attempt, with where it stands marked. */
function Track({ one }: { one: RegistrationWire }) {
  const { t } = useLanguage()
  const isOver = !(way as readonly string[]).includes(one.state)
  const last = isOver ? one.state : ('registered' as const)
  const at = isOver ? way.length : (way as readonly string[]).indexOf(one.state)
  return (
    <ol className="reg-track">
      {[...way, last].map((state, place) => (
        <li
          key={state}
          className={place < at ? 'is-done' : place === at ? 'is-here' : undefined}
          aria-current={place === at ? 'step' : undefined}
        >
          {t(`registrations.states.${state}`)}
        </li>
      ))}
    </ol>
  )
}

/** What leads back, ends a registration or puts it right: it does not stand out as what leads on does. */
const backward: readonly Step[] = ['returned', 'terminated', 'revoked', 'corrected']

function NextSteps(props: {
  one: RegistrationWire
  onStep: (step: Step) => void
  onFill: () => void
}) {
  const { t } = useLanguage()
  const { one, onStep, onFill } = props
  const here = one.nextSteps.filter((step) => !one.inCase?.steps.includes(step))
  const [leading] = here.filter((step) => !backward.includes(step))
  const isLacking = one.state === 'draft' && one.lacking.length > 0
  return (
    <div className="reg-acts">
      {isLacking ? (
        <Button kind="primary" onClick={onFill}>
          {t('registrations.fillIn')}
        </Button>
      ) : (
        here.map((step) => (
          <Button
            key={step}
            kind={step === 'corrected' ? 'quiet' : step === leading ? 'primary' : 'plain'}
            onClick={() => onStep(step)}
          >
            {t(`registrations.steps.${step}`)}
          </Button>
        ))
      )}
      {one.inCase?.steps.some((step) => step !== 'corrected') && (
        <LinkButton href={`/cases/${one.caseId}?act=${one.inCase.act}`}>
          {t(one.isInForce ? 'registrations.amendInCase' : 'registrations.decideInCase')}
        </LinkButton>
      )}
      {one.inCase?.correct && (
        <LinkButton href={`/cases/${one.caseId}?act=${one.inCase.correct}`}>
          {t('registrations.correctInCase')}
        </LinkButton>
      )}
    </div>
  )
}
