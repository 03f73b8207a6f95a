import { type Chance, chance } from './chance.ts'
import { departments, type Person, people } from './people.ts'

/** An achievement of the demonstration, before it is entered. */
export interface Invention {
  readonly title: string
  readonly kind: keyof typeof subjects
  readonly maturity: number
  readonly department: string
  readonly inventors: readonly { readonly person: Person; readonly percent: number }[]
  readonly abstract: string
}

/** One institution of the demonstration. */
export interface Hospital {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly universityAffiliated: boolean
  readonly people: readonly Person[]
  readonly inventions: readonly Invention[]
}

const hospitals = [
  { code: 'a', name: '示例省第一人民医院（虚构）', universityAffiliated: false, inventions: 90 },
  { code: 'b', name: '示例医科大学附属医院（虚构）', universityAffiliated: true, inventions: 70 },
  { code: 'c', name: '示例市妇幼保健院（虚构）', universityAffiliated: false, inventions: 40 },
] as const

const subjects = {
  device: [
    '微创穿刺定位装置',
    '可调式骨折复位支架',
    '一次性气道吸引导管',
    '便携式肺功能训练器',
    '儿童雾化吸入面罩',
  ],
  preparation: ['中药复方颗粒院内制剂', '缓释止痛凝胶制剂', '皮肤修护乳膏院内制剂'],
  diagnostic_reagent: [
    '肝癌早筛甲基化检测试剂',
    '耐药菌快速核酸检测方法',
    '脓毒症预警标志物组合',
    '新生儿遗传病串联质谱方案',
  ],
  clinical_technique: ['术后加速康复路径', '围产期营养干预方案', '脑卒中上肢康复训练方法'],
  digital: ['胸部影像结节辅助判读软件', '重症监护风险预警系统', '护理排班优化软件'],
  know_how: ['可吸收止血材料', '载药骨填充材料', '抗菌水凝胶敷料'],
} as const

const traits = ['改进型', '第二代', '智能化', '低成本', '床旁', '儿科专用', '可视化', '模块化']

/** A hospital elsewhere, under drafts and a pilot; its dice are its own, so that it changes no other. */
const elsewhere = {
  code: 'd',
  name: '示例沪上专科医院（虚构）',
  universityAffiliated: false,
  inventions: 6,
} as const

/** A province of three institutions and one elsewhere, with their people and achievements. */
export function province(dice: Chance): Hospital[] {
  return [...drawn(dice, hospitals), ...drawn(chance(20_260_601), [elsewhere])]
}

type Drawn = (typeof hospitals)[number] | typeof elsewhere

function drawn(dice: Chance, some: readonly Drawn[]): Hospital[] {
  return some.map(({ code, name, universityAffiliated, inventions }) => {
    const staff = people(dice, 36)
    return {
      id: dice.id(),
      code,
      name,
      universityAffiliated,
      people: staff,
      inventions: Array.from({ length: inventions }, (_, index) =>
        invention(dice, staff.slice(9), index),
      ),
    }
  })
}

function invention(dice: Chance, staff: readonly Person[], index: number): Invention {
  const kinds = Object.keys(subjects) as (keyof typeof subjects)[]
  const kind = kinds[index % kinds.length] ?? 'device'
  const subject = dice.pick<string>(subjects[kind])
  const department = dice.pick<string>(departments)
  const team = dice.some(staff, dice.whole(2, 4))
  return {
    title: `${dice.pick(traits)}${subject}（${department}${String(index + 1).padStart(2, '0')}）`,
    kind,
    maturity: dice.whole(2, 8),
    department,
    inventors: shares(team),
    abstract: `面向${department}临床需求的${subject}，已完成院内验证，数据为演示用虚构内容。`,
  }
}

/** The first inventor has what is left of a hundred after equal parts for the rest. */
function shares(team: readonly Person[]): Invention['inventors'] {
  const part = Math.floor(60 / team.length)
  return team.map((person, index) => ({
    person,
    percent: index === 0 ? 100 - part * (team.length - 1) : part,
  }))
}
