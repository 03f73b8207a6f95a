// Taking stock of the institution's intellectual property (sh-draft-2024#a7.p1): what there is, what
// becomes of each, and no end before each has its way.
import { z } from 'zod'
import { type ActsState, readers, type StepRule } from '../procedure/acts-state.ts'
import { code, flag, label, line, onDay, text } from '../procedure/fields.ts'
import { type OutOfOrder, when } from '../procedure/order.ts'
import { procedureOf } from './machine.ts'
import { institutionFacts, ofInstitution } from './of-institution.ts'

/** The most items of one run: one that is larger is run by kinds or departments. */
export const mostItems = 1000

/** What may become of an item, in the words of the law (packs/_shared/facts/83-patents.yaml). */
export const ipOutcomes = [
  'keep',
  'licence',
  'transfer',
  'open_licence',
  'trust',
  'abandon',
] as const

const item = z.strictObject({
  kind: code(['patent', 'other_right', 'achievement'], '类别', 'Kind'),
  number: line('登记编号', 'Number in the register'),
  name: line('名称', 'Title'),
  idleSince: onDay(
    '专利最近一次转化日，没有则为授权日',
    'Of a patent: last transfer, or its grant',
  ).optional(),
  everTransferred: flag('转化过', 'Ever transferred').optional(),
})

const decision = {
  outcome: code(ipOutcomes, '处置去向', 'Disposition'),
  reason: text('理由', 'Reasons'),
  decidedBy: line('决定人', 'Decided by'),
  manager: line('托管方', 'Manager in trust').optional(),
  rightsSettled: flag(
    '托管协议写明所有权、运营权、收益权和期限',
    'The agreement settles ownership, operation, income and term',
  ).optional(),
  incomePayer: code(
    ['manager_pays', 'institution_pays', 'payer_unsaid'],
    '未来收益由谁支付',
    'Who pays the future income',
  ).optional(),
  evaluated: flag('停止投入前经市场化评价', 'Evaluated by the market before').optional(),
  approved: flag('停止投入经依规批准', 'The stop was approved under the rules').optional(),
}

const disposition = z.strictObject({
  number: line('登记编号', 'Number in the register'),
  ...decision,
})

/** The same for several items that were decided alike. */
const dispositions = z.strictObject({
  numbers: z
    .array(line('登记编号', 'Number in the register'))
    .min(1)
    .max(mostItems)
    .meta(label('登记编号', 'Numbers in the register')),
  ...decision,
})

const data = {
  inventoryRun: z.strictObject({
    title: line('事项名称', 'Title'),
    scope: text('盘点范围', 'Scope'),
    takenOn: onDay('盘点基准日', 'Day of the inventory'),
    takenBy: line('盘点人员', 'Taken by'),
    ...ofInstitution,
  }),
  itemsListed: z.strictObject({
    items: z.array(item).min(1).max(mostItems).meta(label('盘点项目', 'Items')),
  }),
  itemAdded: item,
  itemDisposed: disposition,
  itemsDisposed: dispositions,
  dispositionRevised: disposition,
}
const { latest, all } = readers(data)

type Item = z.infer<typeof item>
type Disposition = z.infer<typeof disposition>

/** Every item of the run, in the order they were listed. */
const itemsIn = (state: ActsState): readonly Item[] => [
  ...all(state, 'itemsListed').flatMap((listed) => listed.data.items),
  ...all(state, 'itemAdded').map((added) => added.data),
]

/** What becomes of each item by its number, as last decided, with the day. */
function dispositionsIn(state: ActsState): ReadonlyMap<string, Disposition & { on: string }> {
  const alike = all(state, 'itemsDisposed').flatMap(({ seq, on, data: { numbers, ...decided } }) =>
    numbers.map((number) => ({ seq, on, data: { number, ...decided } })),
  )
  const acts = [...all(state, 'itemDisposed'), ...alike, ...all(state, 'dispositionRevised')]
  acts.sort((one, other) => one.seq - other.seq)
  return new Map(acts.map(({ on, data }) => [data.number, { ...data, on }]))
}

function openItems(state: ActsState): readonly Item[] {
  const disposed = dispositionsIn(state)
  return itemsIn(state).filter(({ number }) => !disposed.has(number))
}

const isWhole = (state: ActsState) => itemsIn(state).length > 0 && openItems(state).length === 0

