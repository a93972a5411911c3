/**
 * The commonest surnames of China with their reading, after the lists that the Ministry of Public Security gives
 * out each year (国家姓名报告), and the compound ones. Rare surnames that begin many other words are left out.
 */
const list = `
王wang 李li 张zhang 刘liu 陈chen 杨yang 赵zhao 黄huang 周zhou 吴wu 徐xu 孙sun 胡hu 朱zhu 高gao 林lin 何he 郭guo
马ma 罗luo 梁liang 宋song 郑zheng 谢xie 韩han 唐tang 冯feng 于yu 董dong 萧xiao 肖xiao 程cheng 曹cao 袁yuan 邓deng
许xu 傅fu 沈shen 曾zeng 彭peng 吕lü 苏su 卢lu 蒋jiang 蔡cai 贾jia 丁ding 魏wei 薛xue 叶ye 阎yan 闫yan 余yu 潘pan
杜du 戴dai 夏xia 钟zhong 汪wang 田tian 任ren 姜jiang 范fan 方fang 石shi 姚yao 谭tan 廖liao 邹zou 熊xiong 金jin
陆lu 郝hao 孔kong 白bai 崔cui 康kang 毛mao 邱qiu 秦qin 江jiang 史shi 顾gu 侯hou 邵shao 孟meng 龙long 万wan
段duan 雷lei 钱qian 汤tang 尹yin 黎li 易yi 常chang 武wu 乔qiao 贺he 赖lai 龚gong 文wen 庞pang 樊fan 兰lan 殷yin
施shi 陶tao 洪hong 翟zhai 安an 颜yan 倪ni 严yan 牛niu 温wen 芦lu 季ji 俞yu 章zhang 鲁lu 葛ge 伍wu 韦wei 申shen
尤you 毕bi 聂nie 丛cong 焦jiao 向xiang 柳liu 邢xing 路lu 岳yue 齐qi 梅mei 莫mo 庄zhuang 辛xin 管guan 祝zhu 左zuo
涂tu 谷gu 祁qi 时shi 舒shu 耿geng 牟mou 卜bu 詹zhan 关guan 苗miao 凌ling 费fei 纪ji 靳jin 盛sheng 童tong 欧ou
甄zhen 项xiang 曲qu 成cheng 游you 阳yang 裴pei 席xi 卫wei 查zha 屈qu 鲍bao 覃qin 霍huo 翁weng 隋sui 植zhi 甘gan
欧阳ouyang 司马sima 上官shangguan 诸葛zhuge 司徒situ 东方dongfang 夏侯xiahou 皇甫huangfu 尉迟yuchi 公孙gongsun
慕容murong 令狐linghu 端木duanmu 长孙zhangsun 独孤dugu 南宫nangong 闻人wenren 轩辕xuanyuan`;

const entries = list.trim().split(/\s+/);
const characters = new Set(entries.map((entry) => entry.replace(/[a-zü]+$/, '')));
const readings = new Set(entries.map((entry) => entry.replace(/^[^a-zü]+/, '')));
for (const other of ['lu', 'lyu', 'lv']) readings.add(other);

/** Length of the surname that stands at a place of a text, compound ones first: 2 or 1 characters; 0 = none. */
export function surnameLength(text: string, at: number): 0 | 1 | 2 {
  if (at + 2 <= text.length && characters.has(text.slice(at, at + 2))) return 2;
  return characters.has(text.charAt(at)) ? 1 : 0;
}

/** Length of the surname that ends right before a place of a text; 0 = none. */
export function surnameLengthBefore(text: string, at: number): 0 | 1 | 2 {
  if (at >= 2 && characters.has(text.slice(at - 2, at))) return 2;
  return characters.has(text.charAt(at - 1)) ? 1 : 0;
}

/** Whether a Latin word is how one of the surnames is read: `Zhang`, `OUYANG`. */
export function isSurnameReading(word: string): boolean {
  return readings.has(word.toLowerCase());
}
