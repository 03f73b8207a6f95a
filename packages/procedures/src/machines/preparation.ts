// A hospital preparation is handed to another institution (gd-2025#a28).
import { z } from 'zod'
import { has, readers } from '../procedure/acts-state.ts'
import { code, flag, label, line, money, text } from '../procedure/fields.ts'
import { procedureOf } from './machine.ts'

const data = {
  preparationOffered: z.strictObject({
    title: line('事项名称', 'Title'),
    preparation: line('制剂名称', 'Preparation'),
    approvalNumber: line('制剂批准文号', 'Approval number'),
    onList: flag('已入“岭南名方储备库”', 'On the provincial reserve list'),
    chineseMedicine: flag('是中药制剂', 'A preparation of Chinese medicine'),
  }),
  allocationRequested: z.strictObject({
    receiver: line('调入机构', 'Receiver'),
    destination: code(
      ['province', 'partner_province', 'hong_kong_macao', 'belt_road'],
      '调往地',
      'Destination',
    ),
    quantity: line('申请数量', 'Quantity'),
  }),
  allocationAuthorised: z.strictObject({ reply: line('药监部门批件号', 'Reply of the regulator') }),
  preparationShipped: z.strictObject({
    batch: line('批号', 'Batch'),
    quantity: line('调出数量', 'Quantity'),
  }),
  qualityMonitored: z.strictObject({ findings: text('质量监测情况', 'What was found') }),
  costsCompensated: z.strictObject({
    borneBy: code(['by_supplier', 'by_receiver'], '成本弥补方', 'Who makes up for the costs'),
    amount: money('弥补金额', 'Amount'),
    basis: text('成本构成', 'What it is made of'),
  }),
}
const { latest } = readers(data)

export const preparation = procedureOf({
  id: 'preparation',
  label: label('制剂调剂', 'Exchange of a preparation'),
  purpose: {
    words: label(
      '把本单位医疗机构制剂调剂给其他机构使用：申请、批准、调出、监测、成本弥补。',
      'Hand a preparation to another institution: permission, dispatch, monitoring, costs.',
    ),
    cites: ['gd-2025#a28.p2'],
  },
  topics: [
    'preparation.listed',
    'preparation.authorised',
    'preparation.border',
    'preparation.costs',
  ],
  steps: [
    {
      type: 'preparationOffered',
      label: label('登记可调剂制剂', 'Offer the preparation'),
      data: data.preparationOffered,
      stage: label('入库登记', 'Offer'),
      proves: ['preparationOnList'],
    },
    {
      type: 'allocationRequested',
      label: label('登记调剂申请', 'Record the request'),
      data: data.allocationRequested,
      stage: label('调剂申请', 'Request'),
    },
    {
      type: 'allocationAuthorised',
      label: label('登记批准', 'Record the permission'),
      data: data.allocationAuthorised,
      stage: label('批准', 'Permission'),
      proves: ['exchangeAuthorised'],
    },
    {
      type: 'preparationShipped',
      label: label('调出制剂', 'Dispatch it'),
      data: data.preparationShipped,
      stage: label('调出', 'Dispatch'),
      action: 'transferPreparation',
      inEffect: true,
    },
    {
      type: 'qualityMonitored',
      label: label('登记质量监测', 'Record the monitoring'),
      data: data.qualityMonitored,
      repeats: true,
    },
    {
      type: 'costsCompensated',
      label: label('弥补成本', 'Make up for the costs'),
      who: ['finance'],
      data: data.costsCompensated,
      stage: label('成本弥补', 'Costs'),
    },
  ],
  facts: (state) => {
    const offered = latest(state, 'preparationOffered')?.data
    const requested = latest(state, 'allocationRequested')?.data
    const borne = latest(state, 'costsCompensated')?.data.borneBy
    return {
      matter: 'preparation',
      ...(offered && {
        preparationOnList: offered.onList,
        isChineseMedicine: offered.chineseMedicine,
      }),
      ...(requested && { preparationDestination: requested.destination }),
      exchangeAuthorised: has(state, 'allocationAuthorised'),
      costsBorneBy: borne === undefined ? null : borne === 'by_supplier' ? 'supplier' : 'receiver',
    }
  },
  line: (state) => {
    const offered = latest(state, 'preparationOffered')?.data
    const receiver = latest(state, 'allocationRequested')?.data.receiver
    return {
      title: offered?.title ?? '',
      about: [offered?.preparation ?? '', offered?.approvalNumber ?? ''],
      ...(receiver !== undefined && { counterparty: receiver }),
    }
  },
})
