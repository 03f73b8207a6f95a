import {
  type FieldProblem,
  netMethods,
  type RewardRuleHeld,
  ratioSetters,
  type ServiceScenario,
  serviceKinds,
} from '@yizhuan/procedures'
import { Button } from '../../../ui/Button.tsx'
import { ChoiceField, FlagField } from '../../../ui/fields/ChoiceFields.tsx'
import { DayField, MoneyField, ShareField } from '../../../ui/fields/FigureFields.tsx'
import { useLanguage } from '../../../ui/language.ts'
import { Panel } from '../../../ui/Page.tsx'
import { Remove } from '../parts.tsx'

interface PartProps {
  readonly typed: ServiceScenario
  readonly errorOf: (field: string) => string
  readonly set: (change: Partial<ServiceScenario>) => void
}

/** What commissioned work is thought of: each change is worked out at once. */
export function ServiceForm(props: {
  typed: ServiceScenario
  problems: readonly FieldProblem[]
  held: RewardRuleHeld | undefined
  onChange: (scenario: ServiceScenario) => void
}) {
  const { t, say } = useLanguage()
  const { typed, problems, held, onChange } = props
  const errorOf = (field: string) => say(problems.find((one) => one.field === field)?.text)
  const set = (change: Partial<ServiceScenario>) => onChange({ ...typed, ...change })
  const part = { typed, errorOf, set }
  return (
    <form
      className="scenario"
      aria-label={t('serviceSimulator.contract')}
      onSubmit={(event) => event.preventDefault()}
    >
      <Panel title={t('serviceSimulator.contract')}>
        <ChoiceField
          label={t('serviceContracts.kind')}
          name="kind"
          value={typed.kind}
          choices={serviceKinds.map((value) => ({ value, label: t(`contracts.kinds.${value}`) }))}
          onChange={(kind) => set({ kind: kind as ServiceScenario['kind'] })}
        />
        <Method {...part} />
        <Payments {...part} />
      </Panel>
      <Panel title={t('serviceSimulator.reward')}>
        <Rule {...part} held={held} />
      </Panel>
      <Panel title={t('simulator.team')}>
        <Team {...part} />
      </Panel>
    </form>
  )
}

function Method({ typed, errorOf, set }: PartProps) {
  const { t } = useLanguage()
  return (
    <>
      <ChoiceField
        label={t('serviceSimulator.method')}
        name="method"
        value={typed.method}
        choices={netMethods.map((value) => ({
          value,
          label: t(`serviceSimulator.methods.${value}`),
        }))}
        onChange={(method) => set({ method: method as ServiceScenario['method'] })}
      />
      {typed.method === 'fixed_ratio' && (
        <>
          <ShareField
            label={t('serviceSimulator.ratio')}
            name="ratio"
            value={typed.ratio}
            error={errorOf('ratio')}
            onChange={(ratio) => set({ ratio })}
          />
          <ChoiceField
            label={t('serviceSimulator.ratioBy')}
            name="ratioBy"
            value={typed.ratioBy}
            choices={ratioSetters.map((value) => ({
              value,
              label: t(`serviceSimulator.setters.${value}`),
            }))}
            onChange={(by) => set({ ratioBy: by as ServiceScenario['ratioBy'] })}
          />
        </>
      )}
    </>
  )
}

