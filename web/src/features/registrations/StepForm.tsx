import { certificateAsked } from '@yizhuan/procedures'
import { AskedPaper } from '../../ui/AskedPaper.tsx'
import { useLanguage } from '../../ui/language.ts'
import { type Asked, SmallForm } from '../../ui/SmallForm.tsx'
import {
  plainSteps,
  type RegistrationWire,
  type Step,
  takeStep,
  useReread,
} from './registration.api.ts'

/** Says what befell an attempt: the day, and what belongs to that step. */
export function StepForm(props: { one: RegistrationWire; step: Step; onClose: () => void }) {
  const { t } = useLanguage()
  const reread = useReread()
  const { one, step, onClose } = props
  const day: Asked = {
    ...{ name: 'on', as: 'day', label: t('registrations.fields.onDay'), isRequired: true },
    first: one.today,
  }
  const why: Asked = {
    ...{ name: 'words', as: 'text', isRequired: true },
    label: t(
      step === 'changed'
        ? 'registrations.whatChanged'
        : step === 'corrected'
          ? 'registrations.whatMistaken'
          : 'registrations.why',
    ),
  }
  const registrar: Asked = {
    ...{ name: 'registrar', as: 'line', label: t('registrations.fields.registrar') },
    first: one.registrar ?? '',
  }
  const outcome: readonly Asked[] = [
    { name: 'number', as: 'line', label: t('registrations.fields.number'), isRequired: true },
    { name: 'recognisedFen', as: 'amount', label: t('registrations.fields.recognisedFen') },
    registrar,
  ]
  const asked = plainSteps.includes(step)
    ? [day]
    : step === 'registered'
      ? [day, ...outcome]
      : [day, why]
  const isGrave = step === 'terminated' || step === 'revoked'
  return (
    <SmallForm
      title={t(`registrations.steps.${step}`)}
      {...(step === 'submitted' && { lead: t('registrations.submitHint') })}
      {...(step === 'registered' && { lead: <AskedPaper asked={certificateAsked} /> })}
      {...(step === 'corrected' && { lead: t(correctHint(one)) })}
      asked={asked}
      withFiles
      filesLabel={t(step === 'registered' ? 'registrations.fields.certificate' : 'general.files')}
      act={t(`registrations.steps.${step}`)}
      isDanger={isGrave}
      onSend={(body) =>
        takeStep(one.id, { ...body, step, expectedSeq: one.seq } as Parameters<typeof takeStep>[1])
      }
      onDone={reread}
      onClose={onClose}
    />
  )
}

/** An outcome goes back to the registrar; what was said after it leaves the registration as it was before. */
const correctHint = ({ state }: RegistrationWire) =>
  ['changed', 'terminated', 'revoked'].includes(state)
    ? ('registrations.takeBackHint' as const)
    : ('registrations.correctHint' as const)
