/** Characters that do not belong to a given name, and so end one. */
const neverInName =
  '的在是被因与及等称说于向对将已也都就从到还并或者把让给又则却仍了着过们你我他她它这那其某氏姓名叫';
/** Characters that may stand in a given name, but most often begin the next word. */
const oftenAfterName =
  '为和曾告电手男女先小今现住身年以来去两一二三要不没有表认出前后当自会能可因此时日上下个之系提起受遭带开发';
const never = new Set(neverInName);
const after = new Set(neverInName + oftenAfterName);

/** Whether a character cannot be part of a given name. */
export const isNeverInName = (character: string): boolean => never.has(character);

/** Whether a name may end before a character: punctuation, the end of a text, or one that begins the next word. */
export const mayFollowName = (character: string): boolean => !isHan(character) || after.has(character);

/** Whether a character is a Chinese one. */
export const isHan = (character: string): boolean => character >= '\u4e00' && character <= '\u9fff';

/** Surnames that more often are another word, or the end of one: 于某地, 黄金某种. */
const ambiguous = new Set(
  '于向任时成常曾施安万何关金周江田林石白文路高程方华史卫查项管左席游曲费路季易尤甘植莫',
);
export const isAmbiguousSurname = (surname: string): boolean => ambiguous.has(surname);

/** Whether a surname ends many other words, among them places: 黄金某种, 江苏某地, 沈阳某厂. */
export const isEndOfWords = (surname: string): boolean =>
  ambiguous.has(surname) || surname === '苏' || surname === '阳';

const people = new Set('男女村业司工教学医居青少老嫌当店网农民妇乘负经书群');
/** Whether a character begins a word for a person: 李姓男子. */
export const isBeginOfPerson = (character: string): boolean => people.has(character);

/** Words and places that begin like a name. */
const notNames = new Set(
  `王法 王国 王府 王牌 张贴 张家 张掖 张扬 张罗 陈述 陈列 陈旧 陈仓 杨浦 杨树 黄河 黄金 黄牛 黄色 黄冈 黄石 黄山 黄埔 黄浦
  黄岛 周边 周围 周年 周期 周末 周日 周口 周一 周二 周三 周四 周五 周六 吴川 吴江 吴忠 吴桥 徐州 徐闻 徐汇 孙子 孙女 胡同
  胡说 胡闹 高度 高级 高层 高速 高校 高中 高考 高利 高压 高铁 高州 高邮 高新 高平 高安 林业 林地 林场 林区 林芝 林州
  何时 何处 何种 何人 何地 何故 何必 何况 马上 马路 马车 马力 马鞍 马尾 马桶 罗湖 罗山 罗列 梁山 宋代 宋庄 郑州 郑重
  谢谢 谢绝 唐山 唐代 唐人 于是 于此 于今 董事 程序 程度 许多 许可 许昌 许久 沈阳 沈丘 曾经 苏州 苏联 苏维 贾汪
  余额 余下 余名 余人 余款 余地 余姚 余杭 潘家 夏天 夏季 夏令 夏邑 钟头 钟点 钟楼 钟山 钟祥 汪洋 田地 田间 田园 田径
  任何 任务 任职 任命 任期 任意 任丘 范围 范县 方面 方法 方式 方案 方向 方才 方便 方针 方正 石油 石头 石化 石狮 石景
  石家 石龙 石碑 金额 金融 金钱 金属 金华 金山 金昌 金门 金沙 陆续 陆地 陆军 陆丰 陆河 孔子 白天 白条 白色 白银 白城
  白云 白领 白纸 康复 康定 毛利 毛主 秦皇 江苏 江西 江门 江阴 江湖 江北 江南 江东 江宁 江城 江山 江边 史料 史上 顾客
  顾问 顾及 孟州 龙头 龙岩 龙华 龙岗 龙虾 龙泉 龙门 万元 万人 万名 万家 万州 万宁 万一 万达 段落 段子 雷州 雷同 雷霆
  雷击 钱款 钱财 钱塘 汤圆 汤阴 易地 易燃 易县 常委 常务 常年 常见 常住 常州 常德 常熟 常识 武汉 武装 武警 武器 武力
  武威 武斗 武昌 武术 贺州 贺兰 贺信 文件 文化 文革 文明 文章 文字 文书 文昌 文工 文山 兰州 兰考 施工 施压 施暴 施行
  施加 洪水 洪湖 洪洞 洪灾 安全 安排 安置 安徽 安庆 安阳 安康 安保 安装 安静 安心 安定 安顺 颜色 严重 严厉 严格 严打
  严肃 牛奶 牛肉 温州 温岭 温度 温泉 温和 季度 季节 章程 章丘 鲁莽 鲁山 葛洲 申请 申诉 申报 申冤 尤其 毕业 毕竟 毕节
  向上 向前 向来 向阳 向着 柳州 柳江 路上 路人 路口 路边 路费 路面 路灯 岳阳 岳父 岳母 齐全 齐心 齐齐 梅州 梅县 梅花
  莫名 莫非 莫大 庄严 庄河 庄园 辛苦 管理 管制 管道 管辖 管委 左右 左边 左派 左翼 谷歌 谷城 时候 时间 时任 时代 时期
  时常 时事 舒城 舒适 关于 关闭 关押 关系 关注 关心 关键 关门 关机 关停 费用 费县 纪念 纪律 纪委 纪检 盛大 盛泽 童工
  童年 项目 项城 曲折 曲靖 曲阜 成立 成为 成都 成员 成功 成果 成本 成绩 成人 游行 游客 游戏 游览 阳光 阳江 阳春 阳朔
  席位 卫生 卫星 卫健 卫视 卫辉 查处 查封 查看 查询 查明 查获 甘肃 甘南 甘孜 植物 植树 东方 欧洲 欧盟 欧美 苗族 苗圃
  邢台 邓州 曹县 曹妃 蔡甸 魏县 叶县 叶城 戴着 姜堰 姚安 彭州 彭水 傅作 袁州 韩城 韩国 韩方 夏方 项下 任免 李子 杜绝
  朱红 熊猫 崔家 霍州 霍山 翁源 屈服 凌晨 凌辱 左转 江岸 东方红`
    .trim()
    .split(/\s+/),
);
/** Whether the word that begins at a place is known to be no name. */
export const isOtherWord = (text: string, at: number): boolean => notNames.has(text.slice(at, at + 2));

const places = new Set('省市县区乡镇村屯庄寨街路巷道桥坝港湾岛州盟旗厂矿店院校园局部社厅所站');
/** Whether a character ends the name of a place or a body: 吴川市, 李家村. */
export const isPlaceEnding = (character: string): boolean => places.has(character);

const things =
  /^的[^，。；\n]{0,4}(?:地方|地区|城市|县城|村|镇|小区|公司|厂|项目|企业|网站|平台|楼盘|学校|医院|组织|团体|活动|软件|游戏|节目|歌|书|电影)/;
/** Whether what follows a name says that it is the name of a thing: 叫金沙湾的小区. */
export const isNameOfThing = (rest: string): boolean => things.test(rest);