function Payments({ typed, errorOf, set }: PartProps) {
  const { t } = useLanguage()
  const { payments } = typed
  const change = (at: number, part: Partial<(typeof payments)[number]>) =>
    set({ payments: payments.map((one, place) => (place === at ? { ...one, ...part } : one)) })
  const last = payments.at(-1)
  const error = errorOf('payments')
  return (
    <fieldset className="field">
      <legend>{t('serviceSimulator.payments')}</legend>
      {payments.map((one, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a payment has no other identity than its place
        <div key={at} className="scenario-member">
          <strong>{t('simulator.paymentNo', { number: at + 1 })}</strong>
          <Remove
            name={t('simulator.paymentNo', { number: at + 1 })}
            onRemove={() => set({ payments: payments.filter((_, place) => place !== at) })}
          />
          <DayField
            label={t('serviceSimulator.on')}
            name={`on[${at}]`}
            value={one.on}
            error={errorOf(`on[${at}]`)}
            onChange={(on) => change(at, { on })}
          />
          {(['amount', 'taxes', 'costs'] as const).map((name) => (
            <MoneyField
              key={name}
              label={t(`serviceSimulator.${name}`)}
              name={`${name}[${at}]`}
              isNarrow
              value={one[name]}
              error={errorOf(`${name}[${at}]`)}
              onChange={(value) => change(at, { [name]: value })}
            />
          ))}
        </div>
      ))}
      {error && <p className="wrong">{error}</p>}
      <Button
        small
        onClick={() =>
          set({
            payments: [...payments, last ?? { on: '', amount: '', taxes: '0', costs: '0' }],
          })
        }
      >
        {t('serviceSimulator.addPayment')}
      </Button>
      <p className="hint">{t('serviceSimulator.paymentsHint')}</p>
    </fieldset>
  )
}

/** How much there is for the team: by the rule of the register, or by a share that is typed. */
function Rule({ typed, errorOf, set, held }: PartProps & { held: RewardRuleHeld | undefined }) {
  const { t } = useLanguage()
  // A share that cannot be read is shown, whether it counts or not.
  const isByRule = typed.byRule && held !== undefined && errorOf('share') === ''
  return (
    <>
      <ChoiceField
        label={t('serviceSimulator.by')}
        name="by"
        value={typed.byRule ? 'house' : 'own'}
        choices={(['own', 'house'] as const).map((value) => ({
          value,
          label: t(`serviceSimulator.bys.${value}`),
        }))}
        onChange={(by) => set({ byRule: by === 'house' })}
      />
      {typed.byRule && (
        <p className="hint">
          {held ? held.title : t('serviceSimulator.noHouseRule')}{' '}
          <a href="/distribution-rules">
            {held
              ? t('distributionRules.version', { version: held.version })
              : t('distributionRules.title')}
          </a>
        </p>
      )}
      {!isByRule && (
        <>
          <ShareField
            label={t('serviceSimulator.share')}
            name="share"
            hint={t('serviceSimulator.shareHint')}
            value={typed.share}
            error={errorOf('share')}
            onChange={(share) => set({ share })}
          />
          <FlagField
            label={t('serviceSimulator.isRuled')}
            name="isRuled"
            value={typed.isRuled}
            onChange={(isRuled) => set({ isRuled })}
          />
        </>
      )}
    </>
  )
}

function Team({ typed, errorOf, set }: PartProps) {
  const { t } = useLanguage()
  const { members } = typed
  const change = (at: number, part: Partial<(typeof members)[number]>) =>
    set({ members: members.map((one, place) => (place === at ? { ...one, ...part } : one)) })
  const error = errorOf('team')
  return (
    <fieldset className="field">
      <legend>{t('simulator.fields.members')}</legend>
      {members.map((member, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: members have no name, only a place
        <div key={at} className="scenario-member">
          <strong>{t('simulator.memberNo', { number: at + 1 })}</strong>
          <Remove
            name={t('simulator.memberNo', { number: at + 1 })}
            onRemove={() => set({ members: members.filter((_, place) => place !== at) })}
          />
          <ShareField
            label={t('simulator.fields.share')}
            name={`members[${at}]`}
            value={member.share}
            error={errorOf(`members[${at}]`)}
            onChange={(share) => change(at, { share })}
          />
          <MoneyField
            label={t('simulator.fields.other')}
            name={`other[${at}]`}
            isNarrow
            value={member.other}
            error={errorOf(`other[${at}]`)}
            onChange={(other) => change(at, { other })}
          />
          <FlagField
            label={t('serviceSimulator.leads')}
            value={member.leads}
            onChange={(leads) => change(at, { leads })}
          />
        </div>
      ))}
      {error && <p className="wrong">{error}</p>}
      <Button
        small
        onClick={() => set({ members: [...members, { share: '0%', leads: false, other: '' }] })}
      >
        {t('simulator.addMember')}
      </Button>
      <p className="hint">{t('simulator.noNames')}</p>
    </fieldset>
  )
}
