import { useQuery } from '@tanstack/react-query'
import { DayText } from '../../ui/DayText.tsx'
import { PickCell, type Picking } from '../../ui/edits/picking.tsx'
import { useEditMany } from '../../ui/edits/useEditMany.tsx'
import { FilterSelect } from '../../ui/FilterSelect.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Loaded, Nothing, Panel } from '../../ui/Page.tsx'
import { SearchBox } from '../../ui/SearchBox.tsx'
import { useQueryParams } from '../../ui/useQueryParams.ts'
import {
  type ChecklistWire,
  type InternalRuleLineWire,
  ruleStates,
  rulesQuery,
} from './internal-rule.api.ts'

/** What the address narrows the list of rules by. */
export function useRuleFilter() {
  const params = useQueryParams()
  return { q: params.get('q'), topic: params.get('topic'), state: params.get('state') }
}

/** Every rule the institution entered, also those no text asks for. */
export function RuleList(props: { topics: ChecklistWire['topics']; mayWrite: boolean }) {
  const { t, say, named } = useLanguage()
  const { topics, mayWrite } = props
  const params = useQueryParams()
  const filter = useRuleFilter()
  const query = useQuery(rulesQuery(filter))
  const items = query.data?.items ?? []
  const shown = items.map(({ id }) => id)
  const may = mayWrite
  const many = useEditMany({ kind: 'internalRule', group: 'internalRules', filter, shown, may })
  const isFiltered = Object.values(filter).some((value) => value !== undefined)
  return (
    <Panel title={t('internalRules.own')} extra={many.start}>
      <div className="filters">
        <SearchBox
          label={t('internalRules.search')}
          value={filter.q}
          onSearch={(q) => params.set({ q })}
        />
        <FilterSelect
          label={t('internalRules.fields.topic')}
          value={filter.topic}
          choices={Object.entries(topics).map(([value, label]) => ({ value, label: say(label) }))}
          onChange={(topic) => params.set({ topic })}
        />
        <FilterSelect
          label={t('internalRules.state')}
          value={filter.state}
          choices={ruleStates.map((value) => ({
            ...{ value, label: named('internalRules.ruleStates', value) },
          }))}
          onChange={(state) => params.set({ state })}
        />
      </div>
      <Loaded query={query}>
        {() =>
          items.length === 0 ? (
            <Nothing text={t(isFiltered ? 'general.nothingFound' : 'internalRules.none')} />
          ) : (
            <Lines items={items} topics={topics} picking={many.picking} />
          )
        }
      </Loaded>
      {many.rest}
    </Panel>
  )
}

function Lines(props: {
  items: readonly InternalRuleLineWire[]
  topics: ChecklistWire['topics']
  picking: Picking
}) {
  const { t, say, named } = useLanguage()
  const { items, topics, picking } = props
  return (
    <table className="grid grid-links stacks">
      <thead>
        <tr>
          {picking.picked && <th aria-label={t('edits.start')} />}
          <th>{t('internalRules.fields.title')}</th>
          <th>{t('internalRules.fields.topic')}</th>
          <th>{t('internalRules.fields.approvedBy')}</th>
          <th>{t('internalRules.fields.inForceOn')}</th>
          <th>{t('internalRules.fields.reviewOn')}</th>
          <th>{t('internalRules.state')}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((rule) => (
          <tr key={rule.id}>
            <PickCell picking={picking} id={rule.id} name={rule.title} />
            <td data-label={t('internalRules.fields.title')}>
              <a href={`/internal-rules/${rule.id}`}>{rule.title}</a>
              {rule.number && <div className="muted">{rule.number}</div>}
            </td>
            <td data-label={t('internalRules.fields.topic')}>
              {say(topics[rule.topic] ?? { zh: rule.topic, en: rule.topic })}
            </td>
            <td data-label={t('internalRules.fields.approvedBy')}>{rule.approvedBy}</td>
            <td data-label={t('internalRules.fields.inForceOn')}>
              <DayText day={rule.inForceOn} isShort />
            </td>
            <td data-label={t('internalRules.fields.reviewOn')}>
              <DayText day={rule.reviewDay} isShort />
            </td>
            <td data-label={t('internalRules.state')}>
              {named('internalRules.ruleStates', rule.state)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
