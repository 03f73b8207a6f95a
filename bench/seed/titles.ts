import { patentCheckCharacter } from '@yizhuan/kit'
import type { Chance } from '#server/apps/demo/chance'

// Invented titles of achievements: enough words that some are everywhere and some nearly nowhere.

const traits = [
  ...'新型|改进型|可降解|便携式|智能|可吸收|多功能|一次性|微创|无创|可调式|靶向'.split('|'),
]
const subjects = [
  ...(
    '肝癌|胃癌|肺结节|糖尿病足|脑卒中|冠心病|骨折|脓毒症|哮喘|白内障|牙周炎|湿疹|肾结石|痛风|贫血|癫痫|' +
    '甲状腺结节|前列腺增生|腰椎间盘|儿童肺炎|新生儿黄疸|围产期|重症感染|慢性创面|吞咽障碍|尿失禁'
  ).split('|'),
]
const purposes = [
  ...'早筛|诊断|监测|护理|康复|止血|修复|引流|固定|穿刺|给药|镇痛|消毒|随访|预警|训练|评估|麻醉'.split(
    '|',
  ),
]
const forms = [
  ...(
    '装置|支架|试剂盒|凝胶|敷料|颗粒制剂|软件|算法模型|导管|面罩|传感器|量表|方法|系统|数据集|微球|涂层|' +
    '夹板|探针|缓释片'
  ).split('|'),
]
const marks = ['', '', '', '', 'PD-L1', 'CRISPR', 'mRNA', 'MRI', 'CT', '5G', 'EGFR', 'HPV16']
const rareWords = ['蜂毒肽', '鲎试剂', '骨水泥', '蛛网膜', '蚓激酶', '麝香酮', '龟板胶', '獾油膏']

/** One title; about one in two thousand holds a word that hardly any other does. */
export function titleOf(dice: Chance): string {
  const rare = dice.whole(1, 2000) === 1 ? dice.pick(rareWords) : ''
  const mark = dice.pick(marks)
  return [
    dice.pick(traits),
    mark,
    rare,
    dice.pick(subjects),
    dice.pick(purposes),
    dice.pick(forms),
  ].join('')
}

const surnames = [...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蒋']
const given = [...'明芳伟娜静敏强磊军洋勇艳杰娟涛超霞平刚桂英华玉兰建文志海雪梅春丽晨宇轩浩然思远']

/** The name of somebody who does not exist. */
export function nameOf(dice: Chance): string {
  const second = dice.whole(0, 2) === 0 ? '' : dice.pick(given)
  return `${dice.pick(surnames)}${dice.pick(given)}${second}`
}

/** The number of a patent as people write it, with a check character that is right. */
export function patentOf(dice: Chance): string {
  const [year, serial] = [dice.whole(2010, 2024), String(dice.whole(0, 9_999_999)).padStart(7, '0')]
  return `ZL ${year} 1 ${serial}.${patentCheckCharacter(`${year}1${serial}`)}`
}

/** Words to search for: everywhere, here and there, nearly nowhere, and not at all. */
export const searchWords = {
  common: ['装置', '肝癌', '止血', '系统', '智能', '护理'],
  rare: ['蜂毒', '鲎试', '蚓激', '麝香', '獾油', '龟板'],
} as const