const wrongs = {
  twice: {
    code: 'item-twice',
    detail: {
      zh: '登记编号重复，每个项目只列一次。',
      en: 'A number stands there twice; list each item once.',
    },
  },
  unlisted: {
    code: 'item-unlisted',
    detail: {
      zh: '本次盘点没有这个登记编号，请先增列。',
      en: 'This run has no item of that number; add it first.',
    },
  },
  disposed: {
    code: 'item-disposed',
    detail: {
      zh: '该项目已有去向，如需变更请办理“变更去向”。',
      en: 'The item has its disposition; take “Revise a disposition” to change it.',
    },
  },
  open: {
    code: 'item-open',
    detail: {
      zh: '该项目尚无去向，请先办理“确定去向”。',
      en: 'The item has no disposition yet; take “Dispose of an item” first.',
    },
  },
} as const satisfies Readonly<Record<string, OutOfOrder>>

function wrongItems(state: ActsState | undefined, more: readonly Item[]): OutOfOrder | undefined {
  const numbers = [...(state ? itemsIn(state) : []), ...more].map(({ number }) => number)
  return new Set(numbers).size < numbers.length ? wrongs.twice : undefined
}

/** Whether the item is listed, and has a disposition or not as the act wants it. */
const wrongDisposition =
  (isRevision: boolean): StepRule['wrong'] =>
  (state, { number }) => {
    // What comes first is told by the order of the steps.
    if (!state || (isRevision ? dispositionsIn(state).size : itemsIn(state).length) === 0)
      return undefined
    if (itemsIn(state).every((one) => one.number !== number)) return wrongs.unlisted
    const isDisposed = dispositionsIn(state).has(String(number))
    if (isDisposed === isRevision) return undefined
    return isRevision ? wrongs.open : wrongs.disposed
  }

/** The same for several: each is listed, none stands there twice or has its way already. */
const wrongDispositions: StepRule['wrong'] = (state, { numbers }) => {
  if (!state || itemsIn(state).length === 0) return undefined
  const given = numbers as readonly string[]
  if (new Set(given).size < given.length) return wrongs.twice
  const listed = new Set(itemsIn(state).map(({ number }) => number))
  if (given.some((number) => !listed.has(number))) return wrongs.unlisted
  const disposed = dispositionsIn(state)
  return given.some((number) => disposed.has(number)) ? wrongs.disposed : undefined
}

const ofTrust = ['manager', 'rightsSettled', 'incomePayer']
const ofAbandonment = ['evaluated', 'approved']

/** What is asked of a trusteeship (sh-draft-2024#a8.p1) and of spending that stops (#a7.p1). */
const dispositionFit: StepRule['fits'] = (_state, { outcome }) => ({
  hides: [...(outcome === 'trust' ? [] : ofTrust), ...(outcome === 'abandon' ? [] : ofAbandonment)],
  wants: outcome === 'trust' ? ofTrust : outcome === 'abandon' ? ofAbandonment : [],
})

const nothingDisposed = when<ActsState>(
  (state) => dispositionsIn(state).size === 0,
  'nothing-disposed',
  '还没有确定去向的项目。',
  'No item has a disposition yet.',
)
const itemsWait = when<ActsState>(
  (state) => openItems(state).length > 0,
  'items-open',
  '尚有项目没有确定去向，不能结案。',
  'Items are still without a disposition; dispose of each before closing.',
)

const dispositionWrongs = [wrongs.unlisted, wrongs.disposed, wrongs.open]
const dispositionProofs = ['trustSettlesRights', 'discontinuationEvaluated']

