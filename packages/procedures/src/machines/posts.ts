// Titles and special posts for those who transfer (sh-draft-2024#a15, gd-2025#a34).
import { z } from 'zod'
import { has, readers } from '../procedure/acts-state.ts'
import { code, flag, label, line, text } from '../procedure/fields.ts'
import { procedureOf } from './machine.ts'
import { institutionFacts, ofInstitution } from './of-institution.ts'

const titleData = {
  titleNominated: z.strictObject({
    title: line('事项名称', 'Title of the case'),
    person: line('推荐人选', 'Person'),
    rank: line('推荐职称', 'Title recommended for'),
  }),
  criteriaChecked: z.strictObject({
    achievements: text('转化业绩', 'Achievements in transfer'),
    met: flag('符合推荐条件', 'The conditions are met'),
  }),
  titleRecommended: z.strictObject({ opinion: text('推荐意见', 'Recommendation') }),
  titleReviewed: z.strictObject({ opinion: text('评审意见', 'Opinion of the review') }),
  titleAppointed: z.strictObject({
    outcome: code(['appointed', 'not_appointed'], '聘任结果', 'Outcome'),
    document: line('文号', 'Number').optional(),
  }),
}
const titles = readers(titleData)

export const titleRecommendation = procedureOf({
  id: 'title_recommendation',
  label: label('职称推荐', 'Title recommendation'),
  purpose: {
    words: label(
      '按转化业绩推荐科研人员和技术转移人员参加职称评审。',
      'Recommend people for a title by what they achieved in transfer.',
    ),
    cites: ['sh-draft-2024#a15.p1', 'gd-2025#a34.p1'],
  },
  topics: [],
  steps: [
    {
      type: 'titleNominated',
      label: label('提名', 'Nominate'),
      data: titleData.titleNominated,
      stage: label('提名', 'Nomination'),
    },
    {
      type: 'criteriaChecked',
      label: label('核对推荐条件', 'Check the conditions'),
      data: titleData.criteriaChecked,
      stage: label('条件核对', 'Conditions'),
      leads: ({ met }) => (met === false ? 'rejected' : undefined),
    },
    {
      type: 'titleRecommended',
      label: label('推荐', 'Recommend'),
      who: ['leaders'],
      data: titleData.titleRecommended,
      stage: label('推荐', 'Recommendation'),
    },
    {
      type: 'titleReviewed',
      label: label('登记评审意见', 'Record the review'),
      data: titleData.titleReviewed,
      stage: label('评审', 'Review'),
    },
    {
      type: 'titleAppointed',
      label: label('登记聘任结果', 'Record the outcome'),
      data: titleData.titleAppointed,
      stage: label('聘任', 'Appointment'),
    },
  ],
  facts: () => ({ matter: 'institution' }),
  line: (state) => {
    const {
      title = '',
      person = '',
      rank = '',
    } = titles.latest(state, 'titleNominated')?.data ?? {}
    return { title, about: [person, rank] }
  },
})

const postData = {
  vacancyChecked: z.strictObject({
    title: line('事项名称', 'Title of the case'),
    purpose: line('岗位用途', 'What the post is for'),
    vacantPosts: z.int().min(0).max(9999).meta(label('空缺岗位数', 'Vacant posts')),
    adjusted: flag('岗位调整仍不能满足', 'Adjusting posts does not suffice'),
    ...ofInstitution,
  }),
  postApplied: z.strictObject({ application: line('申请文号', 'Number of the application') }),
  postApproved: z.strictObject({ reply: line('核准文号', 'Number of the approval') }),
  postFilled: z.strictObject({ person: text('聘用人员', 'Person'), post: line('岗位', 'Post') }),
}
const posts = readers(postData)

export const specialPost = procedureOf({
  id: 'special_post',
  label: label('特设岗位', 'Special post'),
  purpose: {
    words: label(
      '没有空缺岗位时，为技术转移申请特设岗位。',
      'Apply for a special post for transfer where none is vacant.',
    ),
    cites: ['sh-draft-2024#a15.p1'],
  },
  topics: ['institution.special-posts'],
  steps: [
    {
      type: 'vacancyChecked',
      label: label('核对空缺岗位', 'Check the vacancies'),
      data: postData.vacancyChecked,
      stage: label('空缺核对', 'Vacancies'),
    },
    {
      type: 'postApplied',
      label: label('申请特设岗位', 'Apply for the post'),
      data: postData.postApplied,
      stage: label('申请', 'Application'),
      action: 'confirmSystems',
    },
    {
      type: 'postApproved',
      label: label('登记核准', 'Record the approval'),
      data: postData.postApproved,
      stage: label('核准', 'Approval'),
    },
    {
      type: 'postFilled',
      label: label('聘用', 'Fill it'),
      data: postData.postFilled,
      stage: label('聘用', 'Filling'),
    },
  ],
  facts: (state) => {
    const checked = posts.latest(state, 'vacancyChecked')?.data
    return {
      matter: 'institution',
      specialPostsAppliedFor: has(state, 'postApplied'),
      specialPostsApproved: has(state, 'postApproved'),
      ...(checked && {
        ...institutionFacts(checked),
        vacantPosts: checked.vacantPosts,
        postAdjustmentExhausted: checked.adjusted,
      }),
    }
  },
  line: (state) => {
    const { title = '', purpose = '' } = posts.latest(state, 'vacancyChecked')?.data ?? {}
    const person = posts.latest(state, 'postFilled')?.data.person
    return { title, about: [purpose, ...(person === undefined ? [] : [person])] }
  },
})
