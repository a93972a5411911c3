import { describe, expect, test } from 'vitest';
import { findPersonalData } from '@/lib/privacy/detect';
import { loadPlaces } from '@/prisma/seed/places';

const names = (text: string) =>
  findPersonalData(text).map(({ kind, certainty, text: words }) => {
    expect([kind, certainty]).toEqual(['name', 'maybe']);
    return words;
  });

describe('names in English', () => {
  test.each([
    ['a man named Zhang Wei said', 'Zhang Wei'],
    ['a woman called Zhang Wei', 'Zhang Wei'],
    ['named John Smith', 'John Smith'],
    ['a student named Abdullah', 'Abdullah'],
    ['two men surnamed Li and Wang', 'Li', 'Wang'],
    ['surnamed Li, Zhao and Chen were', 'Li', 'Zhao', 'Chen'],
    ['a petitioner whose name is Chen Xiaoming.', 'Chen Xiaoming'],
    ['The victim’s name was Li Hua', 'Li Hua'],
    ['Name: Zhang Wei', 'Zhang Wei'],
    ['a man named 张伟 and a man surnamed 李', '张伟', '李'],
    ['ZHANG: a man named ZHANG Wei', 'ZHANG Wei'],
  ])('%s', (text, ...words) => {
    expect(names(text)).toEqual(words);
  });

  test.each(
    [
      'the so-called Wang Li affair',
      'a company named Evergrande',
      'a village named Wang Zhuang',
      'a town named Li Village',
      'He was named Party Secretary of the county',
      'named after Sun Yat-sen',
      'called Premier Li to Beijing',
      'teachers called on the office',
      'the strike was called off',
    ].slice(0, 9),
  )('%s', (text) => {
    expect(names(text)).toEqual([]);
  });
});

describe('names in Chinese', () => {
  test.each([
    ['一个名叫张伟的男子', '张伟'],
    ['一名叫李明的工人', '李明'],
    ['我叫王小明。', '王小明'],
    ['姓名：张伟强 男', '张伟强'],
    ['姓 名：王芳', '王芳'],
    ['姓名张伟，', '张伟'],
    ['联系人王小明电话', '王小明'],
    ['当事人李娜告诉记者', '李娜'],
    ['名叫欧阳娜娜', '欧阳娜娜'],
    ['名叫买买提·吐尔逊的人', '买买提·吐尔逊'],
    ['一名姓李男子', '李'],
    ['姓司马的', '司马'],
    ['据何姓村民说', '何'],
    ['李某', '李某'],
    ['村民李某某被带走', '李某某'],
    ['王某平称', '王某平'],
    ['李某日前被带走', '李某'],
    ['欧阳某在场', '欧阳某'],
    ['姓李某的', '李某'],
    ['名叫张\u200b伟的', '张\u200b伟'],
  ])('%s', (text, ...words) => {
    expect(names(text)).toEqual(words);
  });

  test.each([
    '工程被叫停',
    '叫做维稳',
    '呼叫张力支援',
    '老百姓高兴',
    '百姓李子',
    '姓氏和姓名登记',
    '贵姓',
    '当事人方面表示',
    '联系人方式',
    '位于某村',
    '关于某事',
    '向某部门',
    '黄金某种',
    '珠江某段',
    '江苏某地，沈阳某厂',
    '百姓们，万姓同悲',
    '一个叫金沙湾的小区',
    '名叫李家村的村庄',
    '这叫王法何在',
    '叫高速交警来',
  ])('%s', (text) => {
    expect(names(text)).toEqual([]);
  });

  test('a place of the product is no name, whatever announces it', () => {
    const texts = loadPlaces().places.flatMap(({ nameZh: zh, nameEn: en }) => [
      `在${zh}，名叫${zh}的地方，这里叫${zh}。`,
      `当事人${zh}，联系人：${zh}`,
      `a place named ${en}, a county called ${en}`,
    ]);
    expect(texts.filter((text) => names(text).length > 0)).toEqual([]);
  });
});