export const ipInventory = procedureOf({
  id: 'ip_inventory',
  label: label('知识产权盘点', 'Inventory of IP'),
  purpose: {
    words: label(
      '定期盘点知识产权，逐项确定许可、开放许可、托管、放弃或保留。',
      'Take stock of IP and settle for each item: license, open licence, trust, abandon or keep.',
    ),
    cites: ['sh-draft-2024#a7.p1'],
  },
  topics: ['ip.inventory', 'ip.dormant', 'ip.discontinue', 'trust.terms', 'trust.payment'],
  steps: [
    {
      type: 'inventoryRun',
      label: label('开始盘点', 'Begin the run'),
      data: data.inventoryRun,
      stage: label('开始', 'Run'),
    },
    {
      type: 'itemsListed',
      label: label('列出盘点项目', 'List the items'),
      data: data.itemsListed,
      stage: label('列项', 'Items'),
      proves: ['ipInventoryOn', 'patentHoldings'],
      wrongs: [wrongs.twice],
      wrong: (state, { items }) => wrongItems(state, items as readonly Item[]),
    },
    {
      type: 'itemAdded',
      label: label('增列项目', 'Add an item'),
      data: data.itemAdded,
      repeats: true,
      besides: true,
      wrongs: [wrongs.twice],
      wrong: (state, more) => wrongItems(state, [more as Item]),
    },
    {
      type: 'itemDisposed',
      label: label('确定去向', 'Dispose of an item'),
      data: data.itemDisposed,
      stage: label('去向', 'Disposition'),
      action: 'disposeIp',
      repeats: true,
      isDone: isWhole,
      proves: dispositionProofs,
      fits: dispositionFit,
      wrongs: dispositionWrongs,
      wrong: wrongDisposition(false),
      suggests: (state) => ({ number: openItems(state)[0]?.number }),
    },
    {
      type: 'itemsDisposed',
      label: label('一并确定去向', 'Dispose of several items'),
      data: data.itemsDisposed,
      action: 'disposeIp',
      repeats: true,
      besides: true,
      isDone: isWhole,
      proves: dispositionProofs,
      fits: dispositionFit,
      wrongs: [wrongs.twice, wrongs.unlisted, wrongs.disposed],
      wrong: wrongDispositions,
      suggests: (state) => ({ numbers: openItems(state).map(({ number }) => number) }),
    },
    {
      type: 'dispositionRevised',
      label: label('变更去向', 'Revise a disposition'),
      data: data.dispositionRevised,
      action: 'disposeIp',
      repeats: true,
      besides: true,
      ahead: [nothingDisposed],
      proves: dispositionProofs,
      fits: dispositionFit,
      wrongs: dispositionWrongs,
      wrong: wrongDisposition(true),
      suggests: (state) => ({ ...[...dispositionsIn(state).values()].at(-1), on: undefined }),
    },
  ],
  undone: [itemsWait],
  facts,
  line: (state) => {
    const { title = '', scope = '', takenOn = '' } = latest(state, 'inventoryRun')?.data ?? {}
    return { title, about: [scope, takenOn] }
  },
})

const payers = { manager_pays: 'third_party', institution_pays: 'institution' } as const

/** One agreement that does not say who pays speaks for all; so does one by which the institution pays. */
function payerOf(trusts: readonly Disposition[]): string | null {
  const said = trusts.map(({ incomePayer = 'payer_unsaid' }) => incomePayer)
  if (said.includes('payer_unsaid')) return null
  return payers[said.includes('institution_pays') ? 'institution_pays' : 'manager_pays']
}

function facts(state: ActsState) {
  const run = latest(state, 'inventoryRun')?.data
  const dispositions = dispositionsIn(state)
  const all = [...dispositions.values()]
  const trusts = all.filter(({ outcome }) => outcome === 'trust')
  const stops = all.filter(({ outcome }) => outcome === 'abandon')
  const items = itemsIn(state)
  return {
    matter: 'institution',
    ...(run && institutionFacts(run)),
    // Until something is listed nothing was taken stock of, and an earlier run may still count.
    ...(run &&
      items.length > 0 && { ipInventoryOn: run.takenOn, dormantPatentsReviewed: isWhole(state) }),
    ...(items.length > 0 && {
      patentHoldings: items
        .filter(({ kind }) => kind === 'patent')
        .map(({ number, name, idleSince, everTransferred }) => ({
          name: `${number} ${name}`,
          ...(idleSince !== undefined && { idleSince }),
          ...(everTransferred !== undefined && { everTransferred }),
          outcome: dispositions.get(number)?.outcome ?? null,
        })),
    }),
    heldInTrust: trusts.length > 0,
    ...(trusts.length > 0 && {
      trustSettlesRights: trusts.every(({ rightsSettled }) => rightsSettled === true),
      futureIncomePayer: payerOf(trusts),
    }),
    discontinuedOn:
      stops
        .map(({ on }) => on)
        .sort()
        .at(-1) ?? null,
    ...(stops.length > 0 && {
      discontinuationEvaluated: stops.every(({ evaluated }) => evaluated === true),
      discontinuationApproved: stops.every(({ approved }) => approved === true),
    }),
  }
}
