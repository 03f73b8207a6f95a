import { useQuery } from '@tanstack/react-query'
import { actOf, procedureById } from '@yizhuan/procedures'
import { read } from '../../api/client.ts'
import { personMeant } from '../../api/people.ts'
import { Callout } from '../../ui/Callout.tsx'
import { useLanguage } from '../../ui/language.ts'
import { PageHeader, Panel, Waiting } from '../../ui/Page.tsx'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import { ChooseProcedure } from './ChooseProcedure.tsx'
import { openCase } from './case.api.ts'
import { ActForm } from './form/ActForm.tsx'
import { fieldsOfAct } from './form/act-fields.ts'
import { aimOf } from './form/of-right.ts'
import { type DisclosedAchievement, prefillCase, type SaidOnce } from './form/prefill.ts'
import type { Me } from './NowPanel.tsx'
import { useNotFiled } from './useNotFiled.ts'
import { useRight } from './useRight.ts'

/** What the form of the opening takes of a contract. */
interface KnownContract {
  readonly id: string
  readonly title: string
  readonly kind: string
  readonly counterparty: string | null
  readonly achievements: readonly { readonly id: string }[]
}

/** What the opening of a case begins with of the contract that it takes over. */
function knownOf(
  { id, title, kind, counterparty }: KnownContract,
  procedure: string,
  isAboutAchievement: boolean,
) {
  const named = { title, contractId: id }
  if (procedure !== 'service_contract')
    return { ...named, ...(!isAboutAchievement && { achievement: title }) }
  return {
    ...named,
    // A ledger may not know which kind of commissioned work it is; then somebody says it.
    ...(kind !== 'service_unclear' && { kind }),
    ...(counterparty !== null && { client: counterparty }),
  }
}

/** Opens a case of a procedure, about an achievement of the register where one is named. */
export function NewCase(props: {
  me: Me
  procedure: string | undefined
  achievement: string | undefined
  /** The decision not to file it, for a dossier of relief about that. */
  decision: string | undefined
  /** The right that is to be given up, sold or licensed, and which. */
  right: string | undefined
  aim: string | undefined
  /** A contract of the register that was concluded before. */
  contract: string | undefined
  onOpened: (id: string) => void
}) {
  const { t, say } = useLanguage()
  const ofRight = useRight(props.right, props.procedure, aimOf(props.aim))
  const contract = useQuery({
    queryKey: ['contract', props.contract],
    queryFn: () => read<KnownContract>(`/contracts/${props.contract}`),
    enabled: props.contract !== undefined,
  })
  const id = props.achievement ?? ofRight.achievement ?? contract.data?.achievements[0]?.id
  const procedure = procedureById(props.procedure ?? '')
  const about = useQuery({
    queryKey: ['achievement', id],
    queryFn: () => read<DisclosedAchievement>(`/achievements/${id}`),
    enabled: id !== undefined,
  })
  // Inventors who were chosen from the register, or bear a name of their own in it, act later by their own accounts.
  const named = about.data?.inventors ?? []
  const people = useQuery({
    queryKey: ['people', 'team', ...named.map(({ name, person }) => person ?? name)],
    queryFn: () => Promise.all(named.map(personMeant)),
    enabled: named.length > 0,
  })
  const institution = useQuery({
    queryKey: ['institution'],
    queryFn: () => read<SaidOnce>('/institution'),
  })
  const notFiled = useNotFiled(about.data, props.decision)
  if (!procedure) return <ChooseProcedure me={props.me} achievement={id} />
  if ([contract, about, people, institution, notFiled, ofRight].some(({ isLoading }) => isLoading))
    return <Waiting />
  const { opening } = procedure
  const fields = fieldsOfAct(procedure.id, opening)
  const affiliated = institution.data?.universityAffiliated
  const isAbout = actOf(procedure, opening)?.data.shape['achievementId'] !== undefined
  const known = {
    ...(procedure.id === 'transfer' && ofRight.known),
    ...(isAbout && about.data && prefillCase(about.data, fields, people.data)),
    // What the case is for stays its name, also where its achievement says the rest.
    ...(procedure.id === 'transfer' &&
      'title' in ofRight.known && { title: ofRight.known['title'] }),
    ...(procedure.id === 'exemption' && notFiled.known),
    ...(procedure.id === 'abandonment' && ofRight.known),
    ...(contract.data && knownOf(contract.data, procedure.id, about.data !== undefined)),
    ...(typeof affiliated === 'boolean' && { universityAffiliated: affiliated }),
  }
  return (
    <>
      <PageHeader
        title={say(procedure.label)}
        note={procedure.purpose ? say(procedure.purpose.words) : t('cases.openHint')}
      />
      <ProblemAlert error={about.error ?? ofRight.error ?? contract.error} />
      {contract.data && (
        <Callout tone="info" title={t('takeover.opening', { title: contract.data.title })}>
          {t('takeover.openingHint')}
        </Callout>
      )}
      <Panel>
        <p className="hint">
          {t('cases.openHint')} <a href={otherProcedures(id)}>{t('procedures.other')}</a>
        </p>
        {!id && fields.some(({ name }) => name === 'achievement') && (
          <p className="hint">
            <a href="/achievements">{t('cases.fromAchievement')}</a>
          </p>
        )}
        <ActForm
          key={procedure.id}
          procedure={procedure.id}
          type={opening}
          title={say(actOf(procedure, opening)?.label ?? procedure.label)}
          draftKey={`${props.me.id}/new/${procedure.id}/${props.contract ?? props.decision ?? props.right ?? id ?? ''}`}
          known={known}
          today={undefined}
          onSubmit={async (act) =>
            props.onOpened((await openCase({ procedure: procedure.id, ...act })).id)
          }
        />
      </Panel>
    </>
  )
}

const otherProcedures = (achievement: string | undefined) =>
  achievement === undefined ? '/cases/new' : `/cases/new?achievement=${achievement}`
