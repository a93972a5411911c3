const longEthnic =
  '维吾尔|哈萨克|柯尔克孜|塔吉克|锡伯|蒙古|达斡尔|鄂温克|鄂伦春|俄罗斯|乌孜别克|塔塔尔|赫哲|朝鲜|土家|布依|仡佬|仫佬|毛南|哈尼|傈僳|拉祜|纳西|景颇|布朗|普米|独龙|阿昌|德昂|基诺|撒拉|东乡|保安|裕固|门巴|珞巴|高山';
const shortEthnic = '回|满|土|壮|苗|侗|瑶|白|藏|羌|彝|傣|佤|怒|水|黎|畲|京';
const peoples = `(?:(?:${longEthnic})族?|(?:${shortEthnic})族|各族)+`;
const autonomous = new RegExp(`^(.{2,}?)${peoples}自治[区州县旗]$`, 'u');
const ethnicDistrict = new RegExp(`^(.{2,}?)(?:(?:${longEthnic}|${shortEthnic})族)+区$`, 'u');

/**
 * Kinds of division at the end of a Chinese name, the longer first. 新区, 林区, 矿区 and 特区 are kinds only in
 * the names given here: 清新区, 北林区 and others end in the same characters by chance.
 */
const kinds =
  /(?:特别行政区|行政委员会|自治区|自治州|自治县|自治旗|(?<=滨海|浦东|沈北)新区|(?<=神农架)林区|(?<=六枝)特区|(?<=井陉|峰峰|鹰手营子|白云鄂博)矿区|地区|街道|省|市|盟|县|区|旗|镇|乡|村)$/u;

/**
 * A Chinese name without the kind of division and the peoples of an autonomous unit: 吴川市 → 吴川,
 * 延边朝鲜族自治州 → 延边. A name that would shrink to one character stays whole: 蔚县 → 蔚县.
 */
export function stemZh(name: string): string {
  const unit = autonomous.exec(name) ?? ethnicDistrict.exec(name);
  if (unit?.[1]) return unit[1];
  const bare = name.replace(kinds, '').replace(/(?<=..)族$/u, '');
  return [...bare].length >= 2 ? bare : name;
}

/**
 * A Latin name as a key for comparing: lower case, without diacritics, spaces, hyphens and apostrophes;
 * ü is u (`Lü'an` → `luan`).
 */
export function foldLatin(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}
