import { fieldsOf, optionsOf, type TypeDocument, type Vocabulary } from '@yizhuan/law'
import {
  type CostTyped,
  type FieldProblem,
  type MemberTyped,
  type Scenario,
  staffShares,
} from '@yizhuan/procedures'
import type { HouseRuleHeld } from '../../api/house-rules.ts'
import { Button } from '../../ui/Button.tsx'
import { ChoiceField, FlagField } from '../../ui/fields/ChoiceFields.tsx'
import { DayField, MoneyField, ShareField } from '../../ui/fields/FigureFields.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Panel } from '../../ui/Page.tsx'
import { PartnerFields } from './PartnerFields.tsx'
import { PaymentFields } from './PaymentFields.tsx'
import { type PartProps, Remove } from './parts.tsx'
import { ShareFields } from './ShareFields.tsx'

interface FormProps {
  readonly typed: Scenario
  readonly problems: readonly FieldProblem[]
  readonly onChange: (scenario: Scenario) => void
}

/** What the deal is: each change is worked out at once. */
export function ScenarioForm(
  props: FormProps & { vocabulary: Vocabulary; house: HouseRuleHeld | undefined },
) {
  const { t, say } = useLanguage()
  const { typed, onChange, vocabulary } = props
  const choicesOf = (type: TypeDocument | undefined) =>
    Object.entries(optionsOf(type ?? 'text')).map(([value, label]) => ({
      value,
      label: say(label),
    }))
  const errorOf = (field: string) => say(props.problems.find((one) => one.field === field)?.text)
  const set = (change: Partial<Scenario>) => onChange({ ...typed, ...change })
  const costKind = fieldsOf(vocabulary['costs']?.type ?? 'text')['kind']?.type
  return (
    <form
      className="scenario"
      aria-label={t('simulator.deal')}
      onSubmit={(event) => event.preventDefault()}
    >
      <Panel title={t('simulator.deal')}>
        <ChoiceField
          label={t('simulator.fields.mode')}
          name="mode"
          isFolded
          value={typed.mode}
          choices={choicesOf(vocabulary['mode']?.type)}
          onChange={(mode) => set({ mode })}
        />
        <ChoiceField
          label={t('simulator.fields.pricing')}
          name="pricing"
          isFolded
          value={typed.pricing}
          choices={choicesOf(vocabulary['pricing']?.type)}
          onChange={(pricing) => set({ pricing })}
        />
        <DayField
          label={t('simulator.fields.day')}
          name="day"
          hint={t('simulator.fields.dayHint')}
          value={typed.day}
          error={errorOf('day')}
          onChange={(day) => set({ day })}
        />
        <PaymentFields {...{ typed, errorOf, set }} />
        <PartnerFields {...{ typed, errorOf, set }} />
        <Costs {...{ typed, errorOf, set }} choices={choicesOf(costKind)} />
      </Panel>
      <Panel title={t('simulator.shares')}>
        <ShareFields {...{ typed, errorOf, set }} house={props.house} />
      </Panel>
      <Panel title={t('simulator.team')}>
        <Team {...{ typed, errorOf, set }} />
        <ChoiceField
          label={t('simulator.fields.relief')}
          name="relief"
          isFolded
          value={typed.relief}
          choices={(['unknown', 'yes', 'no'] as const).map((value) => ({
            value,
            label: t(`simulator.reliefs.${value}`),
          }))}
          onChange={(value) => set({ relief: value as Scenario['relief'] })}
        />
        <ChoiceField
          label={t('simulator.fields.staffShare')}
          name="staffShare"
          isFolded
          value={typed.staffShare}
          choices={staffShares.map((value) => ({
            value,
            label: t(`simulator.staffShares.${value}`),
          }))}
          onChange={(value) => set({ staffShare: value as Scenario['staffShare'] })}
        />
      </Panel>
    </form>
  )
}

function Costs(
  props: PartProps & { choices: readonly { readonly value: string; readonly label: string }[] },
) {
  const { t } = useLanguage()
  const { typed, choices, errorOf, set } = props
  const change = (at: number, part: Partial<CostTyped>) =>
    set({ costs: typed.costs.map((cost, place) => (place === at ? { ...cost, ...part } : cost)) })
  return (
    <fieldset className="field">
      <legend>{t('simulator.fields.costs')}</legend>
      {typed.costs.map((cost, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a cost has no other identity than its place
        <div key={at} className="scenario-row">
          <ChoiceField
            label={t('simulator.fields.kind')}
            isFolded
            value={cost.kind}
            choices={choices}
            onChange={(kind) => change(at, { kind })}
          />
          <MoneyField
            label={t('simulator.fields.amount')}
            name={`costs[${at}]`}
            isNarrow
            value={cost.amount}
            error={errorOf(`costs[${at}]`)}
            onChange={(amount) => change(at, { amount })}
          />
          <Remove
            name={`${t('simulator.fields.costs')} ${at + 1}`}
            onRemove={() => set({ costs: typed.costs.filter((_, place) => place !== at) })}
          />
        </div>
      ))}
      <Button
        small
        onClick={() =>
          set({ costs: [...typed.costs, { kind: choices[0]?.value ?? '', amount: '0' }] })
        }
      >
        {t('simulator.addCost')}
      </Button>
    </fieldset>
  )
}

function Team({ typed, errorOf, set }: PartProps) {
  const { t } = useLanguage()
  const change = (at: number, part: Partial<MemberTyped>) =>
    set({
      members: typed.members.map((member, place) =>
        place === at ? { ...member, ...part } : member,
      ),
    })
  return (
    <fieldset className="field">
      <legend>{t('simulator.fields.members')}</legend>
      {typed.members.map((member, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: members have no name, only a place
        <div key={at} className="scenario-member">
          <strong>{t('simulator.memberNo', { number: at + 1 })}</strong>
          <Remove
            name={t('simulator.memberNo', { number: at + 1 })}
            onRemove={() => set({ members: typed.members.filter((_, place) => place !== at) })}
          />
          <ShareField
            label={t('simulator.fields.share')}
            name={`members[${at}]`}
            value={member.share}
            error={errorOf(`members[${at}]`)}
            onChange={(share) => change(at, { share })}
          />
          <ChoiceField
            label={t('simulator.fields.award')}
            isFolded
            value={member.award}
            choices={(['cash', 'equity'] as const).map((value) => ({
              value,
              label: t(`simulator.awards.${value}`),
            }))}
            onChange={(award) => change(at, { award: award as MemberTyped['award'] })}
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
            label={t('simulator.fields.isChief')}
            value={member.isChief}
            onChange={(isChief) => change(at, { isChief })}
          />
        </div>
      ))}
      <Button
        small
        onClick={() =>
          set({
            members: [...typed.members, { share: '0%', award: 'cash', isChief: false, other: '' }],
          })
        }
      >
        {t('simulator.addMember')}
      </Button>
      <p className="hint">{t('simulator.noNames')}</p>
    </fieldset>
  )
}
